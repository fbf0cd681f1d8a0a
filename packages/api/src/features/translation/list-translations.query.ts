import { listTranslations, type TranslationRow } from '@waymark/db/queries/translation.query'
import type { Context } from '../../context.ts'
import { getDesk } from '../assessment/desk-assessment.query.ts'
import { translatedFields, translationLanguages } from './translation.input.ts'
import type { Translations } from './translation.view.ts'

const madeOf = { title: 'ofTitle', text: 'ofText', criterion: 'ofCriterion' } as const

/** How each field of a recommendation stands in each language. Refusals: `not-found`. */
export async function getTranslations(
  ctx: Context,
  { dossier, ref }: { readonly dossier: string; readonly ref: string },
): Promise<Translations> {
  const recommendation = await getDesk(ctx, dossier, ref)
  const rows = await listTranslations(ctx.record.app, recommendation.id)
  return {
    ref,
    title: recommendation.title,
    ofVersion: recommendation.versionId,
    fields: translatedFields.flatMap((field) => {
      const original = recommendation[field]
      if (original === null) return []
      const translations = translationLanguages.map((language) => {
        const row = rows.find((one) => one.field === field && one.language === language)
        return { language, ...buildState(row, row?.[madeOf[field]] ?? null, original) }
      })
      return [{ field, original, translations }]
    }),
  }
}

function buildState(row: TranslationRow | undefined, made: string | null, original: string) {
  if (row === undefined)
    return {
      state: 'missing' as const,
      text: null,
      translator: null,
      recordedAt: null,
      madeOf: null,
      version: 0,
    }
  const { text, translator, recordedAt, versionId } = row
  const isCurrent = made === original
  return {
    state: isCurrent ? ('current' as const) : ('outdated' as const),
    text,
    translator,
    recordedAt,
    madeOf: isCurrent ? null : made,
    version: versionId,
  }
}
