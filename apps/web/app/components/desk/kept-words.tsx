import { Facts } from '@waymark/ui/facts'
import type { ConflictingField } from './field-conflict.tsx'
import type { Typed } from './submit-form.ts'
import { useDeskWords } from './use-desk-words.ts'
import type { Outcome } from './written-form.ts'

/**
 * What was typed into a form about one of several things on a page, where that thing was taken back in the meantime and its
 * form with it; null where it is still there.
 *
 * @param ids the things that are on the page now
 */
export function getOrphaned(outcome: Outcome | undefined, ids: readonly number[]): Typed | null {
  if (outcome?.moved !== true) return null
  const [, id] = outcome.intent.split('.')
  return id === undefined || ids.includes(Number(id)) ? null : outcome.typed
}

/** What was typed into a form that is no longer on the page, field by field, to be copied or recorded anew. */
export function KeptWords({
  typed,
  fields,
  lead,
}: {
  typed: Typed | null
  fields: readonly ConflictingField[]
  lead?: string
}) {
  const { t } = useDeskWords()
  const copy = t.together.conflict
  if (typed === null) return null
  const facts = fields.flatMap(({ name, label, format }) => {
    const value = (typed[name] ?? '').trim()
    return value === '' ? [] : [{ key: name, term: label, text: format?.(value) ?? value }]
  })
  return (
    <section className="moved" aria-labelledby="orphaned">
      <h2 id="orphaned">{copy.title}</h2>
      <p>{lead ?? copy.gone}</p>
      <h3 className="cap">{copy.typed}</h3>
      <Facts facts={facts} />
    </section>
  )
}
