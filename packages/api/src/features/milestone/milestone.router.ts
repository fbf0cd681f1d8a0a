import { cutInput } from '../../common/cut.ts'
import { inLanguage } from '../../common/in-language.ts'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { getMilestoneAtDesk } from './desk-milestone.query.ts'
import { deskMilestone, writtenEvent, writtenMilestone } from './desk-milestone.view.ts'
import { getMilestone, listMilestonePage } from './list-milestones.query.ts'
import { correctMilestone, planMilestone, recordOccurrence } from './milestone.command.ts'
import {
  cancelInput,
  correctMilestoneInput,
  deskMilestoneInput,
  milestoneInput,
  moveInput,
  occurInput,
  planInput,
  voidEventInput,
} from './milestone.input.ts'
import { milestoneDetail, milestoneList } from './milestone.view.ts'
import { cancelMilestone, moveMilestone, voidEvent } from './milestone-event.command.ts'

const write = procedureFor('linkage.write')

export const milestoneRouter = router({
  list: publicProcedure
    .input(cutInput)
    .output(milestoneList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listMilestonePage(ctx, input))),
  get: publicProcedure
    .input(milestoneInput)
    .output(milestoneDetail)
    .query(({ ctx, input }) => inLanguage(ctx, input, getMilestone(ctx, input))),
  desk: procedureFor('read.desk')
    .input(deskMilestoneInput)
    .output(deskMilestone)
    .query(({ ctx, input }) => getMilestoneAtDesk(ctx, input)),
  plan: write
    .input(planInput)
    .output(writtenMilestone)
    .mutation(async ({ ctx, input }) => acceptResult(await planMilestone(ctx.record.app, ctx.act, input))),
  occur: write
    .input(occurInput)
    .output(writtenMilestone)
    .mutation(async ({ ctx, input }) => acceptResult(await recordOccurrence(ctx.record.app, ctx.act, input))),
  correct: write
    .input(correctMilestoneInput)
    .output(writtenMilestone)
    .mutation(async ({ ctx, input }) => acceptResult(await correctMilestone(ctx.record.app, ctx.act, input))),
  move: write
    .input(moveInput)
    .output(writtenEvent)
    .mutation(async ({ ctx, input }) => acceptResult(await moveMilestone(ctx.record.app, ctx.act, input))),
  cancel: write
    .input(cancelInput)
    .output(writtenEvent)
    .mutation(async ({ ctx, input }) => acceptResult(await cancelMilestone(ctx.record.app, ctx.act, input))),
  void: write
    .input(voidEventInput)
    .output(writtenEvent)
    .mutation(async ({ ctx, input }) => acceptResult(await voidEvent(ctx.record.app, ctx.act, input))),
})
