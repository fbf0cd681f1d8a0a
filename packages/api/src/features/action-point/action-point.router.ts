import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { recordActionEvent } from './action-point.command.ts'
import {
  countActionsInput,
  findActionInput,
  listActionsInput,
  recordActionInput,
} from './action-point.input.ts'
import { actionCount, actionList, actionRecorded, actionView } from './action-point.view.ts'
import { countActions, findAction, listActions } from './list-actions.query.ts'

export const actionPointRouter = router({
  list: procedureFor('meeting.read')
    .input(listActionsInput)
    .output(actionList)
    .query(({ ctx, input }) => listActions(ctx, input)),
  find: procedureFor('meeting.read')
    .input(findActionInput)
    .output(actionView)
    .query(({ ctx, input }) => findAction(ctx, input)),
  count: procedureFor('meeting.read')
    .input(countActionsInput)
    .output(actionCount)
    .query(({ ctx, input }) => countActions(ctx, input)),
  record: procedureFor('meeting.write')
    .input(recordActionInput)
    .output(actionRecorded)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordActionEvent(ctx, ctx.act, ctx.actor, input)),
    ),
})
