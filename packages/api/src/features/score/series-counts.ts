import type { SeriesRow } from '@waymark/db/queries/series.query'
import { type Counts, getPlace, noCounts } from '@waymark/scoring/counts'
import { parseStanding } from '../../common/build-refs.ts'

/** The counts of each area from the rows of one day by one method; what is in force and has no finding is not assessed. */
export function sumByArea(rows: readonly SeriesRow[]): ReadonlyMap<string, Counts> {
  const areas = [...Map.groupBy(rows, ({ area }) => area)].map(([key, of]) => {
    const counts: Record<keyof Counts, number> = { ...noCounts }
    let without = 0
    for (const { word, count } of of) {
      if (word === null) {
        without += count
      } else {
        without -= count
        counts[getPlace(parseStanding(word, 'none'))] += count
      }
    }
    counts.unknown += without
    return [key, counts] as const
  })
  return new Map(areas)
}
