import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { askToCode, declineToCode, pickToCode, rateBlind } from './coding.command.ts'
import { askInput, codingDossier, codingTarget, rateInput } from './coding.input.ts'
import { getAgreement, getCodingForm, getCodings, listDisagreements, listWork } from './coding.query.ts'
import {
  agreement,
  codingAsked,
  codingDeclined,
  codingForm,
  codingRecorded,
  codings,
  codingWork,
  disagreements,
} from './coding.view.ts'

const read = procedureFor('read.desk')
const code = procedureFor('coding.write')

export const codingRouter = router({
  work: code
    .input(codingDossier)
    .output(codingWork)
    .query(({ ctx, input }) => listWork(ctx, input.dossier)),
  form: code
    .input(codingTarget)
    .output(codingForm)
    .query(({ ctx, input }) => getCodingForm(ctx, input)),
  of: read
    .input(codingTarget)
    .output(codings)
    .query(({ ctx, input }) => getCodings(ctx, input)),
  disagreements: read
    .input(codingDossier)
    .output(disagreements)
    .query(({ ctx, input }) => listDisagreements(ctx, input.dossier)),
  agreement: read
    .input(codingDossier)
    .output(agreement)
    .query(({ ctx, input }) => getAgreement(ctx, input.dossier)),
  ask: code
    .input(askInput)
    .output(codingAsked)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await askToCode(ctx.record.app, ctx.act, ctx.actor, input)),
    ),
  pick: code
    .input(codingTarget)
    .output(codingAsked)
    .mutation(async ({ ctx, input }) => acceptResult(await pickToCode(ctx.record.app, ctx.act, input))),
  rate: code
    .input(rateInput)
    .output(codingRecorded)
    .mutation(async ({ ctx, input }) => acceptResult(await rateBlind(ctx.record.app, ctx.act, input))),
  decline: code
    .input(codingTarget)
    .output(codingDeclined)
    .mutation(async ({ ctx, input }) => acceptResult(await declineToCode(ctx.record.app, ctx.act, input))),
})
