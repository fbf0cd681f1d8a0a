import { listDossiers } from '@waymark/db/queries/cut.query'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
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
    .query(({ ctx, input }) =>
      inLanguage(
        ctx,
        input,
        getCut(ctx, input).then((cut) => getFrame(ctx, cut)),
      ),
    ),
})
