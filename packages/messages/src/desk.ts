import type { DeskCatalogue } from './desk/catalogue.ts'
import { en } from './desk/en.ts'
import { kk } from './desk/kk.ts'
import { ru } from './desk/ru.ts'
import type { Language } from './language.ts'

/** The copy of the desk and of the accounts. A message that one of the languages lacks does not compile. */
export const deskCatalogues = { en, ru, kk } as const satisfies Record<Language, DeskCatalogue>
