import { getSeriesStart, listSeries, type SeriesRow } from '@waymark/db/queries/series.query'
import { getScorecardFromCounts } from '@waymark/scoring/figures'
import type { Method } from '@waymark/scoring/method'
import { methods } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getKept } from '../../common/keep-answer.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { seriesView } from './score.view.ts'
import { sumByArea } from './series-counts.ts'
import { listSeriesPoints } from './series-points.ts'

type Series = z.infer<typeof seriesView>

/** The index over time by every method: at each dialogue round, at the end of each year, and on the day shown. */
export async function getSeries(ctx: Context, input: CutInput): Promise<Series> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const [frame, start] = await Promise.all([getFrame(ctx, resolved), getSeriesStart(db, record)])
  const points = start === null ? [] : listSeriesPoints(frame, start, ['round'])
  const days = [...new Set(points.map(({ day }) => day))]
  const all: readonly Method[] = Object.values(methods)
  const rows =
    days.length === 0 ? [] : await getKept(db, resolved, 'series', () => listSeries(db, record, days, all))
  const byDay = Map.groupBy(rows, ({ day }) => day)
  return {
    frame,
    methods: all.map(({ id, title, introduced }) => ({ id, title, introduced })),
    points: points.map((point) => ({
      ...point,
      figures: all.map((method) => ({
        method: method.id,
        ...buildFigures(
          method,
          (byDay.get(point.day) ?? []).filter((row) => row.method === method.id),
        ),
      })),
    })),
  }
}

/** Index and coverage from the counts of one day by one method. */
function buildFigures(method: Method, rows: readonly SeriesRow[]) {
  const areas = [...sumByArea(rows)].map(([key, counts]) => ({ key, counts }))
  const { index, coverage } = getScorecardFromCounts(method, areas).overall
  return { index, coverage }
}
