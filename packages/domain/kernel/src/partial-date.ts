import { z } from 'zod'

/**
 * Partial dates: `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (ISO 8601-2 / EDTF level 0), as real sources give them.
 * All arithmetic is on the proleptic Gregorian calendar with plain numbers: no `Date` object takes part,
 * so no time zone can shift a day.
 */

/** A calendar day, `YYYY-MM-DD`, known to exist. Days compare as strings. */
export type Day = string
/** A partial date as written in the source. */
export type PartialDate = string

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

const pad = (n: number, width: number) => String(n).padStart(width, '0')

const formatDay = (year: number, month: number, date: number): Day =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`

const parts = (day: Day) =>
  [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))] as const

/** True for a partial date that names an existing year (1000 to 9999), month or day. */
export function isPartialDate(s: string): boolean {
  const m = shape.exec(s)
  if (!m) return false
  const year = Number(m[1])
  if (year < 1000) return false
  if (m[2] === undefined) return true
  const month = Number(m[2])
  if (month < 1 || month > 12) return false
  return m[3] === undefined || (Number(m[3]) >= 1 && Number(m[3]) <= daysInMonth(year, month))
}

export const isDay = (s: string): boolean => s.length === 10 && isPartialDate(s)

/** The first day that a partial date allows: `2013-02` → `2013-02-01`. */
export function firstDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

/** The last day that a partial date allows: `2012-02` → `2012-02-29`. As-of and ordering use this one. */
export function lastDay(date: PartialDate): Day {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  return `${date}-${pad(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7))), 2)}`
}

/** The last day that can be written with four digits: sums beyond it stop here, so that days go on comparing as strings. */
export const lastWritableDay: Day = '9999-12-31'

/**
 * The same day so many calendar months later, clamped to the month's end:
 * 31 August + 6 months is 28 or 29 February.
 *
 * @param months a whole number, 0 or more
 */
export function addMonths(from: Day, months: number): Day {
  const index = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  if (year > 9999) return lastWritableDay
  return formatDay(year, month, Math.min(Number(from.slice(8)), daysInMonth(year, month)))
}

/** The day after; the last writable day is its own. */
export function nextDay(day: Day): Day {
  if (day >= lastWritableDay) return lastWritableDay
  const [year, month, date] = parts(day)
  if (date < daysInMonth(year, month)) return formatDay(year, month, date + 1)
  return month < 12 ? formatDay(year, month + 1, 1) : formatDay(year + 1, 1, 1)
}

/** So many days later, up to the last writable day. `days`: a whole number, 0 or more. */
export function addDays(from: Day, days: number): Day {
  let [year, month, date] = parts(from)
  let left = days
  for (let rest = daysInMonth(year, month) - date; left > rest; rest = daysInMonth(year, month) - date) {
    left -= rest + 1
    if (year === 9999 && month === 12) return lastWritableDay
    ;[year, month, date] = month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1]
  }
  return formatDay(year, month, date + left)
}

/** The day before; 1 January of year 0 is its own. */
export function previousDay(day: Day): Day {
  const [year, month, date] = parts(day)
  if (date > 1) return formatDay(year, month, date - 1)
  if (month > 1) return formatDay(year, month - 1, daysInMonth(year, month - 1))
  return year > 0 ? formatDay(year - 1, 12, 31) : day
}

export const partialDate = z
  .string()
  .refine(isPartialDate, 'use a date that exists, written YYYY, YYYY-MM or YYYY-MM-DD')

export const calendarDay = z.string().refine(isDay, 'use a day that exists, written YYYY-MM-DD')

/** An instant with its offset: `2013-11-27T09:00:00Z` or `…+05:00`. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'use an instant with its offset, like 2013-11-27T09:00:00Z',
})
