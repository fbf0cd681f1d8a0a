import { en } from './errors/en.ts'
import { kk } from './errors/kk.ts'
import { ru } from './errors/ru.ts'
import { isLanguage, type Language } from './language.ts'

/** What happened, what it means, and what to do. */
export type ErrorText = { readonly title: string; readonly sentence: string; readonly next: string }

type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 422 | 429 | 500

/** What a document says that shows nothing else: the way past its masthead, the way to the front page, an error by its status. */
export type ErrorTexts = {
  readonly skip: string
  readonly front: string
  readonly statuses: Readonly<Record<ErrorStatus, ErrorText>>
}

export const errorTexts = { en, ru, kk } as const satisfies Record<Language, ErrorTexts>

/** The texts of a language; those of English for a code that is none of ours. */
export const getErrorTexts = (code: string): ErrorTexts => errorTexts[isLanguage(code) ? code : 'en']

/** The words for a status; one that has none of its own gets those of 400 or 500. */
export function getErrorText(status: number, code: string): ErrorText {
  const { statuses } = getErrorTexts(code)
  return (
    (statuses as Readonly<Record<number, ErrorText>>)[status] ??
    (status < 500 ? statuses[400] : statuses[500])
  )
}
