import { publicProcedure, router } from '../../procedure.ts'
import { getRecommendationDetail } from './get-recommendation.query.ts'
import { listRecommendations } from './list-recommendations.query.ts'
import { recommendationInput, recommendationListInput } from './recommendation.input.ts'
import { recommendationDetail, recommendationList } from './recommendation.view.ts'

export const recommendationRouter = router({
  list: publicProcedure
    .input(recommendationListInput)
    .output(recommendationList)
    .query(({ ctx, input }) => listRecommendations(ctx, input)),
  get: publicProcedure
    .input(recommendationInput)
    .output(recommendationDetail)
    .query(({ ctx, input }) => getRecommendationDetail(ctx, input)),
})
