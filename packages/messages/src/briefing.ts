import { type BriefingMessages, briefingMessages as en } from './en/briefing.ts'
import { briefingMessages as kk } from './kk/briefing.ts'
import type { Language } from './language.ts'
import { briefingMessages as ru } from './ru/briefing.ts'

/** Words of the briefings for dialogue rounds. */
export const briefingMessages = { en, ru, kk } as const satisfies Record<Language, BriefingMessages>
