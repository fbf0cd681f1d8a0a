import type { RecordRoundInput } from '@waymark/api/features/briefing/briefing.input'
import type { Typed } from '../../components/desk/submit-form.ts'

/** What was typed of what a round brought, and the rows in which something is ticked. */
export function parseOutcomeRows(form: FormData): {
  readonly typed: Typed
  readonly rows: RecordRoundInput['rows']
} {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
  }
  const rows = form.getAll('ref').flatMap((ref) => {
    const kinds = form.getAll(`kinds.${ref}`) as RecordRoundInput['rows'][number]['kinds']
    if (typeof ref !== 'string' || kinds.length === 0) return []
    const [note, locator] = [text(`note.${ref}`), text(`place.${ref}`)]
    return [{ ref, kinds, ...(note === '' ? {} : { note }), ...(locator === '' ? {} : { locator }) }]
  })
  const names = new Set([...form.keys()])
  const typed = Object.fromEntries(
    [...names].map((name) => [name, name.startsWith('kinds.') ? form.getAll(name).join(' ') : text(name)]),
  )
  return { typed, rows }
}
