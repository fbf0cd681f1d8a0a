import { cutInput } from '../../common/cut.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { linkageListInput } from './linkage.input.ts'
import { linkageData, linkageList } from './linkage.view.ts'
import { getLinkage, listLinkage } from './list-linkage.query.ts'

export const linkageRouter = router({
  get: publicProcedure
    .input(cutInput)
    .output(linkageData)
    .query(({ ctx, input }) => getLinkage(ctx, input)),
  list: publicProcedure
    .input(linkageListInput)
    .output(linkageList)
    .query(({ ctx, input }) => listLinkage(ctx, input)),
})
