import type { RuleNotice } from '@waymark/assessment/notices'
import { type FormEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { buildFieldName, listEvidenceRows, parseTyped, type Typed } from '../submit-form.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { AssessForm } from '../views.ts'
import { buildSuggestions, findSource, type KnownSource } from './evidence-source.ts'
import type { ItemChoice } from './item-choice.ts'
import { buildLineFields } from './quick-line.ts'
import { listNotices } from './rule-notices.tsx'

const getForm = (holder: HTMLElement | null): HTMLFormElement | null =>
  holder?.querySelector<HTMLFormElement>('form.assessing') ?? null

/** The form as it is on the page. */
export const readForm = (holder: HTMLElement | null): Typed => {
  const form = getForm(holder)
  return form === null ? {} : parseTyped(new FormData(form))
}

/** Writes a field where the script may: what the person typed there themselves stays. */
function setField(form: HTMLFormElement, name: string, value: string, own: Set<string>): void {
  const control = form.elements.namedItem(name)
  if (control instanceof RadioNodeList || (control instanceof HTMLInputElement && control.type === 'radio')) {
    for (const radio of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
      radio.checked = radio.value === value
    own.add(name)
  } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    control.checked = value === 'on'
    own.add(name)
  } else if (
    control instanceof HTMLInputElement ||
    control instanceof HTMLSelectElement ||
    control instanceof HTMLTextAreaElement
  ) {
    if (control.value !== '' && !own.has(name)) return
    control.value = value
    own.add(name)
  }
}

/**
 * What the script adds while a form is being written: the line fills the fields, a pasted address fills what its source
 * tells, and the rules are told as they apply. Fields that it filled follow what they came from; those that somebody
 * typed in are left alone.
 */
export function useLiveForm(
  holder: RefObject<HTMLDivElement | null>,
  form: AssessForm,
  choices: readonly KnownSource[],
  items: readonly ItemChoice[],
  typed: Typed,
) {
  const { t } = useDeskWords()
  const [live, setLive] = useState<readonly RuleNotice[] | null>(null)
  // Names of fields that hold what the script wrote.
  const own = useRef(new Set<string>())

  const fillEvidence = (element: HTMLFormElement, row: number) => {
    const source = element.elements.namedItem(buildFieldName(row, 'source'))
    if (!(source instanceof HTMLInputElement)) return
    const suggestions = buildSuggestions(source.value, choices, form.today)
    for (const name of [...own.current]) {
      const field = name.startsWith(`evidence.${row}.`) ? name.slice(`evidence.${row}.`.length) : ''
      const isSuggested =
        field === 'kind' ||
        field === 'origin' ||
        (field.startsWith('newSource.') && field !== 'newSource.title')
      if (isSuggested && suggestions[field] === undefined) setField(element, name, '', own.current)
    }
    for (const [field, value] of Object.entries(suggestions))
      setField(element, buildFieldName(row, field), value, own.current)
    const named = findSource(source.value, choices)
    const said = element.querySelector(`p.named[data-row="${row}"]`)
    if (said !== null)
      said.textContent =
        named.is === 'source' && source.value.startsWith('http')
          ? t.assess.found(named.source.title)
          : named.is === 'page'
            ? t.assess.fresh(named.site)
            : named.is === 'item'
              ? t.assess.item
              : ''
    const details = source.closest('fieldset')?.querySelector('details')
    if (details && named.is === 'page') details.open = true
  }

  const onInput = (event: FormEvent<HTMLElement>) => {
    const element = getForm(holder.current)
    const target = event.target
    if (element === null || !(target instanceof HTMLElement) || !('name' in target)) return
    const name = String(target.name)
    own.current.delete(name)
    const now = readForm(holder.current)
    if (name === 'line') {
      const said = buildLineFields(now.line ?? '', now)
      // What the line no longer speaks of is emptied again, if it came from the line.
      for (const field of ['finding', 'contrary', 'effective', 'confidence', 'rationale'])
        if (said[field] === undefined && own.current.has(field)) setField(element, field, '', own.current)
      for (const [field, value] of Object.entries(said)) setField(element, field, value, own.current)
    }
    for (const row of listEvidenceRows(now))
      if (name === 'line' || name === buildFieldName(row, 'source')) fillEvidence(element, row)
    setLive(listNotices(readForm(holder.current), form, items))
  }

  /** Ctrl or ⌘ with Enter sends the form from wherever one is in it. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    const element = getForm(holder.current)
    element?.requestSubmit(element.querySelector<HTMLButtonElement>('button.btn-main'))
  }

  return { notices: live ?? listNotices(typed, form, items), onInput, onKeyDown }
}
