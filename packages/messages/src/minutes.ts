import { minutesMessages as en, type MinutesMessages } from './en/minutes.ts'
import { minutesMessages as kk } from './kk/minutes.ts'
import type { Language } from './language.ts'
import { minutesMessages as ru } from './ru/minutes.ts'

/** Words of the minutes of meetings as files. */
export const minutesMessages = { en, ru, kk } as const satisfies Record<Language, MinutesMessages>
