import { formatRefusal } from '@waymark/messages/refusals'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { type BatchFault, submitBatch } from './batch.command.ts'
import { batchInput } from './batch.input.ts'
import { chooseColumns } from './columns.command.ts'
import { getRegisterFrame, listRegisterRows } from './list-register.query.ts'
import { columnsInput, registerFrameInput, registerListInput } from './register.input.ts'
import { batchOutcome, columnsView, registerFrame, registerList } from './register.view.ts'

const read = procedureFor('read.desk')
const submit = procedureFor('assessment.submit')

const buildOutcome = (
  { submitted, faults }: { readonly submitted: number; readonly faults: readonly BatchFault[] },
  language: 'en' | 'ru' | 'kk',
) => ({
  submitted,
  faults: faults.map(({ row, refusal }) => ({
    row,
    code: refusal.code,
    message: formatRefusal(refusal, language),
  })),
})

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
  preview: submit
    .input(batchInput)
    .output(batchOutcome)
    .query(async ({ ctx, input }) =>
      buildOutcome(await submitBatch(ctx.record.app, ctx.act, input, { dry: true }), ctx.language),
    ),
  submit: submit
    .input(batchInput)
    .output(batchOutcome)
    .mutation(async ({ ctx, input }) =>
      buildOutcome(await submitBatch(ctx.record.app, ctx.act, input, { dry: false }), ctx.language),
    ),
})
