import { level } from '@waymark/assessment/level'
import { contentLanguage, translatableField, translatableKind } from '@waymark/recommendation/translatable'
import { z } from 'zod'
import { leverageLine } from '../linkage/linkage.view.ts'

const some = <T extends z.ZodType>(row: T) => z.strictObject({ total: z.int(), rows: z.array(row) })

/** What needs work in a dossier, whoever does it: the first rows of each kind, with how many there are. */
export const work = z.strictObject({
  /** Findings older than their review interval; `dueOn` was the last day on which they counted. */
  stale: some(
    z.strictObject({ ref: z.string(), title: z.string(), level, effective: z.string(), dueOn: z.string() }),
  ),
  /** Findings in force that meet evidence against them; `unpublished`: how many of the items wait with an assessment. */
  contradicted: some(
    z.strictObject({ ref: z.string(), title: z.string(), items: z.int(), unpublished: z.int() }),
  ),
  /** Milestones within the notice whose required gates are not all met. */
  milestones: z.array(leverageLine),
  deadLinks: some(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      url: z.string(),
      outcome: z.enum(['gone', 'unreachable']),
      httpStatus: z.int().nullable(),
      checkedAt: z.string(),
      failingSince: z.string().nullable(),
    }),
  ),
  /** Files of evidence that are missing, or no longer what they were. */
  faultyFiles: some(
    z.strictObject({
      sha256: z.string(),
      name: z.string(),
      fault: z.enum(['missing', 'altered']),
      checkedAt: z.string(),
    }),
  ),
  outdated: some(
    z.strictObject({
      kind: translatableKind,
      key: z.string(),
      label: z.string(),
      field: translatableField,
      language: contentLanguage,
      translatedAt: z.string(),
    }),
  ),
})

/** How much of each kind there is: for the person, and for everyone. */
export const workCounts = z.strictObject({
  toReview: z.int(),
  returnedToMe: z.int(),
  mineInReview: z.int(),
  drafts: z.int(),
  assigned: z.int(),
  overdue: z.int(),
  unread: z.int(),
  stale: z.int(),
  contradicted: z.int(),
  milestones: z.int(),
  deadLinks: z.int(),
  faultyFiles: z.int(),
  outdated: z.int(),
})
