import { cutInput } from '../../common/cut.ts'
import { publicProcedure, router } from '../../procedure.ts'
import { getMilestone, listMilestonePage } from './list-milestones.query.ts'
import { milestoneInput } from './milestone.input.ts'
import { milestoneDetail, milestoneList } from './milestone.view.ts'

export const milestoneRouter = router({
  list: publicProcedure
    .input(cutInput)
    .output(milestoneList)
    .query(({ ctx, input }) => listMilestonePage(ctx, input)),
  get: publicProcedure
    .input(milestoneInput)
    .output(milestoneDetail)
    .query(({ ctx, input }) => getMilestone(ctx, input)),
})
