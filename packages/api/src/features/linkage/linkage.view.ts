import { level } from '@waymark/assessment/level'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { cut } from '../../common/cut.ts'
import { frame } from '../../common/frame.view.ts'
import { gateState, gateView, milestoneView, requiredCounts, since } from '../../common/refs.view.ts'

/** The gates as data (docs: interfaces). */
export const linkageData = cut.extend({
  gates: z.array(
    z.strictObject({
      recommendation: z.string(),
      milestone: z.string(),
      role: linkageRole,
      required: level.nullable(),
      state: gateState,
      since: since.nullable(),
      commitments: z.array(z.string()),
    }),
  ),
  milestones: z.array(
    z.strictObject({ key: z.string(), occurred: z.string().nullable(), required: requiredCounts }),
  ),
})

/** The gates as a page: milestones that carry links, with their links. */
export const linkageList = z.strictObject({
  frame,
  milestones: z.array(milestoneView),
  gates: z.array(gateView),
  /** Concern areas that carry links, whatever the filter. */
  areas: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  /** Milestones ahead with unmet or unknown required gates, by date. */
  leverage: z.array(z.strictObject({ milestone: milestoneView, gates: z.array(gateView) })),
})
