import type { Language } from './language.ts'

/** Names that keep their capital inside a sentence. */
const names: Readonly<Record<Language, RegExp>> = {
  en: /^(?:European|United)/,
  ru: /^(?:Европейск|Организация Объединённых)/,
  kk: /^(?:Еуропа|Біріккен)/,
}

/** A label as it stands inside a sentence. Abbreviations and names at its beginning keep their capitals. */
export const lowerFirst = (label: string, language: Language): string =>
  /^\p{Lu}{2}/u.test(label) || names[language].test(label)
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1)
