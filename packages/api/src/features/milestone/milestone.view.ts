import { milestoneEventKinds } from '@waymark/linkage/milestone'
import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { gateView, milestoneView, sourceRef } from '../../common/refs.view.ts'

/** The agreement's life: milestones by track, those ahead last. */
export const milestoneList = z.strictObject({ frame, milestones: z.array(milestoneView) })

/** A planned date that was moved, or the cancellation: from when on, and where it says so. */
export const milestoneEventView = z.strictObject({
  kind: z.enum(milestoneEventKinds),
  effective: z.string(),
  /** The new date of a move. */
  planned: z.string().nullable(),
  note: z.string().nullable(),
  source: sourceRef,
  locator: z.string().nullable(),
})

/** One milestone with every link, required first, and what befell its plan by `asOf`. */
export const milestoneDetail = z.strictObject({
  frame,
  milestone: milestoneView,
  events: z.array(milestoneEventView),
  gates: z.array(gateView),
})
