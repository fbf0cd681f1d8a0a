import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { getTranslations } from './list-translations.query.ts'
import { recordTranslation } from './translation.command.ts'
import { recordTranslationInput, translationTarget } from './translation.input.ts'
import { recordedTranslation, translations } from './translation.view.ts'

export const translationRouter = router({
  list: procedureFor('read.desk')
    .input(translationTarget)
    .output(translations)
    .query(({ ctx, input }) => getTranslations(ctx, input)),
  record: procedureFor('translation.write')
    .input(recordTranslationInput)
    .output(recordedTranslation)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordTranslation(ctx.record.app, ctx.act, input)),
    ),
})
