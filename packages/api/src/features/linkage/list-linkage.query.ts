import { type GateRow, listCommitmentsOf, listGates, type MilestoneRow } from '@waymark/db/queries/gate.query'
import { listAreaIds } from '@waymark/db/queries/recommendation.query'
import { listLeverage } from '@waymark/linkage/leverage'
import type { z } from 'zod'
import { buildGateViews, listMilestoneViews } from '../../common/build-gates.ts'
import type { CutInput } from '../../common/cut.ts'
import type { MilestoneView } from '../../common/refs.view.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { linkageListInput } from './linkage.input.ts'
import type { linkageData, linkageList } from './linkage.view.ts'

/** Every gate at the cut as data. */
export async function getLinkage(ctx: Context, input: CutInput): Promise<z.infer<typeof linkageData>> {
  const { cut, record } = await getCut(ctx, input)
  const db = ctx.record.public
  const [gates, { views }] = await Promise.all([listGates(db, record), listMilestoneViews(db, record)])
  const commitments = Map.groupBy(
    await listCommitmentsOf(
      db,
      record,
      gates.map((g) => g.id),
    ),
    (c) => c.linkageId,
  )
  return {
    ...cut,
    gates: gates.map((g) => ({
      recommendation: g.ref,
      milestone: g.milestone,
      role: g.role,
      required: g.required,
      state: g.state,
      since: g.since,
      commitments: (commitments.get(g.id) ?? []).map((c) => c.key),
    })),
    milestones: views.map(({ key, occurred, required }) => ({ key, occurred, required })),
  }
}

/** The gates as a page, filtered, with the leverage list on top. */
export async function listLinkage(
  ctx: Context,
  input: z.infer<typeof linkageListInput>,
): Promise<z.infer<typeof linkageList>> {
  const { area, role, state, ...asked } = input
  const resolved = await getCut(ctx, asked)
  const { record } = resolved
  const db = ctx.record.public
  const [frame, all, { views, rows }, areas] = await Promise.all([
    getFrame(ctx, resolved),
    listGates(db, record),
    listMilestoneViews(db, record),
    listAreaIds(db, record),
  ])
  const wanted = all.filter(
    (g) =>
      (area === undefined || areas.get(area) === g.area) &&
      (role === undefined || g.role === role) &&
      (state === undefined || g.state === state),
  )
  const linked = new Set(all.map((g) => g.milestone))
  return {
    frame,
    milestones: views.filter((m) => linked.has(m.key)),
    gates: await buildGateViews(db, record, wanted, rows),
    areas: [...new Map(all.map((g) => [g.areaKey, { key: g.areaKey, title: g.areaTitle }])).values()].sort(
      (a, b) => (areas.get(a.key) ?? 0) - (areas.get(b.key) ?? 0),
    ),
    leverage: await buildLeverage(ctx, record, all, views, rows),
  }
}

async function buildLeverage(
  ctx: Context,
  record: Parameters<typeof listGates>[1],
  gates: readonly GateRow[],
  views: readonly MilestoneView[],
  rows: readonly MilestoneRow[],
) {
  const partners = gates.filter((g) => g.side === 'partner')
  const lines = listLeverage(views, partners, record.asOf).filter(
    (l) => l.unmet.length + l.unknown.length > 0,
  )
  const built = await buildGateViews(
    ctx.record.public,
    record,
    lines.flatMap((l) => [...l.unmet, ...l.unknown]),
    rows,
  )
  return lines.map(({ milestone }) => ({
    milestone,
    gates: built.filter((g) => g.milestone.key === milestone.key),
  }))
}
