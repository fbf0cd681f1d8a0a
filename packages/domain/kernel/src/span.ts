import { addMonths, type Day, firstDay, lastDay, type PartialDate, previousDay } from './partial-date.ts'

/** What a span is counted by. */
export type BucketUnit = 'year' | 'quarter' | 'month'

/** A stretch of days, both included, and the unit by which it is counted. */
export type Span = { readonly from: Day; readonly to: Day; readonly unit: BucketUnit }

/** Months from a year on, as a number; months compare and are counted as numbers. */
const getIndex = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
const formatMonth = (index: number) =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

/** Stretches of so many months, first and last included. The unit is the finest whose buckets still can be told apart. */
export const getUnit = (months: number): BucketUnit =>
  months <= 30 ? 'month' : months <= 96 ? 'quarter' : 'year'

/** A span of whole months, `YYYY-MM`, both included. */
export type Months = { readonly from: string; readonly to: string }

export const countMonths = ({ from, to }: Months): number => getIndex(to) - getIndex(from) + 1

/** The days of a span, and the unit by which it is counted. */
export const buildSpan = (months: Months): Span => ({
  from: firstDay(months.from),
  to: lastDay(months.to),
  unit: getUnit(countMonths(months)),
})

/** The last day of the bucket that begins on a day. */
export function getBucketEnd(from: Day, unit: BucketUnit): Day {
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1
  return previousDay(addMonths(from, months))
}

/**
 * What was asked for, as months: a year means its first month as the beginning and its last as the end. What is left out
 * is the end of the whole, or of what was asked for where that lies beyond. Null where it would begin after its end.
 */
export function parseMonths(
  { from, to }: { readonly from?: PartialDate | undefined; readonly to?: PartialDate | undefined },
  whole: Months,
): Months | null {
  const first = from === undefined ? null : firstDay(from).slice(0, 7)
  const last = to === undefined ? null : lastDay(to).slice(0, 7)
  const asked = {
    from: first ?? [whole.from, last ?? whole.from].sort()[0] ?? whole.from,
    to: last ?? [whole.to, first ?? whole.to].sort()[1] ?? whole.to,
  }
  return asked.from <= asked.to ? asked : null
}

/** From the first dated thing to the end of the year shown, or of what is planned, but at most five years ahead. */
export function getWhole(first: Day | null, lastPlanned: Day | null, asOf: Day): Months {
  const year = Number(asOf.slice(0, 4))
  const planned = lastPlanned === null ? year : Number(lastPlanned.slice(0, 4))
  const end = Math.min(9999, Math.max(year, Math.min(planned, year + 5)))
  const begin = Math.min(first === null ? year : Number(first.slice(0, 4)), end)
  const format = (n: number) => String(n).padStart(4, '0')
  return { from: `${format(begin)}-01`, to: `${format(end)}-12` }
}

const least = 1
const [firstMonth, lastMonth] = [1000 * 12, 9999 * 12 + 11]
const build = (from: number, months: number): Months => {
  const begin = Math.min(Math.max(from, firstMonth), lastMonth - months + 1)
  return { from: formatMonth(begin), to: formatMonth(begin + months - 1) }
}

/** The middle half of a span; null where it cannot be smaller. */
export function getZoomedIn(span: Months): Months | null {
  const months = countMonths(span)
  const half = Math.max(least, Math.ceil(months / 2))
  return half === months ? null : build(getIndex(span.from) + Math.floor((months - half) / 2), half)
}

/** Twice a span around its middle, within the whole; null where it holds the whole already. */
export function getZoomedOut(span: Months, whole: Months): Months | null {
  if (span.from <= whole.from && span.to >= whole.to) return null
  const months = countMonths(span)
  const wide = { from: getIndex(span.from) - Math.floor(months / 2), months: months * 2 }
  const [from, to] = [
    Math.max(wide.from, Math.min(getIndex(whole.from), getIndex(span.from))),
    Math.min(wide.from + wide.months - 1, Math.max(getIndex(whole.to), getIndex(span.to))),
  ]
  return build(from, to - from + 1)
}

/** The span of the same length before (-1) or after (+1) by half of it; null where nothing of the whole lies there. */
export function getMoved(span: Months, whole: Months, direction: -1 | 1): Months | null {
  if (direction < 0 ? span.from <= whole.from : span.to >= whole.to) return null
  const months = countMonths(span)
  return build(getIndex(span.from) + direction * Math.max(1, Math.floor(months / 2)), months)
}

/** The last so many months of a whole up to a day's month, within it. */
export function getLast(whole: Months, asOf: Day, months: number): Months {
  const to = [asOf.slice(0, 7), whole.to].sort()[0] ?? whole.to
  const from = Math.max(getIndex(whole.from), getIndex(to) - months + 1)
  return { from: formatMonth(Math.min(from, getIndex(to))), to }
}

/** The months of a bucket, for looking at it alone. */
export const getBucketMonths = (from: Day, unit: BucketUnit): Months => ({
  from: from.slice(0, 7),
  to: getBucketEnd(from, unit).slice(0, 7),
})

/** The day before a bucket begins: what its changes are compared with. */
export const getDayBefore = (from: Day): Day => previousDay(from)
