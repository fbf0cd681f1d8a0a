import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { encodeFile } from '../table/export-tables.command.ts'
import { exportedFile } from '../table/table.view.ts'
import { getTranslations, listDossierTranslations } from './list-translations.query.ts'
import { recordTranslation } from './translation.command.ts'
import {
  checkTranslationsInput,
  exportTranslationsInput,
  importTranslationsInput,
  recordTranslationInput,
  translationListInput,
  translationTarget,
} from './translation.input.ts'
import {
  importedTranslations,
  recordedTranslation,
  translationList,
  translationPlan,
  translations,
} from './translation.view.ts'
import { checkTranslations, exportTranslations, importTranslations } from './translation-table.command.ts'

const write = procedureFor('translation.write')

export const translationRouter = router({
  list: procedureFor('read.desk')
    .input(translationListInput)
    .output(translationList)
    .query(({ ctx, input }) => listDossierTranslations(ctx, input)),
  get: procedureFor('read.desk')
    .input(translationTarget)
    .output(translations)
    .query(({ ctx, input }) => getTranslations(ctx, input)),
  record: write
    .input(recordTranslationInput)
    .output(recordedTranslation)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await recordTranslation(ctx.record.app, { act: ctx.act, role: ctx.actor.role }, input)),
    ),
  export: write
    .input(exportTranslationsInput)
    .output(exportedFile)
    .mutation(async ({ ctx, input }) =>
      encodeFile(acceptResult(await exportTranslations(ctx.record.app, ctx.act, input))),
    ),
  check: write
    .input(checkTranslationsInput)
    .output(translationPlan)
    .mutation(async ({ ctx, input }) => acceptResult(await checkTranslations(ctx.record.app, input))),
  import: write
    .input(importTranslationsInput)
    .output(importedTranslations)
    .mutation(async ({ ctx, input }) =>
      acceptResult(await importTranslations(ctx.record.app, ctx.act, input)),
    ),
})
