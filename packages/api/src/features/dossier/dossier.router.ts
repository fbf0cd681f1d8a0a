import { listDossiers } from '@waymark/db/queries/cut.query'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { dossierFrame, dossierList } from './dossier.view.ts'

export const dossierRouter = router({
  list: publicProcedure
    .input(z.strictObject({}))
    .output(dossierList)
    .query(({ ctx }) => listDossiers(ctx.record.public)),
  frame: publicProcedure
    .input(cutInput)
    .output(dossierFrame)
    .query(async ({ ctx, input }) => getFrame(ctx, await getCut(ctx, input))),
})
