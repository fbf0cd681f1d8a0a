import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { caseList, deskCaseList } from './case.view.ts'
import { listPublicCases } from './list-cases.query.ts'
import { listCasesForDesk } from './list-desk-cases.query.ts'

export const caseRouter = router({
  list: publicProcedure
    .input(cutInput)
    .output(caseList)
    .query(({ ctx, input }) => listPublicCases(ctx, input)),
  desk: procedureFor('read.desk')
    .input(z.strictObject({ dossier: key }))
    .output(deskCaseList)
    .query(({ ctx, input }) => listCasesForDesk(ctx, input.dossier)),
})
