import { key, text } from '@waymark/kernel/key'
import {
  contentLanguage,
  hasField,
  translatableField,
  translatableKind,
  translationState,
} from '@waymark/recommendation/translatable'
import { z } from 'zod'

/** Names one thing of a dossier, by its kind: a key, a reference, `REF.step`, or the number of a finding. */
const subjectKey = z.string().regex(/^[A-Za-z0-9.-]{1,180}$/)

export const translationTarget = z.strictObject({ dossier: key, kind: translatableKind, key: subjectKey })

export const translationListInput = z.strictObject({
  dossier: key,
  kind: translatableKind.optional(),
  language: contentLanguage.optional(),
  /** `open`: what is missing or out of date. */
  state: z.enum(['open', ...translationState.options]).optional(),
  page: z.int().min(1).max(10_000).optional(),
})
export type TranslationListInput = z.infer<typeof translationListInput>

export const recordTranslationInput = translationTarget
  .extend({
    field: translatableField,
    language: contentLanguage,
    text: text(10_000),
    /** The version of the original that the translator had before them. */
    ofVersion: z.int().positive(),
    /** The version of the translation that this one takes the place of; 0 where there was none. */
    basedOn: z.int().min(0),
  })
  .refine(({ kind, field }) => hasField(kind, field), {
    path: ['field'],
    message: 'is not a field of that kind',
  })
export type RecordTranslationInput = z.infer<typeof recordTranslationInput>

export const exportTranslationsInput = z.strictObject({
  dossier: key,
  format: z.enum(['xlsx', 'csv']),
  language: contentLanguage,
})
export type ExportTranslationsInput = z.infer<typeof exportTranslationsInput>

/** A table of translations is small: 8 MB in base64. */
const mostBase64 = Math.ceil((8 * 1024 * 1024) / 3) * 4
export const checkTranslationsInput = z.strictObject({
  dossier: key,
  name: text(200),
  base64: z.string().max(mostBase64),
})
/** `basis`: the hash of what the check showed; something else is not brought in. */
export const importTranslationsInput = checkTranslationsInput.extend({ basis: z.string().max(100) })
