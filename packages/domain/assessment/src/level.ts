import { z } from 'zod'

/** Levels of the built-in scale `eu-progress@1`, lowest first. A level is a label, not a number. */
export const levels = ['none', 'limited', 'some', 'substantial', 'full'] as const
export const level = z.enum(levels)
export type Level = z.infer<typeof level>

/** What stands in the place of a level. Each means something else; none is a level. */
export const states = ['not-assessed', 'no-information', 'not-applicable', 'withdrawn'] as const
export const state = z.enum(states)
export type State = z.infer<typeof state>

export const confidences = ['high', 'medium', 'low'] as const
export const confidence = z.enum(confidences)
export type Confidence = z.infer<typeof confidence>
