import { milestoneKind } from '@waymark/linkage/linkage'
import { milestoneEventKinds } from '@waymark/linkage/milestone'
import { z } from 'zod'
import { sourceRef } from '../../common/refs.view.ts'

const terms = {
  kind: milestoneKind,
  title: z.string(),
  planned: z.string().nullable(),
  occurred: z.string().nullable(),
  source: sourceRef,
  locator: z.string().nullable(),
}

/** A milestone as the desk works on it: what it says, its versions, and what befell it. */
export const deskMilestone = z.strictObject({
  key: z.string(),
  track: z.string(),
  version: z.int(),
  ...terms,
  /** Planned for, and cancelled on, as of today. */
  plannedNow: z.string().nullable(),
  cancelled: z.string().nullable(),
  versions: z.array(
    z.strictObject({ version: z.int(), ...terms, reason: z.string().nullable(), recordedAt: z.string() }),
  ),
  /** Moves and cancellations in the order of recording, those recorded by mistake too. */
  events: z.array(
    z.strictObject({
      event: z.int(),
      kind: z.enum(milestoneEventKinds),
      effective: z.string(),
      planned: z.string().nullable(),
      void: z.boolean(),
      note: z.string().nullable(),
      reason: z.string().nullable(),
      source: sourceRef,
      recordedAt: z.string(),
    }),
  ),
})
/** What was written: its key, and its version from now on. */
export const writtenMilestone = z.strictObject({ key: z.string(), version: z.int() })
export const writtenEvent = z.strictObject({ event: z.int() })
