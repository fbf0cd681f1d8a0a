import { listMilestones, type MilestoneRow } from '@waymark/db/queries/gate.query'
import { listReadiness, type ReadinessRow } from '@waymark/db/queries/link.query'
import { getKept } from '../../common/keep-answer.ts'
import type { ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { StepView } from './linkage.view.ts'

/** The last day there is: on it every milestone that ever occurred has. */
const endOfTime = '9999-12-31'

/**
 * Every milestone in the order of the agreement's life, with the counts of its required gates of the partner's side.
 *
 * The counts of a milestone that has occurred are frozen: no day shown changes them (a required link is never to a milestone
 * that had occurred before its recommendation was issued), only what becomes known. So they are found once for all days.
 */
export async function listSteps(
  ctx: Context,
  resolved: ResolvedCut,
): Promise<{ rows: MilestoneRow[]; steps: StepView[] }> {
  const { record } = resolved
  const db = ctx.record.public
  const whenever = { ...resolved, record: { ...record, asOf: endOfTime } }
  const [rows, passed, ahead] = await Promise.all([
    listMilestones(db, record),
    getKept(db, whenever, 'readiness', () => listReadiness(db, whenever.record)),
    getKept(db, resolved, 'readiness ahead', () => listReadiness(db, record, 'all')),
  ])
  const byKey = (counts: readonly ReadinessRow[]) => new Map(counts.map((c) => [c.milestone, c]))
  const [frozen, open] = [byKey(passed), byKey(ahead)]
  return {
    rows,
    steps: rows.map((m) => buildStep(m, (m.occurred === null ? open : frozen).get(m.key))),
  }
}

function buildStep(m: MilestoneRow, counts: ReadinessRow | undefined): StepView {
  const { met = 0, unmet = 0, unknown = 0, waived = 0 } = counts ?? {}
  return {
    key: m.key,
    track: { key: m.trackKey, title: m.trackTitle },
    kind: m.kind,
    title: m.title,
    planned: m.planned,
    occurred: m.occurred,
    cancelled: m.cancelled,
    required: { met, unmet, unknown, waived },
  }
}
