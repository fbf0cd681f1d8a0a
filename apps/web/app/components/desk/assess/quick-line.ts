import { confidences, levels, states } from '@waymark/assessment/level'
import { isPartialDate } from '@waymark/kernel/partial-date'
import { isAddress } from '@waymark/recommendation/address'
import { buildFieldName, listEvidenceRows, type Typed } from '../submit-form.ts'

/** A word of a closed list by its beginning, where only one begins so; levels before what stands in their place. */
const findWord = (words: readonly string[], beginning: string): string | undefined => {
  const fitting = words.filter((word) => word.startsWith(beginning))
  return fitting.length === 1 ? fitting[0] : undefined
}

function findFinding(word: string): Record<string, string> | null {
  const contrary = word.endsWith('!')
  const beginning = word.replace(/!$/, '').toLowerCase()
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(beginning)) return null
  const level = findWord(levels, beginning)
  if (level !== undefined) return { finding: level, ...(contrary ? { contrary: 'on' } : {}) }
  const state = contrary ? undefined : findWord(states, beginning)
  return state === undefined ? null : { finding: state }
}

/**
 * An update written in one line: `level date confidence rationale address title`, as
 * `limited 2026-05 medium The decree is out. https://example.org/decree Decree 12`. Level and confidence may be
 * shortened as long as one word begins so; `!` after the level says that measures go against the ask. Each of the first
 * three may be left out; what follows the address is the title of a source that is not yet on record.
 *
 * @returns fields of the form, those of the item of evidence without their row; only what the line speaks of
 */
export function parseLine(line: string): Readonly<Record<string, string>> {
  const words = line.trim().split(/\s+/)
  const fields: Record<string, string> = {}
  const take = (found: Record<string, string> | null) => {
    if (found === null) return
    Object.assign(fields, found)
    words.shift()
  }
  take(findFinding(words[0] ?? ''))
  take(isPartialDate(words[0] ?? '') ? { effective: words[0] ?? '' } : null)
  const beginning = (words[0] ?? '').toLowerCase()
  const sure = /^[a-z]+$/.test(beginning) ? findWord(confidences, beginning) : undefined
  take(sure === undefined ? null : { confidence: sure })
  const place = words.findIndex(isAddress)
  const rationale = (place < 0 ? words : words.slice(0, place)).join(' ')
  if (rationale !== '') fields.rationale = rationale
  if (place >= 0) {
    fields.source = words[place] ?? ''
    const title = words.slice(place + 1).join(' ')
    if (title !== '') fields['newSource.title'] = title
  }
  return fields
}

const ofItem = (field: string) => field === 'source' || field.startsWith('newSource.')

/** The names on the form of what a line says; evidence goes to the first item. */
export function buildLineFields(line: string, typed: Typed): Readonly<Record<string, string>> {
  const row = listEvidenceRows(typed)[0] ?? 0
  return Object.fromEntries(
    Object.entries(parseLine(line)).map(([field, value]) => [
      ofItem(field) ? buildFieldName(row, field) : field,
      value,
    ]),
  )
}

/** The form with its line taken apart, in the fields that were left empty, and the line emptied. */
export function buildWithLine({ line, ...typed }: Typed): Typed {
  if (line === undefined || line.trim() === '') return typed
  const said = Object.entries(buildLineFields(line, typed)).filter(
    ([name]) => (typed[name] ?? '').trim() === '',
  )
  return { ...typed, ...Object.fromEntries(said) }
}
