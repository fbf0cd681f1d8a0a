import { lastWritableDay, nextDay, previousDay } from './partial-date.ts'

/** An instant as `2013-11-27T04:00:00.000Z`: UTC, milliseconds. Instants in this form compare as strings. */
export type Instant = string

const parsed = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/

const pad = (n: number) => String(n).padStart(2, '0')

/**
 * The same instant in UTC with milliseconds: `2013-11-27T02:00+05:00` → `2013-11-26T21:00:00.000Z`.
 * Fractions finer than a millisecond are cut, which is how the database keeps recorded times, so a cut-off
 * given with microseconds never hides a row recorded in the same millisecond. An instant that UTC would place
 * outside the years 0000 to 9999 stops at their edge.
 *
 * @param instant text that satisfies the `instant` schema
 * @throws RangeError for other text: the edge has parsed what comes from outside
 */
export function formatInstant(instant: string): Instant {
  const m = parsed.exec(instant)
  if (!m) throw new RangeError('not an instant with its offset')
  const [
    ,
    day = '',
    hour = '',
    minute = '',
    second = '00',
    fraction = '',
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = m
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1)
  const local = Number(hour) * 60 + Number(minute)
  const rest = `${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  const minutes = local - offset
  if (minutes < 0) {
    const before = previousDay(day)
    return before === day ? `${day}T00:00:00.000Z` : formatUtc(before, minutes + 1440, rest)
  }
  if (minutes < 1440) return formatUtc(day, minutes, rest)
  return day === lastWritableDay ? `${day}T23:59:59.999Z` : formatUtc(nextDay(day), minutes - 1440, rest)
}

/** The day in UTC on which an instant lies. */
export const getUtcDay = (instant: string): string => formatInstant(instant).slice(0, 10)

const formatUtc = (day: string, minutes: number, rest: string): Instant =>
  `${day}T${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${rest}`
