import { publicProcedure, router } from '../../procedure.ts'
import { getRecommendationDetail } from '../recommendation/get-recommendation.query.ts'
import { recommendationInput } from '../recommendation/recommendation.input.ts'
import { evidenceList } from './evidence.view.ts'

export const evidenceRouter = router({
  list: publicProcedure
    .input(recommendationInput)
    .output(evidenceList)
    .query(async ({ ctx, input }) => {
      const { history } = await getRecommendationDetail(ctx, input)
      return history
        .filter((f) => f.fate === 'stands')
        .flatMap(({ evidence, finding, effective }) => evidence.map((e) => ({ ...e, finding, effective })))
    }),
})
