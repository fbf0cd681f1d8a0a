import { listAreaCounts, listMovement } from '@waymark/db/queries/score.query'
import { getSum, noCounts } from '@waymark/scoring/counts'
import { getFiguresFromCounts, getScorecardFromCounts } from '@waymark/scoring/figures'
import type { z } from 'zod'
import { listMilestoneViews } from '../../common/build-gates.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { overview, Scorecard } from './score.view.ts'

async function buildScorecard(ctx: Context, { cut, record, method }: ResolvedCut): Promise<Scorecard> {
  const rows = await listAreaCounts(ctx.record.public, record)
  const byArea = Map.groupBy(rows, (r) => r.area)
  const areas = [...byArea].map(([key, of]) => ({
    key,
    title: of[0]?.title ?? key,
    counts: of.find((r) => r.side === 'partner')?.counts ?? noCounts,
  }))
  const { overall, areas: figures } = getScorecardFromCounts(method, areas)
  const euSide = getFiguresFromCounts(
    method,
    getSum(rows.filter((r) => r.side === 'eu').map((r) => r.counts)),
  )
  return {
    ...cut,
    overall,
    areas: figures.map(({ key, ...rest }, i) => ({ key, title: areas[i]?.title ?? key, ...rest })),
    euSide,
  }
}

export const getScore = async (ctx: Context, input: CutInput): Promise<Scorecard> =>
  buildScorecard(ctx, await getCut(ctx, input))

/** The scorecard as a page: figures, movement since the last dialogue round, milestones ahead. */
export async function getOverview(ctx: Context, input: CutInput): Promise<z.infer<typeof overview>> {
  const resolved = await getCut(ctx, input)
  const frame = await getFrame(ctx, resolved)
  const { asOf } = resolved.cut
  const before = frame.moments.filter((m) => m.kind === 'round' && m.day < asOf).at(-1)
  const [score, movement, milestones] = await Promise.all([
    buildScorecard(ctx, resolved),
    before === undefined ? [] : listMovement(ctx.record.public, resolved.record, before.day),
    listMilestoneViews(ctx.record.public, resolved.record, undefined, { aheadOnly: true }),
  ])
  return {
    frame,
    score,
    since: before === undefined ? null : { key: before.key, title: before.title, date: before.date },
    movement: movement.map(({ area, ...rest }) => ({ area, movement: rest })),
    ahead: milestones.views.filter(
      (m) => m.occurred === null && Object.values(m.required).some((n) => n > 0),
    ),
  }
}
