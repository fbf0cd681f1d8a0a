import { z } from 'zod'

/** A time of day as people say it: `14:30`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time like 14:30')

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The zone whose clock hangs in the room, by its IANA name: `Asia/Almaty`. */
export const timeZone = z.string().max(60).refine(isZone, 'use a time zone like Asia/Almaty')
