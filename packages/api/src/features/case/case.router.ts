import type { Act } from '@waymark/db/in-transaction'
import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import {
  correctCase,
  correctStatus,
  createCase,
  recordStatus,
  restrictCase,
  voidStatus,
} from './case.command.ts'
import {
  casePageInput,
  caseTarget,
  correctCaseInput,
  correctHearingInput,
  correctStatusInput,
  createCaseInput,
  proposalTarget,
  proposeInput,
  recordHearingInput,
  recordStatusInput,
  refuseInput,
  restrictInput,
  voidHearingInput,
  voidStatusInput,
} from './case.input.ts'
import { caseList, casePage, deskCase, deskCaseList, writtenCase } from './case.view.ts'
import type { CaseActor } from './find-case.ts'
import { getCaseAtDesk } from './get-desk-case.query.ts'
import { correctHearing, recordHearing, voidHearing } from './hearing.command.ts'
import { getCasePage, listPublicCases } from './list-cases.query.ts'
import { listCasesForDesk } from './list-desk-cases.query.ts'
import { approveProposal, proposeCase, refuseProposal, retractProposal } from './proposal.command.ts'

const write = procedureFor('case.write')
const decide = procedureFor('case.publish')
const getActor = ({ act, actor }: { readonly act: Act; readonly actor: AccountActor }): CaseActor => ({
  act,
  role: actor.role,
})

export const caseRouter = router({
  list: publicProcedure
    .input(cutInput)
    .output(caseList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listPublicCases(ctx, input))),
  page: publicProcedure
    .input(casePageInput)
    .output(casePage)
    .query(({ ctx, input }) => inLanguage(ctx, input, getCasePage(ctx, input))),
  desk: procedureFor('read.desk')
    .input(z.strictObject({ dossier: key }))
    .output(deskCaseList)
    .query(({ ctx, input }) => listCasesForDesk(ctx, input.dossier)),
  get: procedureFor('case.read.internal')
    .input(caseTarget)
    .output(deskCase)
    .query(({ ctx, input }) => getCaseAtDesk(ctx, input)),
  create: write
    .input(createCaseInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) => acceptResult(await createCase(ctx.record.app, getActor(ctx), input))),
  correct: write
    .input(correctCaseInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await correctCase(ctx.record.app, getActor(ctx), input)),
    ),
  recordStatus: write
    .input(recordStatusInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordStatus(ctx.record.app, getActor(ctx), input)),
    ),
  correctStatus: write
    .input(correctStatusInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await correctStatus(ctx.record.app, getActor(ctx), input)),
    ),
  voidStatus: write
    .input(voidStatusInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) => acceptResult(await voidStatus(ctx.record.app, getActor(ctx), input))),
  recordHearing: write
    .input(recordHearingInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordHearing(ctx.record.app, getActor(ctx), input)),
    ),
  correctHearing: write
    .input(correctHearingInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await correctHearing(ctx.record.app, getActor(ctx), input)),
    ),
  voidHearing: write
    .input(voidHearingInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await voidHearing(ctx.record.app, getActor(ctx), input)),
    ),
  restrict: write
    .input(restrictInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await restrictCase(ctx.record.app, getActor(ctx), input)),
    ),
  propose: write
    .input(proposeInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await proposeCase(ctx.record.app, getActor(ctx), input)),
    ),
  retract: write
    .input(proposalTarget)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await retractProposal(ctx.record.app, getActor(ctx), input)),
    ),
  approve: decide
    .input(proposalTarget)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await approveProposal(ctx.record.app, getActor(ctx), input)),
    ),
  refuse: decide
    .input(refuseInput)
    .output(writtenCase)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await refuseProposal(ctx.record.app, getActor(ctx), input)),
    ),
})
