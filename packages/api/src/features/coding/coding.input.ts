import { level, state } from '@waymark/assessment/level'
import { key, text } from '@waymark/kernel/key'
import { calendarDay } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { personId } from '../../common/subject.input.ts'

export const codingDossier = z.strictObject({ dossier: key })
/** An assessment that waits for review, by its id. */
export const codingTarget = z.strictObject({ dossier: key, id: z.int().positive() })

/** Asks a colleague to rate an assessment before they see it. */
export const askInput = codingTarget.extend({ coder: personId, dueOn: calendarDay.optional() })
export type AskInput = z.infer<typeof askInput>

/** A second rating: the same question on the same evidence. */
export const rateInput = codingTarget
  .extend({
    level: level.optional(),
    state: state.optional(),
    contrary: z.boolean().default(false),
    rationale: text(20_000),
  })
  .refine((a) => (a.level === undefined) !== (a.state === undefined), {
    path: ['level'],
    message: 'choose a level, or what stands in its place',
  })
  .refine((a) => !(a.state !== undefined && a.contrary), {
    path: ['contrary'],
    message: 'contrary goes with a level',
  })
export type RateInput = z.infer<typeof rateInput>
