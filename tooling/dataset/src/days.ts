import type { PartialDate } from '@waymark/kernel/partial-date'
import type { Draw } from './random.ts'

const msInDay = 86_400_000

/** Days since 1 January 1970, as a calendar day. */
export const formatDay = (days: number): string => new Date(days * msInDay).toISOString().slice(0, 10)

export const parseDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / msInDay

/** A day as sources give it: six in ten whole, three by month, one by year. */
export function formatPartial(days: number, draw: Draw): PartialDate {
  const at = draw.next()
  const day = formatDay(days)
  return at < 0.6 ? day : at < 0.9 ? day.slice(0, 7) : day.slice(0, 4)
}
