import { listAreaCounts } from '@waymark/db/queries/score.query'
import { getSeriesStart, listSeries } from '@waymark/db/queries/series.query'
import { getFiguresFromCounts } from '@waymark/scoring/figures'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getKept } from '../../common/keep-answer.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { areaSeriesView } from './score.view.ts'
import { sumByArea } from './series-counts.ts'
import { listSeriesPoints } from './series-points.ts'

type AreaSeries = z.infer<typeof areaSeriesView>

/**
 * The index of each concern area over time by the method of the cut: at each dialogue round and milestone, at the end of
 * each year, and on the day shown. One query for all areas and days.
 */
export async function getAreaSeries(ctx: Context, input: CutInput): Promise<AreaSeries> {
  const resolved = await getCut(ctx, input)
  const { record, method } = resolved
  const db = ctx.record.public
  const [frame, start, now] = await Promise.all([
    getFrame(ctx, resolved),
    getSeriesStart(db, record),
    getKept(db, resolved, 'area counts', () => listAreaCounts(db, record)),
  ])
  const points = start === null ? [] : listSeriesPoints(frame, start, ['round', 'milestone'])
  const days = [...new Set(points.map(({ day }) => day))]
  const rows =
    days.length === 0
      ? []
      : await getKept(db, resolved, 'area series', () => listSeries(db, record, days, [method]))
  const byDay = new Map([...Map.groupBy(rows, ({ day }) => day)].map(([day, own]) => [day, sumByArea(own)]))
  const titles = new Map(now.map(({ area, title }) => [area, title]))
  return {
    frame,
    introduced: method.introduced,
    points,
    areas: [...titles].map(([key, title]) => ({
      key,
      title,
      figures: points.map(({ day }) => {
        const counts = byDay.get(day)?.get(key)
        if (counts === undefined) return { index: null, coverage: { assessed: 0, applicable: 0 } }
        const { index, coverage } = getFiguresFromCounts(method, counts)
        return { index, coverage }
      }),
    })),
  }
}
