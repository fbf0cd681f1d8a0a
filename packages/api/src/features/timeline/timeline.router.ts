import { inLanguage } from '../../common/in-language.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { getTimeline } from './get-timeline.query.ts'
import { timelineInput } from './timeline.input.ts'
import { timeline } from './timeline.view.ts'

export const timelineRouter = router({
  get: publicProcedure
    .input(timelineInput)
    .output(timeline)
    .query(({ ctx, input }) => inLanguage(ctx, input, getTimeline(ctx, input))),
})
