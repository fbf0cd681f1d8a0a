import { type BriefMessages, briefMessages as en } from './en/brief.ts'
import { briefMessages as kk } from './kk/brief.ts'
import type { Language } from './language.ts'
import { briefMessages as ru } from './ru/brief.ts'

/** Words of the briefs. */
export const briefMessages = { en, ru, kk } as const satisfies Record<Language, BriefMessages>
