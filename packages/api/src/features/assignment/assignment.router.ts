import type { Result } from '@waymark/kernel/result'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import { assign, changeAssignment, dropAssignment, finishAssignment } from './assignment.command.ts'
import {
  assignInput,
  assignmentsOfInput,
  changeAssignmentInput,
  closeAssignmentInput,
  myAssignmentsInput,
} from './assignment.input.ts'
import { assigned, assignmentDropped, assignmentRevision, assignments } from './assignment.view.ts'
import { getCurrent, listMine, listOfRecord } from './list-assignments.query.ts'

const work = procedureFor('colleague.write')

/** A write's value; when the assignment changed in between, the refusal carries what it is now. */
async function acceptChange<T>(
  ctx: Context & { readonly actor: AccountActor },
  { dossier, id }: { readonly dossier: string; readonly id: string },
  result: Result<T>,
): Promise<T> {
  if (result.ok || result.error.code !== 'record-moved-on') return acceptResult(result)
  throw buildRefusalError(result.error, { current: await getCurrent(ctx, dossier, id) })
}

export const assignmentRouter = router({
  mine: work
    .input(myAssignmentsInput)
    .output(assignments)
    .query(({ ctx, input }) => listMine(ctx, input.dossier)),
  list: work
    .input(assignmentsOfInput)
    .output(assignments)
    .query(({ ctx, input }) => listOfRecord(ctx, input)),
  create: work
    .input(assignInput)
    .output(assigned)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await assign(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
  change: work
    .input(changeAssignmentInput)
    .output(assignmentRevision)
    .mutation(async ({ ctx, input }) =>
      acceptChange(ctx, input, await changeAssignment(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
  done: work
    .input(closeAssignmentInput)
    .output(assignmentRevision)
    .mutation(async ({ ctx, input }) =>
      acceptChange(ctx, input, await finishAssignment(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
  drop: work
    .input(closeAssignmentInput)
    .output(assignmentDropped)
    .mutation(async ({ ctx, input }) =>
      acceptChange(ctx, input, await dropAssignment(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
})
