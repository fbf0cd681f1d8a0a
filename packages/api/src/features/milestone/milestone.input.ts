import { key, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { milestoneKind } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { citedFields } from '../../common/source.input.ts'

export const milestoneInput = cutInput.extend({ key })

const target = { dossier: key, key }
export const deskMilestoneInput = z.strictObject(target)
const basedOn = z.int().positive()

/** A milestone that lies ahead. `planned` may be left out: nobody has named a date yet. */
export const planInput = z.strictObject({
  dossier: key,
  key: key.optional(),
  track: key,
  kind: milestoneKind,
  title: text(300),
  planned: partialDate.optional(),
  ...citedFields,
})
export type PlanInput = z.infer<typeof planInput>

/** `effective`: when it was decided to move it; `planned`: to when. */
export const moveInput = z.strictObject({
  ...target,
  effective: partialDate,
  planned: partialDate,
  note: text(4000).optional(),
  ...citedFields,
})
export type MoveInput = z.infer<typeof moveInput>

/** `basedOn`: the version of the milestone that the writer saw. */
export const occurInput = z.strictObject({ ...target, basedOn, occurred: partialDate, ...citedFields })
export type OccurInput = z.infer<typeof occurInput>

/** What the record says of it from now on; `occurred` left out: it has not occurred after all. */
export const correctMilestoneInput = z.strictObject({
  ...target,
  basedOn,
  kind: milestoneKind,
  title: text(300),
  planned: partialDate.optional(),
  occurred: partialDate.optional(),
  ...citedFields,
  reason: text(4000),
})
export type CorrectMilestoneInput = z.infer<typeof correctMilestoneInput>

export const cancelInput = z.strictObject({
  ...target,
  effective: partialDate,
  note: text(4000).optional(),
  ...citedFields,
})
export type CancelInput = z.infer<typeof cancelInput>

/** `event`: a move or a cancellation that was recorded by mistake, as the desk's view names it. */
export const voidEventInput = z.strictObject({ ...target, event: z.int().positive(), reason: text(4000) })
export type VoidEventInput = z.infer<typeof voidEventInput>
