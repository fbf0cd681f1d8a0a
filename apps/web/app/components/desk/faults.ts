import type { FieldError } from '@waymark/ui/error-summary'
import type { DeskWords } from './desk-words.ts'
import { type Fault, listEvidenceRows, type Typed } from './submit-form.ts'
import type { AssessmentView } from './views.ts'

/** What the assess page shows after a form was sent and not taken: the form as typed, and why. */
export type AssessOutcome = {
  readonly typed: Typed
  readonly faults: readonly Fault[]
  /** The refusal of the record, with the field that it concerns, if any. */
  readonly refusal: { readonly message: string; readonly field: string | null } | null
  readonly conflict: { readonly version: number; readonly current: AssessmentView | null } | null
  /** Revision of a draft kept elsewhere in the meantime. */
  readonly draftMoved: number | null
}

// The last part of a field's name, told apart where two fields share it.
const getKind = (field: string): string =>
  field.endsWith('newSource.kind') ? 'sourceKind' : (field.split('.').at(-1) ?? field)

const pick = (sentences: Readonly<Record<string, string>>, kind: string): string | undefined =>
  Object.hasOwn(sentences, kind) ? sentences[kind] : undefined

/** What is wrong with a field and what to do, as a sentence. */
export function formatFault({ t }: DeskWords, { field, missing: blank, message, limit }: Fault): string {
  const { missing, invalid } = t.desk.faults
  const kind = getKind(field)
  if (limit !== null) return kind === 'source' ? t.desk.faults.tooMany(limit) : t.desk.faults.tooLong(limit)
  if (blank) return pick(missing, kind) ?? missing.other
  const own = pick(invalid, kind)
  if (own !== undefined) return own
  // Sentences of the library are for programmers; those of our schemas are for readers.
  return message === null || /^Invalid |^Too |^Unrecognized /.test(message)
    ? invalid.other
    : t.desk.faults.sentence(message)
}

/** Errors by field, and in the order of the form for the summary on top. */
export function buildErrors(
  words: DeskWords,
  { typed, faults, refusal }: Pick<AssessOutcome, 'typed' | 'faults' | 'refusal'>,
): {
  readonly byField: Readonly<Record<string, string>>
  readonly summary: readonly FieldError[]
} {
  const { t } = words
  const rows = listEvidenceRows(typed)
  const byField = Object.fromEntries(faults.map((fault) => [fault.field, formatFault(words, fault)]))
  const summary = faults.map((fault): FieldError => {
    const row = /^evidence\.(\d+)\./.exec(fault.field)
    const sentence = formatFault(words, fault)
    const message = row ? t.desk.faults.inItem(rows.indexOf(Number(row[1])) + 1, sentence) : sentence
    return fault.field === 'basedOn' ? { message } : { field: fault.field, message }
  })
  if (refusal === null) return { byField, summary }
  const field = refusal.field
  return {
    byField: field === null ? byField : { ...byField, [field]: refusal.message },
    summary: [
      ...(field === null ? [{ message: refusal.message }] : [{ field, message: refusal.message }]),
      ...summary,
    ],
  }
}
