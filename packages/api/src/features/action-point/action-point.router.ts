import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { recordActionEvent } from './action-point.command.ts'
import { listActionsInput, recordActionInput } from './action-point.input.ts'
import { actionList, actionRecorded } from './action-point.view.ts'
import { listActions } from './list-actions.query.ts'

export const actionPointRouter = router({
  list: procedureFor('meeting.read')
    .input(listActionsInput)
    .output(actionList)
    .query(({ ctx, input }) => listActions(ctx, input)),
  record: procedureFor('meeting.write')
    .input(recordActionInput)
    .output(actionRecorded)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordActionEvent(ctx, ctx.act, ctx.actor, input)),
    ),
})
