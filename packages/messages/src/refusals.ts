import type { Refusal, RefusalCode } from '@waymark/kernel/refusal'
import type { Language } from './language.ts'
import { en } from './refusals/en.ts'
import { kk } from './refusals/kk.ts'
import { ru } from './refusals/ru.ts'

/** The figures of a refusal, and where it applies. A sentence is whole without any of them. */
export type RefusalParams = Readonly<Record<string, string | number | undefined>>

/** One sentence or two for each code: what is wrong, where, and what to do. */
export type Refusals = Readonly<Record<RefusalCode, (params: RefusalParams) => string>>

export const refusals = { en, ru, kk } as const satisfies Record<Language, Refusals>

/** A refusal in the words of a language. */
export const formatRefusal = ({ code, path, params }: Refusal, language: Language): string =>
  refusals[language][code]({ ...params, path })
