import {
  contentLanguage,
  translatableField,
  translatableKind,
  translationState,
} from '@waymark/recommendation/translatable'
import { z } from 'zod'

const translation = z.strictObject({
  language: contentLanguage,
  /** `outdated`: made of another wording than the one in force. */
  state: translationState,
  text: z.string().nullable(),
  translator: z.string().nullable(),
  recordedAt: z.string().nullable(),
  /** What the original said when it was translated; only where it says something else now. */
  madeOf: z.string().nullable(),
  /** What the next version names as the one that it takes the place of. */
  version: z.int(),
})

/** Every field of one thing that can be translated, with how it stands in each language. */
export const translations = z.strictObject({
  kind: translatableKind,
  key: z.string(),
  label: z.string(),
  /** The version that the originals are of. */
  ofVersion: z.int(),
  fields: z.array(
    z.strictObject({
      field: translatableField,
      original: z.string(),
      translations: z.array(translation),
    }),
  ),
})
export type Translations = z.infer<typeof translations>

/** What of a dossier is translated, what is missing, and what is out of date. */
export const translationList = z.strictObject({
  /** By kind and language; a kind of which the dossier has nothing is left out. */
  counts: z.array(
    z.strictObject({
      kind: translatableKind,
      language: contentLanguage,
      missing: z.int(),
      outdated: z.int(),
      current: z.int(),
    }),
  ),
  rows: z.array(
    z.strictObject({
      kind: translatableKind,
      key: z.string(),
      label: z.string(),
      field: translatableField,
      language: contentLanguage,
      state: translationState,
      original: z.string(),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})
export type TranslationList = z.infer<typeof translationList>

/** `waits`: the words are about a person who is public, and a second person decides. `version` is null until then. */
export const recordedTranslation = z.strictObject({ version: z.int().nullable(), waits: z.boolean() })

const rowError = z.strictObject({
  row: z.int(),
  code: z.enum(['unknown', 'original-changed', 'translated-meanwhile', 'personal', 'too-long']),
  name: z.string(),
})
/** What a table of translations would do. Errors: the first of them, all are counted. */
export const translationPlan = z.strictObject({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  errors: z.array(rowError),
  errorCount: z.int(),
  /** Why the file is not read at all, as a sentence. */
  unreadable: z.string().nullable(),
  basis: z.string(),
})
export type TranslationPlan = z.infer<typeof translationPlan>
export const importedTranslations = z.strictObject({ added: z.int(), changed: z.int() })
