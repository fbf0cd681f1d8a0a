import { publicProcedure, router } from '../../procedure.ts'
import { dataInput } from './data.input.ts'
import { dataView } from './data.view.ts'
import { getDataView } from './get-data.query.ts'

export const dataRouter = router({
  get: publicProcedure
    .input(dataInput)
    .output(dataView)
    .query(({ ctx, input }) => getDataView(ctx, input)),
})
