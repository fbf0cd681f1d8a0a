import { text } from '@waymark/kernel/key'
import { z } from 'zod'
import { clockTime, timeZone } from './clock.ts'

/** How often the meetings of a series come round. `before-round`: with the dialogue rounds; `as-needed`: when somebody calls one. */
export const rhythms = ['weekly', 'fortnightly', 'monthly', 'quarterly', 'before-round', 'as-needed'] as const
export const rhythm = z.enum(rhythms)
export type Rhythm = z.infer<typeof rhythm>

/** What each meeting of a series begins with. */
export const seriesTemplate = z.strictObject({
  /** By the clock of the room. */
  startsAt: clockTime.nullable(),
  zone: timeZone.default('UTC'),
  place: text(200).nullable(),
  /** The agenda is frozen so many hours before the meeting; null: when it starts. */
  freezeHours: z.int().min(0).max(720).nullable(),
  /** How far ahead milestones and hearings are looked for, in days. */
  aheadDays: z.int().min(1).max(730),
  /** Minutes that an item is given unless somebody says otherwise; null: none. */
  itemMinutes: z.int().min(1).max(600).nullable(),
  /** Topics that every meeting has. */
  topics: z.array(text(300)).max(20),
})
export type SeriesTemplate = z.infer<typeof seriesTemplate>

export const series = z.strictObject({ title: text(200), rhythm, template: seriesTemplate })
export type Series = z.infer<typeof series>
