import { z } from 'zod'

/** The languages of the organisations; a dossier's originals may be in any of them. */
export const contentLanguages = ['en', 'ru', 'kk'] as const
export const contentLanguage = z.enum(contentLanguages)
export type ContentLanguage = z.infer<typeof contentLanguage>

/** What is put into other languages: the texts that readers see, by what they are of. */
export const translatable = {
  dossier: ['title', 'note'],
  area: ['title', 'summary'],
  round: ['title'],
  milestone: ['title'],
  commitment: ['summary'],
  recommendation: ['title', 'text', 'criterion'],
  step: ['text'],
  /** A published finding. */
  finding: ['rationale'],
  /** A public case. */
  case: ['name', 'summary'],
} as const satisfies Record<string, readonly string[]>

export type TranslatableKind = keyof typeof translatable
export type TranslatableField = (typeof translatable)[TranslatableKind][number]

export const translatableKinds = Object.keys(translatable) as readonly TranslatableKind[]
export const translatableKind = z.enum(translatableKinds)
export const translatableFields = [
  ...new Set(Object.values(translatable).flat()),
] as readonly TranslatableField[]
export const translatableField = z.enum(translatableFields)

/** True when a kind has such a field. */
export const hasField = (kind: TranslatableKind, field: string): boolean =>
  (translatable[kind] as readonly string[]).includes(field)

/** True of a property or a column that holds words and never a key: a field of those, or the title of something else (`areaTitle`). */
export const hasWords = (name: string): boolean =>
  (translatableFields as readonly string[]).includes(name) || /Title$/.test(name)

/** How a translation stands: `outdated` where it was made of another wording than the one in force. */
export const translationStates = ['missing', 'outdated', 'current'] as const
export const translationState = z.enum(translationStates)
export type TranslationState = z.infer<typeof translationState>
