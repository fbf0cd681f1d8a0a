import { key, text } from '@waymark/kernel/key'
import { calendarDay, instant } from '@waymark/kernel/partial-date'
import { z } from 'zod'

/** An edition at the desk, by its number. */
export const editionTarget = z.strictObject({ dossier: key, edition: z.int().positive() })
export type EditionTarget = z.infer<typeof editionTarget>

export const editionId = z.string().regex(/^\d{4}-\d{2}-\d{2}-[a-z]{6}$/)

const cut = {
  asOf: calendarDay,
  knownAt: instant.optional(),
  method: z.string().max(40).optional(),
}

export const previewInput = z.strictObject({ dossier: key, ...cut })
export type PreviewInput = z.infer<typeof previewInput>

const wholeMinute = /T\d{2}:\d{2}:00(\.0+)?(Z|[+-]\d{2}:\d{2})$/

/** What to freeze, and from when on it may be seen. */
export const proposeEditionInput = z.strictObject({
  dossier: key,
  ...cut,
  title: text(200),
  note: text(4000).optional(),
  /** The minute from which it is public; left out: at once when it is published. */
  embargoUntil: instant.refine((value) => wholeMinute.test(value), 'use a whole minute').optional(),
  /** A published edition that this one corrects, and what was wrong. */
  corrects: z.strictObject({ id: editionId, what: text(4000) }).optional(),
})
export type ProposeEditionInput = z.infer<typeof proposeEditionInput>

export const returnEditionInput = z.strictObject({ ...editionTarget.shape, comment: text(1000) })
export type ReturnEditionInput = z.infer<typeof returnEditionInput>

/** A published edition by its address. */
export const editionInput = z.strictObject({ dossier: key, id: editionId })
export type EditionInput = z.infer<typeof editionInput>

/** `with`: the edition that it is compared with. */
export const compareInput = z.strictObject({ ...editionInput.shape, with: editionId })
export type CompareInput = z.infer<typeof compareInput>
