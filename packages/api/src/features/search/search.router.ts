import { procedureFor, router } from '../../procedure.ts'
import { searchInput } from './search.input.ts'
import { search } from './search.query.ts'
import { searchResult } from './search.view.ts'

export const searchRouter = router({
  all: procedureFor('read.desk')
    .input(searchInput)
    .output(searchResult)
    .query(({ ctx, input }) => search(ctx, input)),
})
