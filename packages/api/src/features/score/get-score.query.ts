import { listMilestones } from '@waymark/db/queries/gate.query'
import type { RecordCut } from '@waymark/db/queries/relations'
import {
  type AreaCounts,
  getOverviewCounts,
  listAreaCounts,
  listMovement,
} from '@waymark/db/queries/score.query'
import type { Reader } from '@waymark/db/reader'
import { getSum, noCounts } from '@waymark/scoring/counts'
import { getFiguresFromCounts, getScorecardFromCounts } from '@waymark/scoring/figures'
import type { Method } from '@waymark/scoring/method'
import { defaultMethod, methods } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import { buildMilestoneViews } from '../../common/build-gates.ts'
import type { CutInput } from '../../common/cut.ts'
import { getKept } from '../../common/keep-answer.ts'
import { getCut, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { overview, Scorecard } from './score.view.ts'

type Overview = z.infer<typeof overview>

function buildScorecard({ cut, method }: ResolvedCut, rows: readonly AreaCounts[]): Scorecard {
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

/** The overall figures at the same cut by the other methods; none beside the method that is used where none is named. */
async function listBeside(ctx: Context, resolved: ResolvedCut): Promise<Overview['beside']> {
  if (resolved.method.id === defaultMethod) return []
  const others: readonly Method[] = Object.values(methods).filter(({ id }) => id !== resolved.method.id)
  return Promise.all(
    others.map(async (method) => {
      const { cut, record } = resolved
      const other = {
        ...resolved,
        method,
        cut: { ...cut, method: method.id },
        record: { ...record, freshnessMonths: method.freshnessMonths },
      }
      const db = ctx.record.public
      const rows = await getKept(db, other, 'area counts', () => listAreaCounts(db, other.record))
      const { index, coverage } = buildScorecard(other, rows).overall
      return { method: method.id, index, coverage }
    }),
  )
}

export async function getScore(ctx: Context, input: CutInput): Promise<Scorecard> {
  const resolved = await getCut(ctx, input)
  const db = ctx.record.public
  return buildScorecard(
    resolved,
    await getKept(db, resolved, 'area counts', () => listAreaCounts(db, resolved.record)),
  )
}

/** What the page of the scorecard asks of the record at a cut: counts, movement since an earlier day, milestones ahead. */
async function loadOverview(db: Reader, record: RecordCut, since: string | undefined) {
  const [{ areas, ahead }, movement, rows] = await Promise.all([
    getOverviewCounts(db, record),
    since === undefined ? [] : listMovement(db, record, since),
    listMilestones(db, record),
  ])
  const milestones = await buildMilestoneViews(db, record, rows, ahead)
  return {
    areas,
    movement: movement.map(({ area, ...rest }) => ({ area, movement: rest })),
    ahead: milestones.filter(
      (m) => m.occurred === null && m.cancelled === null && Object.values(m.required).some((n) => n > 0),
    ),
  }
}

/** The scorecard as a page: figures, movement since the last dialogue round, milestones ahead. */
export async function getOverview(ctx: Context, input: CutInput): Promise<Overview> {
  const resolved = await getCut(ctx, input)
  const frame = await getFrame(ctx, resolved)
  const { record } = resolved
  const db = ctx.record.public
  const before = frame.moments.filter((m) => m.kind === 'round' && m.day < record.asOf).at(-1)
  const [{ areas, movement, ahead }, beside] = await Promise.all([
    getKept(db, resolved, 'overview', () => loadOverview(db, record, before?.day)),
    listBeside(ctx, resolved),
  ])
  return {
    frame,
    score: buildScorecard(resolved, areas),
    beside,
    since: before === undefined ? null : { key: before.key, title: before.title, date: before.date },
    movement,
    ahead,
  }
}
