import { confidence } from '@waymark/assessment/level'
import { z } from 'zod'
import { evidenceView, findingView, standing } from '../../common/refs.view.ts'
import { draftContent } from './assessment.input.ts'

export const workflowState = z.enum([
  'submitted',
  'published',
  'returned',
  'retracted',
  'corrected',
  'withdrawn',
])

/** One assessment as the desk sees it, with its way through the workflow. */
export const assessmentView = z.strictObject({
  id: z.int(),
  dossier: z.string(),
  ref: z.string(),
  title: z.string(),
  step: z.string().nullable(),
  finding: findingView,
  effective: z.string(),
  rationale: z.string(),
  confidence,
  /** `item`: the item on record that it was picked from. */
  evidence: z.array(evidenceView.extend({ item: z.int().nullable() })),
  workflow: workflowState,
  author: z.string(),
  mine: z.boolean(),
  submittedAt: z.string(),
  reviewer: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  comment: z.string().nullable(),
  selfPublished: z.boolean(),
  supersedes: z.int().nullable(),
  reason: z.string().nullable(),
  basedOn: z.int(),
})
export type AssessmentView = z.infer<typeof assessmentView>

export const submitted = z.strictObject({ id: z.int() })
/** The record after a write: its new version. */
export const recordVersion = z.strictObject({ version: z.int() })
export const savedDraft = z.strictObject({ rev: z.int() })
export const draftView = z.strictObject({ rev: z.int(), content: draftContent, updatedAt: z.string() })

/** Everything that the assess form shows. */
export const assessForm = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string(), selfPublication: z.boolean() }),
  ref: z.string(),
  title: z.string(),
  text: z.string(),
  area: z.string(),
  criterion: z.string().nullable(),
  issued: z.string(),
  /** Months after which a level is out of date. */
  reviewMonths: z.int(),
  /** The day it is on the server's clock: the one that the rules go by. */
  today: z.string(),
  steps: z.array(z.strictObject({ key: z.string(), text: z.string() })),
  version: z.int(),
  standing,
  current: assessmentView.nullable(),
  /** The returned or published assessment that the form starts from. */
  from: assessmentView.nullable(),
  draft: draftView.nullable(),
  /** Assessments of this recommendation that wait for review. */
  waiting: z.array(assessmentView),
})

/** An assessment before a reviewer: beside the finding in force, with the record's version. */
export const reviewForm = z.strictObject({
  assessment: assessmentView,
  current: assessmentView.nullable(),
  version: z.int(),
  /** True when the record changed after the author wrote. */
  movedOn: z.boolean(),
  mayPublish: z.boolean(),
  /** Refusal code that publishing would answer now; null when it would go through. */
  obstacle: z.string().nullable(),
})

/** What needs someone: to review, returned to me, mine in review, my drafts. */
export const queue = z.strictObject({
  toReview: z.array(assessmentView),
  returnedToMe: z.array(assessmentView),
  mineInReview: z.array(assessmentView),
  drafts: z.array(
    z.strictObject({ dossier: z.string(), ref: z.string(), title: z.string(), updatedAt: z.string() }),
  ),
})

/** Everything ever assessed on one recommendation, latest first. */
export const assessmentHistory = z.strictObject({
  version: z.int(),
  assessments: z.array(assessmentView),
  /** Assessments that the reader has to rate before they see them; they are not in the list. */
  toCode: z.array(z.int()),
})
