import { getSeriesStart, listSeries, listStandings } from '@waymark/db/queries/series.query'
import type { Counts } from '@waymark/scoring/counts'
import type { Method } from '@waymark/scoring/method'
import type { Frame, Moment } from '../../common/frame.view.ts'
import { getKept } from '../../common/keep-answer.ts'
import { endOfTime, onDay, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { countByDay, countByMethod } from './series-counts.ts'
import { listFixedDays, listSeriesPoints, type SeriesDay } from './series-points.ts'

/** The points of an index over time, and the counts of each area at one of them; none for an area that holds nothing. */
export type SeriesCounts<K extends Moment['kind']> = {
  readonly points: readonly SeriesDay<K>[]
  readonly getCountsOn: (day: string, method: Method) => ReadonlyMap<string, Counts>
}

const nothing: ReadonlyMap<string, Counts> = new Map()

/**
 * Counts the partner's side at each point of an index over time. How it stood on a day that lies behind the day shown
 * depends on that day and on what is on record, not on the day shown: such days are counted once for all days shown, and
 * only the day shown is counted for itself.
 */
export async function getSeriesCounts<K extends Moment['kind']>(
  ctx: Context,
  resolved: ResolvedCut,
  frame: Frame,
  kinds: readonly K[],
  methods: readonly Method[],
): Promise<SeriesCounts<K>> {
  const db = ctx.record.public
  const { asOf } = resolved.record
  const whenever = onDay(resolved, endOfTime)
  const start = await getKept(db, whenever, 'series start', () => getSeriesStart(db, whenever.record))
  if (start === null || start > asOf) return { points: [], getCountsOn: () => nothing }
  const { days, through } = listFixedDays(frame, start, kinds, resolved.today)
  const past = onDay(resolved, through)
  const named = [...kinds, ...methods.map(({ id }) => id)].join(' ')
  const [fixed, shown] = await Promise.all([
    getKept(db, past, `series ${named}`, async () =>
      countByDay(await listSeries(db, past.record, days, methods)),
    ),
    getKept(db, resolved, `standings ${named}`, async () =>
      countByMethod(await listStandings(db, resolved.record, methods)),
    ),
  ])
  return {
    points: listSeriesPoints(frame, start, kinds),
    getCountsOn: (day, { id }) => (day === asOf ? shown : fixed.get(day))?.get(id) ?? nothing,
  }
}
