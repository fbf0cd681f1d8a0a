import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { captureFile } from './file.command.ts'
import { captureInput, fileId, fileListInput } from './file.input.ts'
import { getDeskFile, listDeskFiles } from './file.query.ts'
import { fileDetail, fileList, keptFile } from './file.view.ts'

const procedure = procedureFor('evidence.write')

/** Bytes do not come and go by procedures but by their own address: see `desk-files.ts`. */
export const fileRouter = router({
  list: procedure
    .input(fileListInput)
    .output(fileList)
    .query(({ ctx, input }) => listDeskFiles(ctx, input)),
  get: procedure
    .input(fileId)
    .output(fileDetail)
    .query(({ ctx, input }) => getDeskFile(ctx, input)),
  capture: procedure
    .input(captureInput)
    .output(keptFile)
    .mutation(async ({ ctx, input }) => acceptResult(await captureFile(ctx, ctx.act, input))),
})
