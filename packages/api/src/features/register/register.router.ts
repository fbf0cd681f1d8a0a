import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { chooseColumns } from './columns.command.ts'
import { getRegisterFrame, listRegisterRows } from './list-register.query.ts'
import { columnsInput, registerFrameInput, registerListInput } from './register.input.ts'
import { columnsView, registerFrame, registerList } from './register.view.ts'

const read = procedureFor('read.desk')

export const registerRouter = router({
  list: read
    .input(registerListInput)
    .output(registerList)
    .query(({ ctx, input }) => listRegisterRows(ctx, input)),
  frame: read
    .input(registerFrameInput)
    .output(registerFrame)
    .query(({ ctx, input }) => getRegisterFrame(ctx, input)),
  columns: read
    .input(columnsInput)
    .output(columnsView)
    .mutation(async ({ ctx, input }) => acceptResult(await chooseColumns(ctx.record.app, ctx.act, input))),
})
