import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import {
  countTranslations,
  listTranslations,
  type TranslationRow,
} from '@waymark/db/queries/translation.query'
import {
  type ContentLanguage,
  contentLanguages,
  type TranslatableKind,
  type TranslationState,
  translatableKinds,
} from '@waymark/recommendation/translatable'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { TranslationListInput } from './translation.input.ts'
import type { TranslationList, Translations } from './translation.view.ts'

/** How each field of one thing stands in each language. Refusals: `not-found`. */
export async function getTranslations(
  ctx: Context,
  { dossier, kind, key }: { readonly dossier: string; readonly kind: TranslatableKind; readonly key: string },
): Promise<Translations> {
  const dossierId = await getDossierId(ctx.record.app, dossier)
  const rows = dossierId === null ? [] : await listTranslations(ctx.record.app, dossierId, { kind, key })
  const [first] = rows
  if (first === undefined) throw buildRefusalError({ code: 'not-found' })
  return {
    kind,
    key,
    label: first.label,
    ofVersion: first.versionId,
    fields: [...Map.groupBy(rows, ({ field }) => field)].map(([field, of]) => ({
      field,
      original: of[0]?.original ?? '',
      translations: of.map(buildTranslation),
    })),
  }
}

const buildTranslation = ({
  language,
  state,
  text,
  translator,
  recordedAt,
  madeOf,
  translationId,
}: TranslationRow) => ({
  language,
  state,
  text,
  translator,
  recordedAt,
  madeOf,
  version: translationId ?? 0,
})

const pageSize = 50
const statesOf = (state: TranslationListInput['state']): readonly TranslationState[] | undefined =>
  state === undefined ? undefined : state === 'open' ? ['missing', 'outdated'] : [state]

/** What of a dossier is translated: counts of all, and a page of what was asked for. Refusals: `not-found`. */
export async function listDossierTranslations(
  ctx: Context,
  input: TranslationListInput,
): Promise<TranslationList> {
  const { app } = ctx.record
  const dossierId = await getDossierId(app, input.dossier)
  if (dossierId === null) throw buildRefusalError({ code: 'not-found' })
  const { kind, language, page = 1 } = input
  const states = statesOf(input.state)
  const [found, rows] = await Promise.all([
    countTranslations(app, dossierId),
    listTranslations(
      app,
      dossierId,
      { kind, language, states },
      { limit: pageSize, offset: (page - 1) * pageSize },
    ),
  ])
  const total = found
    .filter((one) => (kind ?? one.kind) === one.kind && (language ?? one.language) === one.language)
    .filter((one) => states?.includes(one.state) ?? true)
    .reduce((sum, { count }) => sum + count, 0)
  const countOf = (of: TranslatableKind, into: ContentLanguage, state: TranslationState) =>
    found.find((one) => one.kind === of && one.language === into && one.state === state)?.count ?? 0
  return {
    counts: translatableKinds
      .filter((of) => found.some((one) => one.kind === of))
      .flatMap((of) =>
        contentLanguages.map((into) => ({
          kind: of,
          language: into,
          missing: countOf(of, into, 'missing'),
          outdated: countOf(of, into, 'outdated'),
          current: countOf(of, into, 'current'),
        })),
      ),
    rows: rows.map(({ kind, key, label, field, language, state, original }) => ({
      kind,
      key,
      label,
      field,
      language,
      state,
      original,
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
  }
}
