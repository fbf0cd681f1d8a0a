import { procedureFor, router } from '../../procedure.ts'
import { beatInput, presenceInput } from './presence.input.ts'
import { getEntry, recordBeat } from './presence.query.ts'
import { presence, recordEntry } from './presence.view.ts'

const read = procedureFor('read.desk')

export const presenceRouter = router({
  entry: read
    .input(presenceInput)
    .output(recordEntry)
    .query(({ ctx, input }) => getEntry(ctx, input)),
  /** An observation of the machine, written down without an entry of the audit trail. */
  beat: read
    .input(beatInput)
    .output(presence)
    .mutation(({ ctx, input }) => recordBeat(ctx, input)),
})
