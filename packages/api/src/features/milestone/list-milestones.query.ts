import { listGates, listMilestoneEvents } from '@waymark/db/queries/gate.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import { buildGateViews, listMilestoneViews } from '../../common/build-gates.ts'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { milestoneInput } from './milestone.input.ts'
import type { milestoneDetail, milestoneList } from './milestone.view.ts'

/** The agreement's life: every milestone with the counts of its gates. */
export async function listMilestonePage(
  ctx: Context,
  input: CutInput,
): Promise<z.infer<typeof milestoneList>> {
  const resolved = await getCut(ctx, input)
  const [frame, { views }] = await Promise.all([
    getFrame(ctx, resolved),
    listMilestoneViews(ctx.record.public, resolved.record),
  ])
  return { frame, milestones: views }
}

/** One milestone with its gates as they stood and since. Refusals: `not-found`. */
export async function getMilestone(
  ctx: Context,
  { key, ...input }: z.infer<typeof milestoneInput>,
): Promise<z.infer<typeof milestoneDetail>> {
  const resolved = await getCut(ctx, input)
  const db = ctx.record.public
  const [frame, { views, rows }, gates, events] = await Promise.all([
    getFrame(ctx, resolved),
    listMilestoneViews(db, resolved.record, key),
    listGates(db, resolved.record, { milestone: key }),
    listMilestoneEvents(db, resolved.record, key),
  ])
  const milestone = views[0]
  if (milestone === undefined) throw buildRefusalError({ code: 'not-found' })
  const [gateViews, sources] = await Promise.all([
    buildGateViews(db, resolved.record, gates, rows),
    listSourcesById(
      db,
      resolved.record,
      events.map((event) => event.sourceId),
    ),
  ])
  return {
    frame,
    milestone,
    events: events.map(({ sourceId, ...event }) => ({ ...event, source: buildSourceRef(sources, sourceId) })),
    gates: gateViews,
  }
}
