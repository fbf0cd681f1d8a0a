import { getFiguresFromCounts } from '@waymark/scoring/figures'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { listKeptAreas } from '../../common/list-areas.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { getSeriesCounts } from './get-series-counts.query.ts'
import type { areaSeriesView } from './score.view.ts'

type AreaSeries = z.infer<typeof areaSeriesView>

/**
 * The index of each concern area over time by the method of the cut: at each dialogue round and milestone, at the end of
 * each year, and on the day shown.
 */
export async function getAreaSeries(ctx: Context, input: CutInput): Promise<AreaSeries> {
  const resolved = await getCut(ctx, input)
  const { method } = resolved
  const frame = await getFrame(ctx, resolved)
  const [areas, { points, getCountsOn }] = await Promise.all([
    listKeptAreas(ctx.record.public, resolved),
    getSeriesCounts(ctx, resolved, frame, ['round', 'milestone'], [method]),
  ])
  return {
    frame,
    introduced: method.introduced,
    points: [...points],
    areas: areas.map(({ key, title }) => ({
      key,
      title,
      figures: points.map(({ day }) => {
        const counts = getCountsOn(day, method).get(key)
        if (counts === undefined) return { index: null, coverage: { assessed: 0, applicable: 0 } }
        const { index, coverage } = getFiguresFromCounts(method, counts)
        return { index, coverage }
      }),
    })),
  }
}
