import { type DataMessages, dataMessages as en } from './en/public-data.ts'
import { dataMessages as kk } from './kk/public-data.ts'
import type { Language } from './language.ts'
import { dataMessages as ru } from './ru/public-data.ts'

/** The words of the open data. A sentence that one of the languages lacks does not compile. */
export const dataMessages = { en, ru, kk } as const satisfies Record<Language, DataMessages>

export const getDataMessages = (language: Language): DataMessages => dataMessages[language]
