import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { countWork, getWork } from './get-work.query.ts'
import { work, workCounts } from './queue.view.ts'

const read = procedureFor('read.desk')
const ofDossier = z.strictObject({ dossier: key })

export const queueRouter = router({
  work: read
    .input(ofDossier)
    .output(work)
    .query(({ ctx, input }) => getWork(ctx, input.dossier)),
  counts: read
    .input(ofDossier)
    .output(workCounts)
    .query(({ ctx, input }) => countWork(ctx, input.dossier)),
})
