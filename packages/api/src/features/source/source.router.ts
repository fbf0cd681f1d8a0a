import { listReadableSensitivities } from '@waymark/access/visibility'
import { listSourceChoices } from '@waymark/db/queries/desk-source.query'
import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { inLanguage } from '../../common/in-language.ts'
import { procedureFor, publicProcedure, router } from '../../procedure.ts'
import { listSourcePage } from './list-sources.query.ts'
import { sourceListInput } from './source.input.ts'
import { sourceChoices, sourceList } from './source.view.ts'

export const sourceRouter = router({
  list: publicProcedure
    .input(sourceListInput)
    .output(sourceList)
    .query(({ ctx, input }) => inLanguage(ctx, input, listSourcePage(ctx, input))),
  choices: procedureFor('source.record')
    .input(z.strictObject({ dossier: key }))
    .output(sourceChoices)
    .query(({ ctx, input }) =>
      listSourceChoices(ctx.record.app, input.dossier, listReadableSensitivities(ctx.actor.role)),
    ),
})
