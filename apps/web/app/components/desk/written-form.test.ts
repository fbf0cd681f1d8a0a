import { recordCommitmentInput } from '@waymark/api/features/commitment/commitment.input'
import { linkInput } from '@waymark/api/features/linkage/link.input'
import { expect, test } from 'vitest'
import { getDeskWords } from './get-desk-words.ts'
import { buildFaulty, buildRefused, parseFields, parseInput } from './written-form.ts'

const words = getDeskWords('en')
const { t } = words

const sources = [
  { key: 'briefing', title: 'Invented briefing', publisher: 'Invented', date: '2013', isPublic: true },
]
const fields = ['actor', 'date', 'summary', 'source', 'newSource', 'locator'] as const

const getFaults = (typed: Record<string, string>) => {
  const read = parseInput(recordCommitmentInput, {
    dossier: 'invented',
    ...parseFields(typed, fields, sources),
  })
  return read.ok ? {} : buildFaulty(words, 'record', typed, read.issues).errors
}

test('what is blank is left out, and a source may be named by its label or its key', () => {
  const typed = {
    actor: ' eu ',
    date: '',
    summary: '  ',
    source: 'Invented briefing (Invented, 2013)',
    other: 'x',
  }
  expect(parseFields(typed, fields, sources)).toEqual({ actor: 'eu', source: 'briefing' })
  expect(parseFields({ source: 'briefing' }, fields, sources)).toEqual({ source: 'briefing' })
})

test('a new source is there once something of it was typed', () => {
  expect(parseFields({ 'newSource.title': 'Invented' }, fields)).toEqual({ newSource: { title: 'Invented' } })
  expect(parseFields({ 'newSource.title': ' ', 'newSource.url': '' }, fields)).toEqual({})
})

test('what is ticked several times is a list', () => {
  expect(parseFields({ 'commitments[]': 'one\ntwo' }, ['commitments[]'])).toEqual({
    commitments: ['one', 'two'],
  })
  expect(parseFields({}, ['commitments[]'])).toEqual({ commitments: [] })
})

test('every fault is told at its field, with what to do', () => {
  const faults = getFaults({ date: '2013-02-30', 'newSource.title': 'Invented', source: 'Not On Record' })
  expect(faults).toMatchObject({
    actor: t.linkage.missing.actor,
    summary: t.linkage.missing.summary,
    date: t.linkage.invalid.date,
    source: t.linkage.invalid.source,
    'newSource.publisher': t.linkage.missing['newSource.publisher'],
    'newSource.kind': t.linkage.missing['newSource.kind'],
  })
})

test('a required link that names no level, and one that is context and names one', () => {
  const link = { dossier: 'invented', milestone: 'signed', recommendations: ['XX-1'] }
  const faults = (typed: Record<string, string>) => {
    const read = parseInput(linkInput, {
      ...link,
      ...parseFields(typed, ['role', 'required', 'commitments[]']),
    })
    return read.ok ? {} : buildFaulty(words, 'preview', typed, read.issues).errors
  }
  expect(faults({ role: 'required' })).toEqual({ required: t.linkage.missing.required })
  expect(faults({ role: 'context', required: 'some' })).toEqual({ required: t.linkage.invalid.context })
  expect(faults({ role: 'expected' })).toEqual({})
})

test('a refusal stands at the field that it names, and in the summary with a link to it', () => {
  const typed = { intent: 'waive', effective: '2030' }
  expect(buildRefused('waive', typed, 'Not yet.', 'effective')).toEqual({
    intent: 'waive',
    typed,
    errors: { effective: 'Not yet.' },
    summary: [{ field: 'waive-effective', message: 'Not yet.' }],
  })
  expect(buildRefused('waive', typed, 'No.').summary).toEqual([{ message: 'No.' }])
})
