import { level } from '@waymark/assessment/level'
import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'

/** An EU statement that ties relations to reform. */
export const commitment = z.strictObject({
  key,
  actor: key,
  date: partialDate,
  summary: text(4000),
  source: key,
  locator: text(500).optional(),
})
export type Commitment = z.infer<typeof commitment>

/** A line of agreements on which milestones lie: `PCA 1999`, `EPCA`, `visa facilitation`. */
export const track = z.strictObject({ key, title: text(300) })
export type Track = z.infer<typeof track>

export const milestoneKinds = [
  'opened',
  'mandate',
  'round',
  'concluded',
  'initialled',
  'signed',
  'provisional-application',
  'parliament-consent',
  'entry-into-force',
  'strategy-adopted',
  'council-meeting',
  'committee-meeting',
  'statement',
  'ratification',
] as const
export const milestoneKind = z.enum(milestoneKinds)
export type MilestoneKind = z.infer<typeof milestoneKind>

/** A dated step in the agreement's life. It has occurred at `asOf` when the last day of `occurred` is not after it. */
export const milestone = z.strictObject({
  key,
  track: key,
  kind: milestoneKind,
  title: text(300),
  planned: partialDate.optional(),
  occurred: partialDate.optional(),
  source: key,
  locator: text(500).optional(),
})
export type Milestone = z.infer<typeof milestone>

/** Only `required` gates are counted. */
export const linkageRoles = ['required', 'expected', 'context'] as const
export const linkageRole = z.enum(linkageRoles)
export type LinkageRole = z.infer<typeof linkageRole>

/** Recommendation × milestone, on the statements that it rests on. A required link names the level to be reached. */
export const linkage = z
  .strictObject({
    recommendation: reference,
    milestone: key,
    role: linkageRole,
    required: level.optional(),
    commitments: z.array(key),
    note: text(4000).optional(),
  })
  .refine(
    (l) => l.role !== 'required' || l.required !== undefined,
    'a required link names the level that must be reached',
  )
  .refine(
    (l) => l.role !== 'context' || l.required === undefined,
    'a link that only gives context has no required level',
  )
export type Linkage = z.infer<typeof linkage>
