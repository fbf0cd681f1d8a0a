import { type GateRow, listCommitmentsOf, listGates } from '@waymark/db/queries/gate.query'
import { listLeverage } from '@waymark/linkage/leverage'
import type { z } from 'zod'
import { parseStanding } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { LeverageLine, leverageView, StepView } from './linkage.view.ts'
import { gatesShown, listSteps, type Steps } from './list-steps.query.ts'

/** The leverage list of a date. `most`: how many gates of each milestone. */
export async function getLeverage(
  ctx: Context,
  input: CutInput,
  most = gatesShown,
): Promise<z.infer<typeof leverageView>> {
  const resolved = await getCut(ctx, input)
  const [frame, found] = await Promise.all([getFrame(ctx, resolved), listSteps(ctx, resolved, most)])
  return { frame, milestones: await listLeverageLines(ctx, resolved, found, found.steps, most) }
}

/** Lines of the leverage list for some of the steps, as far as they lie ahead; two queries, whatever their number. */
export async function listLeverageLines(
  ctx: Context,
  { record }: ResolvedCut,
  { ahead }: Steps,
  steps: readonly StepView[],
  most: number,
): Promise<LeverageLine[]> {
  const db = ctx.record.public
  const wanted = new Set(steps.map(({ key }) => key))
  const linkIds = ahead
    .filter(({ milestone }) => wanted.has(milestone))
    .flatMap(({ open }) => open.slice(0, most))
  const [gates, commitments] = await Promise.all([
    listGates(db, record, { linkIds }),
    listCommitmentsOf(db, record, linkIds),
  ])
  const place = new Map(linkIds.map((id, i) => [id, i]))
  gates.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const restsOn = Map.groupBy(commitments, ({ linkageId }) => linkageId)
  return listLeverage(steps, gates, record.asOf).map(({ milestone, overdue, unmet, unknown }) => ({
    milestone,
    overdue,
    unmet: milestone.required.unmet,
    unknown: milestone.required.unknown,
    gates: [
      ...unmet.map((gate) => ({ ...buildOpenGate(gate), state: 'unmet' as const })),
      ...unknown.map((gate) => ({ ...buildOpenGate(gate), state: 'unknown' as const })),
    ].map(({ id, ...gate }) => ({ ...gate, commitments: (restsOn.get(id) ?? []).map(({ key }) => key) })),
  }))
}

const buildOpenGate = (gate: GateRow) => ({
  id: gate.id,
  ref: gate.ref,
  title: gate.title,
  area: { key: gate.areaKey, title: gate.areaTitle },
  required: gate.required,
  standing: parseStanding(gate.thenWord, gate.thenLevel),
  assessed: gate.thenEffective,
})
