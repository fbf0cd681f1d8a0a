import { z } from 'zod'
import { translatedFields, translationLanguages } from './translation.input.ts'

const translation = z.strictObject({
  language: z.enum(translationLanguages),
  /** `outdated`: made of another wording than the one in force. */
  state: z.enum(['current', 'outdated', 'missing']),
  text: z.string().nullable(),
  translator: z.string().nullable(),
  recordedAt: z.string().nullable(),
  /** What the original said when it was translated; only where it says something else now. */
  madeOf: z.string().nullable(),
  /** What the next version names as the one that it takes the place of. */
  version: z.int(),
})

/** Every field of a recommendation that can be translated, with how it stands in each language. */
export const translations = z.strictObject({
  ref: z.string(),
  title: z.string(),
  /** The version that the originals are of. */
  ofVersion: z.int(),
  fields: z.array(
    z.strictObject({
      field: z.enum(translatedFields),
      original: z.string(),
      translations: z.array(translation),
    }),
  ),
})
export type Translations = z.infer<typeof translations>

export const recordedTranslation = z.strictObject({ version: z.int() })
