import { listMilestones, type MilestoneRow } from '@waymark/db/queries/gate.query'
import {
  type AheadRow,
  listAhead,
  listPassedGates,
  type PassedGates,
} from '@waymark/db/queries/readiness.query'
import { readinessOf } from '@waymark/linkage/readiness'
import { getKept } from '../../common/keep-answer.ts'
import { endOfTime, onDay, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { StepView } from './linkage.view.ts'

/** How many open gates of each milestone ahead are named beside its counts; the linkage list has the others. */
export const gatesShown = 10

export type Steps = {
  readonly rows: readonly MilestoneRow[]
  /** In the same order. */
  readonly steps: readonly StepView[]
  readonly ahead: readonly AheadRow[]
}

/**
 * Every gate whose milestone has occurred by now. No day shown changes its state, only what becomes known: so they are
 * found once for all days. (A milestone that occurred after the day shown is ahead on it, whatever stands here.)
 */
export function listFrozen(ctx: Context, resolved: ResolvedCut): Promise<PassedGates[]> {
  // On the last day there is every milestone that ever occurred has.
  const whenever = onDay(resolved, endOfTime)
  return getKept(ctx.record.public, whenever, 'frozen gates', () =>
    listPassedGates(ctx.record.public, whenever.record),
  )
}

/**
 * Every milestone in the order of the agreement's life, with the counts of its required gates of the partner's side. Those of
 * a milestone that has occurred are frozen: a required link is never to one that had occurred before its recommendation
 * was issued, so that the day shown adds none.
 *
 * @param most how many open gates of each milestone ahead are named
 */
export async function listSteps(ctx: Context, resolved: ResolvedCut, most = gatesShown): Promise<Steps> {
  const { record } = resolved
  const db = ctx.record.public
  const [rows, frozen, ahead] = await Promise.all([
    listMilestones(db, record),
    listFrozen(ctx, resolved),
    getKept(db, resolved, `ahead ${most}`, () => listAhead(db, record, most)),
  ])
  const passed = Map.groupBy(
    frozen.filter(({ counted }) => counted),
    ({ milestone }) => milestone,
  )
  const open = new Map(ahead.map((row) => [row.milestone, row]))
  return {
    rows,
    ahead,
    steps: rows.map((m) => ({
      key: m.key,
      track: { key: m.trackKey, title: m.trackTitle },
      kind: m.kind,
      title: m.title,
      planned: m.planned,
      occurred: m.occurred,
      cancelled: m.cancelled,
      required: m.occurred === null ? getOpen(open.get(m.key)) : countPassed(passed.get(m.key)),
    })),
  }
}

const nought = { met: 0, unmet: 0, unknown: 0, waived: 0 }

const getOpen = (row: AheadRow | undefined): StepView['required'] =>
  row === undefined ? nought : { met: row.met, unmet: row.unmet, unknown: row.unknown, waived: row.waived }

function countPassed(gates: readonly PassedGates[] = []): StepView['required'] {
  const counts = { ...nought }
  for (const { state, linkIds } of gates) counts[readinessOf[state]] += linkIds.length
  return counts
}
