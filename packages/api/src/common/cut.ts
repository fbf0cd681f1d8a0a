import { key } from '@waymark/kernel/key'
import { calendarDay, instant } from '@waymark/kernel/partial-date'
import { contentLanguage, translatableField, translatableKind } from '@waymark/recommendation/translatable'
import { z } from 'zod'

/** Which cut through the record is asked for. Left out: today, everything recorded, the dossier's method. */
export const cutInput = z.strictObject({
  dossier: key,
  asOf: calendarDay.optional(),
  knownAt: instant.optional(),
  method: z.string().max(40).optional(),
  /** The texts that have a translation into it come beside the originals. */
  lang: contentLanguage.optional(),
})
export type CutInput = z.infer<typeof cutInput>

/** A text of the answer in the language that was asked for. */
export const publicText = z.strictObject({
  kind: translatableKind,
  /** Of a step and a finding: the reference of their recommendation. */
  key: z.string(),
  field: translatableField,
  /** As it stands in the answer. */
  original: z.string(),
  /** Of a recommendation in the words of its source: that source's language; null of all others. */
  originalLanguage: z.string().nullable(),
  text: z.string(),
  /** Where it was made of another wording: since when the original says something else; null where it is up to date. */
  outdatedSince: z.string().nullable(),
})
export type PublicText = z.infer<typeof publicText>

/**
 * The cut that was answered. `knownAt` is the record cut-off: the instant asked for, or, when none was asked for,
 * the instant at which the dossier's public record last changed (nothing later is known, so it means "now").
 */
export const cut = z.strictObject({
  dossier: z.string(),
  asOf: z.string(),
  knownAt: z.string(),
  method: z.string(),
  /** Only where a language was asked for: what of the answer is on record in it. */
  lang: contentLanguage.optional(),
  texts: z.array(publicText).optional(),
})
export type Cut = z.infer<typeof cut>
