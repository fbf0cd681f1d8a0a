import type { DeskCatalogue } from './desk/catalogue.ts'
import type { Language } from './language.ts'

/** The same a language at a time, for browsers: only what is asked for is fetched. */
export const deskLoaders: Readonly<Record<Language, () => Promise<DeskCatalogue>>> = {
  en: async () => (await import('./desk/en.ts')).en,
  ru: async () => (await import('./desk/ru.ts')).ru,
  kk: async () => (await import('./desk/kk.ts')).kk,
}
