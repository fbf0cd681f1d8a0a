/** The languages of the product. Addresses, keys and the audit trail are in none of them. */
export const languages = ['en', 'ru', 'kk'] as const
export type Language = (typeof languages)[number]

export const languageNames = {
  en: 'English',
  ru: 'Русский',
  kk: 'Қазақша',
} as const satisfies Record<Language, string>

export const isLanguage = (s: string): s is Language => (languages as readonly string[]).includes(s)
