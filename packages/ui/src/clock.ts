import { scaleUtc } from 'd3-scale'

/** An ISO day, `2013-11-27`. Components order and place days; they never ask for today's. */
export type Day = string

/** Maps days to a horizontal position. */
export type Clock = {
  readonly first: Day
  readonly last: Day
  readonly at: (day: Day) => number
  /** First of January of the years to be marked; `x` of the tick, `textX` of its label, `text` null for a bare tick. */
  readonly years: readonly { readonly x: number; readonly textX: number; readonly text: string | null }[]
}

const leastYearWidth = 44

/**
 * A clock from the first of January of the earliest year to a last day.
 *
 * @param days every day that will be drawn; those after `last` are ignored
 * @param last the day at the right end
 */
export function buildClock(days: readonly Day[], last: Day, range: readonly [number, number]): Clock {
  const earliest = [...days, last].sort()[0] ?? last
  // At least one whole year, so that a record a week old does not fill the width.
  const firstYear = Math.min(Number(earliest.slice(0, 4)), Number(last.slice(0, 4)) - 1)
  const first = `${firstYear}-01-01`
  const scale = scaleUtc([new Date(first), new Date(last)], range)
  const places = new Map<Day, number>()
  // A drawing asks for the place of a day some times over.
  const at = (day: Day): number => {
    const place = places.get(day) ?? Math.round(scale(new Date(day)) * 10) / 10
    places.set(day, place)
    return place
  }
  const lastYear = Number(last.slice(0, 4))
  const yearWidth = at(`${firstYear + 1}-01-01`) - at(first)
  const every = Math.ceil(leastYearWidth / yearWidth)
  const years = []
  for (let year = firstYear; year <= lastYear; year += 1) {
    const x = at(`${year}-01-01`)
    const end = year === lastYear ? at(last) : at(`${year + 1}-01-01`)
    const named = every === 1 ? end - x >= leastYearWidth * 0.75 : (year - firstYear) % every === 0
    years.push({
      x,
      textX: every === 1 ? Math.round((x + end) * 5) / 10 : x,
      text: named ? String(year) : null,
    })
  }
  return { first, last, at, years }
}

/** The rule for past dates: what lies after the chosen day has not been reached, whatever became known since. */
export function isReached(at: Day | null, asOf: Day): at is Day {
  return at !== null && at <= asOf
}
