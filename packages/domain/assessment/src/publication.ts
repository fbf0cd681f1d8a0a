import type { Day } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { type AssessmentContent, mayAssert } from './content.ts'

/** `draft → submitted → published`, or `returned` with a comment and then worked on as a draft again. */
export const workflowStates = ['draft', 'submitted', 'published', 'returned'] as const
export type WorkflowState = (typeof workflowStates)[number]

export const workflow = {
  draft: ['submitted'],
  submitted: ['published', 'returned'],
  returned: ['draft', 'submitted'],
  published: [],
} as const satisfies Record<WorkflowState, readonly WorkflowState[]>

/** True where the workflow leads from one state to the other in one step. */
export const mayMove = (from: WorkflowState, to: WorkflowState): boolean =>
  (workflow[from] as readonly WorkflowState[]).includes(to)

type Asserted = { readonly assessment: AssessmentContent; readonly today: Day }

/** Whether an author may hand an assessment to review. Refusals: those of `mayAssert`. */
export const maySubmit = ({ assessment, today }: Asserted): Result<void> => mayAssert(assessment, { today })

/**
 * Whether an actor may publish a submitted assessment. The publisher is not the author, unless the dossier allows
 * self-publication, and then the record says so ({@link isSelfPublished}).
 * Refusals: `not-awaiting-review`, `own-assessment`, those of `mayAssert`.
 *
 * @param state left out where the caller has already loaded only what awaits review
 */
export function mayPublish(
  decision: Asserted & {
    readonly actorId: string
    readonly authorId: string
    readonly selfPublication: boolean
    readonly state?: WorkflowState
  },
): Result<void> {
  if (!mayMove(decision.state ?? 'submitted', 'published')) return refused({ code: 'not-awaiting-review' })
  if (isSelfPublished(decision) && !decision.selfPublication) return refused({ code: 'own-assessment' })
  return maySubmit(decision)
}

/** True when publisher and author are the same; shown beside the assessment. */
export const isSelfPublished = (by: { readonly actorId: string; readonly authorId: string }): boolean =>
  by.actorId === by.authorId

/** Whether a submitted assessment may go back to its author. Refusals: `not-awaiting-review`, `comment-missing`. */
export function mayReturn({
  comment,
  state,
}: {
  readonly comment: string
  readonly state?: WorkflowState
}): Result<void> {
  if (!mayMove(state ?? 'submitted', 'returned')) return refused({ code: 'not-awaiting-review' })
  return comment.trim() === '' ? refused({ code: 'comment-missing', path: 'comment' }) : ok(undefined)
}

/** Whether a published assessment may be withdrawn: a row of its own, with a reason. Refusals: `not-published`, `reason-missing`. */
export function mayWithdraw({
  state,
  reason,
}: {
  readonly state: WorkflowState
  readonly reason: string
}): Result<void> {
  if (state !== 'published') return refused({ code: 'not-published' })
  return reason.trim() === '' ? refused({ code: 'reason-missing', path: 'reason' }) : ok(undefined)
}
