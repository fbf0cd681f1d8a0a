import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { correctCommitment, recordCommitment } from './commitment.command.ts'
import { correctCommitmentInput, recordCommitmentInput } from './commitment.input.ts'
import { deskCommitments, writtenKey } from './commitment.view.ts'
import { listCommitmentsAtDesk } from './list-desk-commitments.query.ts'

const write = procedureFor('linkage.write')

export const commitmentRouter = router({
  desk: procedureFor('read.desk')
    .input(z.strictObject({ dossier: key }))
    .output(deskCommitments)
    .query(({ ctx, input }) => listCommitmentsAtDesk(ctx, input.dossier)),
  record: write
    .input(recordCommitmentInput)
    .output(writtenKey)
    .mutation(async ({ ctx, input }) => acceptResult(await recordCommitment(ctx.record.app, ctx.act, input))),
  correct: write
    .input(correctCommitmentInput)
    .output(writtenKey)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await correctCommitment(ctx.record.app, ctx.act, input)),
    ),
})
