import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { correctItem, recordItem } from './evidence-item.command.ts'
import { correctItemInput, itemId, itemListInput, recordItemInput } from './evidence-item.input.ts'
import { getDeskItem, listDeskItems, listItemChoices } from './evidence-item.query.ts'
import { itemChoices, itemDetail, itemList, writtenItem } from './evidence-item.view.ts'

const procedure = procedureFor('evidence.write')

export const evidenceItemRouter = router({
  list: procedure
    .input(itemListInput)
    .output(itemList)
    .query(({ ctx, input }) => listDeskItems(ctx, input)),
  get: procedure
    .input(itemId)
    .output(itemDetail)
    .query(({ ctx, input }) => getDeskItem(ctx, input)),
  choices: procedure
    .input(z.strictObject({ dossier: key }))
    .output(itemChoices)
    .query(({ ctx, input }) => listItemChoices(ctx, input.dossier)),
  record: procedure
    .input(recordItemInput)
    .output(writtenItem)
    .mutation(async ({ ctx, input }) => acceptResult(await recordItem(ctx.record.app, ctx.act, input))),
  correct: procedure
    .input(correctItemInput)
    .output(writtenItem)
    .mutation(async ({ ctx, input }) => acceptResult(await correctItem(ctx.record.app, ctx.act, input))),
})
