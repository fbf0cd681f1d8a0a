import { formatRefusal } from '@waymark/messages/refusals'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import {
  briefingTarget,
  compareBriefingInput,
  createBriefingInput,
  exportBriefingInput,
  getBriefingInput,
  listBriefingsInput,
  previewRefreshInput,
  recordRoundInput,
  refreshBriefingInput,
  saveBriefingInput,
  setTemplateInput,
} from './briefing.input.ts'
import {
  afterRound,
  briefingChoices,
  briefingComparison,
  briefingList,
  briefingView,
  briefingWritten,
  exportedBriefing,
  refreshPreview,
  roundOutcome,
  templateWritten,
} from './briefing.view.ts'
import { createBriefing } from './create-briefing.command.ts'
import { exportBriefing } from './export-briefing.command.ts'
import { getAfterRound } from './get-after.query.ts'
import {
  compareBriefing,
  getBriefing,
  listBriefingsOf,
  listChoices,
  sayRefresh,
} from './get-briefing.query.ts'
import { type RoundRecorded, recordRound } from './record-round.command.ts'
import { refreshBriefing, saveBriefing } from './save-briefing.command.ts'
import { setTemplate } from './template.command.ts'

const read = procedureFor('meeting.read')
const write = procedureFor('meeting.write')
/** What a round brought is public at once. */
const record = procedureFor('uptake.write')

const tellOutcome = ({ faults, ...outcome }: RoundRecorded, language: 'en' | 'ru' | 'kk') => ({
  ...outcome,
  faults: faults.map(({ row, refusal }) => ({
    row,
    code: refusal.code,
    message: formatRefusal(refusal, language),
  })),
})

export const briefingRouter = router({
  list: read
    .input(listBriefingsInput)
    .output(briefingList)
    .query(({ ctx, input }) => listBriefingsOf(ctx, input)),
  get: read
    .input(getBriefingInput)
    .output(briefingView)
    .query(({ ctx, input }) => getBriefing(ctx, input)),
  choices: read
    .input(briefingTarget)
    .output(briefingChoices)
    .query(({ ctx, input }) => listChoices(ctx, input)),
  compare: read
    .input(compareBriefingInput)
    .output(briefingComparison)
    .query(({ ctx, input }) => compareBriefing(ctx, input)),
  previewRefresh: read
    .input(previewRefreshInput)
    .output(refreshPreview)
    .query(({ ctx, input }) => sayRefresh(ctx, input)),
  create: write
    .input(createBriefingInput)
    .output(briefingWritten)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await createBriefing(ctx, { act: ctx.act, role: ctx.actor.role }, input)),
    ),
  save: write
    .input(saveBriefingInput)
    .output(briefingWritten)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await saveBriefing(ctx, { act: ctx.act, role: ctx.actor.role }, input)),
    ),
  refresh: write
    .input(refreshBriefingInput)
    .output(briefingWritten)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await refreshBriefing(ctx, { act: ctx.act, role: ctx.actor.role }, input)),
    ),
  /** By a mutation, because what is taken out is written to the audit trail. */
  export: read
    .input(exportBriefingInput)
    .output(exportedBriefing)
    .mutation(async ({ ctx, input }) => {
      const { bytes, ...file } = acceptResult(
        await exportBriefing(ctx, { act: ctx.act, role: ctx.actor.role }, input),
      )
      return { ...file, base64: Buffer.from(bytes).toString('base64') }
    }),
  setTemplate: write
    .input(setTemplateInput)
    .output(templateWritten)
    .mutation(async ({ ctx, input }) => acceptResult(await setTemplate(ctx, ctx.act, input))),
  after: read
    .input(briefingTarget)
    .output(afterRound)
    .query(({ ctx, input }) => getAfterRound(ctx, input)),
  checkRound: record
    .input(recordRoundInput)
    .output(roundOutcome)
    .query(async ({ ctx, input }) =>
      tellOutcome(acceptResult(await recordRound(ctx, ctx.act, input, { dry: true })), ctx.language),
    ),
  recordRound: record
    .input(recordRoundInput)
    .output(roundOutcome)
    .mutation(async ({ ctx, input }) =>
      tellOutcome(acceptResult(await recordRound(ctx, ctx.act, input, { dry: false })), ctx.language),
    ),
})
