import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { getConsistency } from './get-consistency.query.ts'
import { linkageDataInput, linkageListInput, linkageMatrixInput } from './linkage.input.ts'
import { consistencyView, leverageView, linkageData, linkageList, linkageMatrix } from './linkage.view.ts'
import { getLeverage } from './list-leverage.query.ts'
import { getLinkage, getMatrix, listLinkage } from './list-linkage.query.ts'

export const linkageRouter = router({
  get: publicProcedure
    .input(linkageDataInput)
    .output(linkageData)
    .query(({ ctx, input }) => inLanguage(ctx, input, getLinkage(ctx, input))),
  matrix: publicProcedure
    .input(linkageMatrixInput)
    .output(linkageMatrix)
    .query(({ ctx, input }) => inLanguage(ctx, input, getMatrix(ctx, input))),
  list: publicProcedure
    .input(linkageListInput)
    .output(linkageList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listLinkage(ctx, input))),
  leverage: publicProcedure
    .input(cutInput)
    .output(leverageView)
    .query(({ ctx, input }) => inLanguage(ctx, input, getLeverage(ctx, input))),
  consistency: publicProcedure
    .input(cutInput)
    .output(consistencyView)
    .query(({ ctx, input }) => inLanguage(ctx, input, getConsistency(ctx, input))),
})
