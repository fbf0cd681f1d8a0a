import type { SeriesRow, StandingRow } from '@waymark/db/queries/series.query'
import { type Counts, getPlace, noCounts } from '@waymark/scoring/counts'
import { parseStanding } from '../../common/build-refs.ts'

/** The counts of each area by each method. */
export type CountsByMethod = ReadonlyMap<string, ReadonlyMap<string, Counts>>

/** The same on each of many days. */
export type CountsByDay = ReadonlyMap<string, CountsByMethod>

/** From the rows of many days; what is in force and has no finding is not assessed. */
export const countByDay = (rows: readonly SeriesRow[]): CountsByDay =>
  new Map([...Map.groupBy(rows, ({ day }) => day)].map(([day, of]) => [day, countByMethod(of)]))

/** From the rows of one day. */
export const countByMethod = (
  rows: readonly (Pick<StandingRow, 'method' | 'area' | 'count'> & { readonly word: string | null })[],
): CountsByMethod =>
  new Map(
    [...Map.groupBy(rows, ({ method }) => method)].map(([method, of]) => [
      method,
      new Map([...Map.groupBy(of, ({ area }) => area)].map(([area, own]) => [area, getCounts(own)])),
    ]),
  )

function getCounts(rows: readonly { readonly word: string | null; readonly count: number }[]): Counts {
  const counts: Record<keyof Counts, number> = { ...noCounts }
  const all = rows.find(({ word }) => word === null)
  for (const { word, count } of rows) {
    if (word === null) continue
    counts[getPlace(parseStanding(word, 'none'))] += count
    // Of all that are in force, those with a word are told by it.
    if (all !== undefined) counts.unknown -= count
  }
  counts.unknown += all?.count ?? 0
  return counts
}
