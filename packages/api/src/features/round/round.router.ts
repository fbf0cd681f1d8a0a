import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { listRoundPage } from './list-rounds.query.ts'
import { roundList } from './round.view.ts'

export const roundRouter = router({
  list: publicProcedure
    .input(cutInput)
    .output(roundList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listRoundPage(ctx, input))),
})
