import { inLanguage } from '../../common/in-language.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { changeDataInput, changeListInput } from './change.input.ts'
import { changeData, changeList } from './change.view.ts'
import { getChangeData, listChanges } from './list-changes.query.ts'

export const changeRouter = router({
  get: publicProcedure
    .input(changeDataInput)
    .output(changeData)
    .query(({ ctx, input }) => inLanguage(ctx, input, getChangeData(ctx, input))),
  list: publicProcedure
    .input(changeListInput)
    .output(changeList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listChanges(ctx, input))),
})
