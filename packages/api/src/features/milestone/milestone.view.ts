import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { gateView, milestoneView } from '../../common/refs.view.ts'

/** The agreement's life: milestones by track, those ahead last. */
export const milestoneList = z.strictObject({ frame, milestones: z.array(milestoneView) })

/** One milestone with every link, required first. */
export const milestoneDetail = z.strictObject({ frame, milestone: milestoneView, gates: z.array(gateView) })
