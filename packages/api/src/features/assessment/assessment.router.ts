import { key, reference } from '@waymark/kernel/key'
import type { Result } from '@waymark/kernel/result'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import {
  assessmentId,
  draftInput,
  draftTarget,
  formInput,
  publishInput,
  returnInput,
  submitInput,
  withdrawInput,
} from './assessment.input.ts'
import {
  assessForm,
  assessmentHistory,
  queue,
  recordVersion,
  reviewForm,
  savedDraft,
  submitted,
} from './assessment.view.ts'
import {
  type DeskContext,
  getAssessForm,
  getConflict,
  getHistory,
  getQueue,
  getReviewForm,
} from './desk-assessment.query.ts'
import { discardDraft, saveDraft } from './draft.command.ts'
import {
  publishAssessment,
  retractAssessment,
  returnAssessment,
  withdrawAssessment,
} from './review.command.ts'
import { submitAssessment } from './submit.command.ts'

const read = procedureFor('read.desk')
const review = procedureFor('assessment.review')
const submit = procedureFor('assessment.submit')
const draft = procedureFor('draft.write')

/** A write's value; when the record moved on, the refusal carries what is on record now. */
async function acceptWrite<T>(
  ctx: DeskContext,
  dossier: string,
  ref: string | (() => Promise<string>),
  result: Result<T>,
): Promise<T> {
  if (result.ok || result.error.code !== 'record-moved-on') return acceptResult(result)
  throw buildRefusalError(
    result.error,
    await getConflict(ctx, dossier, typeof ref === 'string' ? ref : await ref()),
  )
}

const refOf = (ctx: DeskContext, dossier: string, id: number) => async () =>
  (await getReviewForm(ctx, dossier, id)).assessment.ref

export const assessmentRouter = router({
  form: submit
    .input(formInput)
    .output(assessForm)
    .query(({ ctx, input }) => getAssessForm(ctx, input)),
  queue: read
    .input(z.strictObject({ dossier: key }))
    .output(queue)
    .query(({ ctx, input }) => getQueue(ctx, input.dossier)),
  history: read
    .input(z.strictObject({ dossier: key, ref: reference }))
    .output(assessmentHistory)
    .query(({ ctx, input }) => getHistory(ctx, input.dossier, input.ref)),
  review: read
    .input(assessmentId)
    .output(reviewForm)
    .query(({ ctx, input }) => getReviewForm(ctx, input.dossier, input.id)),
  submit: submit
    .input(submitInput)
    .output(submitted)
    .mutation(async ({ ctx, input }) =>
      acceptWrite(ctx, input.dossier, input.ref, await submitAssessment(ctx.record.app, ctx.act, input)),
    ),
  publish: review
    .input(publishInput)
    .output(recordVersion)
    .mutation(async ({ ctx, input }) =>
      acceptWrite(
        ctx,
        input.dossier,
        refOf(ctx, input.dossier, input.id),
        await publishAssessment(ctx.record.app, ctx.act, input),
      ),
    ),
  return: review
    .input(returnInput)
    .output(recordVersion)
    .mutation(async ({ ctx, input }) => acceptResult(await returnAssessment(ctx.record.app, ctx.act, input))),
  retract: submit
    .input(assessmentId)
    .output(recordVersion)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await retractAssessment(ctx.record.app, ctx.act, input)),
    ),
  withdraw: review
    .input(withdrawInput)
    .output(recordVersion)
    .mutation(async ({ ctx, input }) =>
      acceptWrite(
        ctx,
        input.dossier,
        refOf(ctx, input.dossier, input.id),
        await withdrawAssessment(ctx.record.app, ctx.act, input),
      ),
    ),
  saveDraft: draft
    .input(draftInput)
    .output(savedDraft)
    .mutation(async ({ ctx, input }) => acceptResult(await saveDraft(ctx.record.app, ctx.act, input))),
  discardDraft: draft
    .input(draftTarget)
    .output(z.strictObject({ discarded: z.boolean() }))
    .mutation(async ({ ctx, input }) => acceptResult(await discardDraft(ctx.record.app, ctx.act, input))),
})
