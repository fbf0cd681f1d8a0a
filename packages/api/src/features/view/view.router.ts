import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { listSavedViews } from '@waymark/db/queries/view.query'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult, buildRefusalError } from '../../refusal-error.ts'
import { changeView, dropView, saveView } from './view.command.ts'
import { changeViewInput, dropViewInput, saveViewInput, viewListInput } from './view.input.ts'
import { savedViews, viewDropped, viewRevision } from './view.view.ts'

const write = procedureFor('colleague.write')

export const viewRouter = router({
  list: procedureFor('read.desk')
    .input(viewListInput)
    .output(savedViews)
    .query(async ({ ctx, input }) => {
      const dossierId = await getDossierId(ctx.record.app, input.dossier)
      if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
      const views = await listSavedViews(ctx.record.app, dossierId, ctx.actor.id)
      return views.map(({ ownerId, ...view }) => ({ ...view, mine: ownerId === ctx.actor.id }))
    }),
  save: write
    .input(saveViewInput)
    .output(viewRevision)
    .mutation(async ({ ctx, input }) => acceptResult(await saveView(ctx.record.app, ctx.act, input))),
  change: write
    .input(changeViewInput)
    .output(viewRevision)
    .mutation(async ({ ctx, input }) => acceptResult(await changeView(ctx.record.app, ctx.act, input))),
  drop: write
    .input(dropViewInput)
    .output(viewDropped)
    .mutation(async ({ ctx, input }) => acceptResult(await dropView(ctx.record.app, ctx.act, input))),
})
