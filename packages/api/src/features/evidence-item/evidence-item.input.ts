import { evidenceKind, origin } from '@waymark/assessment/evidence'
import { key, language, text } from '@waymark/kernel/key'
import { calendarDay, partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'
import { citedFields } from '../../common/source.input.ts'

/** What a source shows: where it stands, what kind of thing it is, who tells it, when it happened, in which words. */
const itemFields = {
  ...citedFields,
  kind: evidenceKind,
  origin,
  /** Date of the fact. */
  factDate: partialDate.optional(),
  /** Day on which somebody looked the source up. */
  capturedOn: calendarDay.optional(),
  language,
  excerpt: text(10_000).optional(),
  /** A file of the dossier that holds it, by id. */
  file: z.int().positive().optional(),
}
export const recordItemInput = z.strictObject({ dossier: key, ...itemFields })
export type RecordItemInput = z.infer<typeof recordItemInput>

/** `basedOn`: the version that the writer saw. */
export const correctItemInput = z.strictObject({
  dossier: key,
  id: z.int().positive(),
  basedOn: z.int().positive(),
  ...itemFields,
  reason: text(4000),
})
export type CorrectItemInput = z.infer<typeof correctItemInput>

export const itemId = z.strictObject({ dossier: key, id: z.int().positive() })
export const itemListInput = z.strictObject({
  dossier: key,
  q: plainText(200).optional(),
  page: z.int().min(1).max(100_000).default(1),
})
