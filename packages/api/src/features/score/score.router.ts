import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { getAreaSeries } from './get-area-series.query.ts'
import { getMethodPage } from './get-method.query.ts'
import { getOverview, getScore } from './get-score.query.ts'
import { getSeries } from './get-series.query.ts'
import { areaSeriesView, methodView, overview, scorecard, seriesView } from './score.view.ts'

export const scoreRouter = router({
  get: publicProcedure
    .input(cutInput)
    .output(scorecard)
    .query(({ ctx, input }) => inLanguage(ctx, input, getScore(ctx, input))),
  overview: publicProcedure
    .input(cutInput)
    .output(overview)
    .query(({ ctx, input }) => inLanguage(ctx, input, getOverview(ctx, input))),
  series: publicProcedure
    .input(cutInput)
    .output(seriesView)
    .query(({ ctx, input }) => inLanguage(ctx, input, getSeries(ctx, input))),
  areas: publicProcedure
    .input(cutInput)
    .output(areaSeriesView)
    .query(({ ctx, input }) => inLanguage(ctx, input, getAreaSeries(ctx, input))),
  method: publicProcedure
    .input(cutInput)
    .output(methodView)
    .query(({ ctx, input }) => inLanguage(ctx, input, getMethodPage(ctx, input))),
})
