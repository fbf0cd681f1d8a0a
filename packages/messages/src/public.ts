import { publicMessages as en, type PublicMessages } from './en/public.ts'
import { publicMessages as kk } from './kk/public.ts'
import type { Language } from './language.ts'
import { publicMessages as ru } from './ru/public.ts'

/** The copy of the public pages. A sentence that one of the languages lacks does not compile. */
export const publicMessages = { en, ru, kk } as const satisfies Record<Language, PublicMessages>

export const getPublicMessages = (language: Language): PublicMessages => publicMessages[language]
