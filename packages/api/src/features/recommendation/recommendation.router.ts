import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { inLanguage } from '../../common/in-language.ts'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { correctMany, correctRecommendation } from './correct.command.ts'
import {
  correctManyInput,
  correctRecommendationInput,
  previewManyInput,
  recommendationPlace,
} from './correct.input.ts'
import {
  correctedMany,
  correctedRecommendation,
  manyPreview,
  recommendationChoices,
  recommendationForm,
} from './correct.view.ts'
import {
  getManyPreview,
  getRecommendationChoices,
  getRecommendationForm,
} from './desk-recommendation.query.ts'
import { getRecommendationDetail } from './get-recommendation.query.ts'
import { listRecommendations } from './list-recommendations.query.ts'
import { recommendationInput, recommendationListInput } from './recommendation.input.ts'
import { recommendationDetail, recommendationList } from './recommendation.view.ts'

// A correction is public at once, without a review of its own: so it takes the permission of those who review, as links do.
const write = procedureFor('linkage.write')

export const recommendationRouter = router({
  list: publicProcedure
    .input(recommendationListInput)
    .output(recommendationList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listRecommendations(ctx, input))),
  get: publicProcedure
    .input(recommendationInput)
    .output(recommendationDetail)
    .query(({ ctx, input }) => inLanguage(ctx, input, getRecommendationDetail(ctx, input))),
  choices: write
    .input(z.strictObject({ dossier: key }))
    .output(recommendationChoices)
    .query(({ ctx, input }) => getRecommendationChoices(ctx, input.dossier)),
  form: write
    .input(recommendationPlace)
    .output(recommendationForm)
    .query(({ ctx, input }) => getRecommendationForm(ctx, input)),
  correct: write
    .input(correctRecommendationInput)
    .output(correctedRecommendation)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await correctRecommendation(ctx.record.app, ctx.act, input)),
    ),
  previewMany: write
    .input(previewManyInput)
    .output(manyPreview)
    .query(({ ctx, input }) => getManyPreview(ctx, input)),
  correctMany: write
    .input(correctManyInput)
    .output(correctedMany)
    .mutation(async ({ ctx, input }) => acceptResult(await correctMany(ctx.record.app, ctx.act, input))),
})
