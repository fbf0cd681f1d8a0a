import type { Counts } from '@waymark/scoring/counts'
import { getScorecardFromCounts } from '@waymark/scoring/figures'
import type { Method } from '@waymark/scoring/method'
import { methods } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { getSeriesCounts } from './get-series-counts.query.ts'
import type { seriesView } from './score.view.ts'

type Series = z.infer<typeof seriesView>

/** The index over time by every method: at each dialogue round, at the end of each year, and on the day shown. */
export async function getSeries(ctx: Context, input: CutInput): Promise<Series> {
  const resolved = await getCut(ctx, input)
  const frame = await getFrame(ctx, resolved)
  const all: readonly Method[] = Object.values(methods)
  const { points, getCountsOn } = await getSeriesCounts(ctx, resolved, frame, ['round'], all)
  return {
    frame,
    methods: all.map(({ id, title, introduced }) => ({ id, title, introduced })),
    points: points.map((point) => ({
      ...point,
      figures: all.map((method) => ({
        method: method.id,
        ...buildFigures(method, getCountsOn(point.day, method)),
      })),
    })),
  }
}

/** Index and coverage from the counts of one day by one method. */
function buildFigures(method: Method, counts: ReadonlyMap<string, Counts>) {
  const areas = [...counts].map(([key, of]) => ({ key, counts: of }))
  const { index, coverage } = getScorecardFromCounts(method, areas).overall
  return { index, coverage }
}
