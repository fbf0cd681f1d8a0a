import { key, reference, text } from '@waymark/kernel/key'
import { z } from 'zod'

/** The languages of the organisations; a dossier's originals may be in any of them. */
export const translationLanguages = ['en', 'ru', 'kk'] as const
/** What of a recommendation is put into other languages. */
export const translatedFields = ['title', 'text', 'criterion'] as const

export const translationTarget = z.strictObject({ dossier: key, ref: reference })

export const recordTranslationInput = translationTarget.extend({
  field: z.enum(translatedFields),
  language: z.enum(translationLanguages),
  text: text(10_000),
  /** The version of the recommendation that the translator had before them. */
  ofVersion: z.int().positive(),
  /** The version of the translation that this one takes the place of; 0 where there was none. */
  basedOn: z.int().min(0),
})
export type RecordTranslationInput = z.infer<typeof recordTranslationInput>
