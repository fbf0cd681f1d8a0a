import { z } from 'zod'
import { getReaders, listWriters, readSubjects } from '../../common/read-subjects.ts'
import { subjectInput } from '../../common/subject.input.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'

/** Those who can be asked and mentioned on a record. */
const colleagues = z.array(z.strictObject({ id: z.string(), name: z.string() }))

export const colleagueRouter = router({
  list: procedureFor('colleague.write')
    .input(subjectInput)
    .output(colleagues)
    .query(async ({ ctx, input: { dossier, kind, key } }) => {
      const wanted = { dossier, kind, keys: [key] }
      const { subjects } = acceptResult(await readSubjects(ctx.record.app, ctx.actor.role, wanted))
      return getReaders(await listWriters(ctx.record.app), subjects).map(({ id, name }) => ({ id, name }))
    }),
})
