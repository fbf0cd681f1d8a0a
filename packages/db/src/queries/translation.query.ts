import {
  type ContentLanguage,
  contentLanguages,
  type TranslatableField,
  type TranslatableKind,
  type TranslationState,
  translatableKinds,
} from '@waymark/recommendation/translatable'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { isOfWording, latestTranslations, madeOf, originals } from './translation.relations.ts'

/** One text of a dossier in one language. */
export type TranslationRow = {
  kind: TranslatableKind
  key: string
  /** The root of what the text is of, and the version that stands. */
  id: number
  versionId: number
  label: string
  field: TranslatableField
  original: string
  language: ContentLanguage
  state: TranslationState
  text: string | null
  translator: string | null
  recordedAt: string | null
  /** What the original said when it was translated; only where it says something else now. */
  madeOf: string | null
  /** Root and latest version of the translation; null where there is none. */
  rootId: number | null
  translationId: number | null
}

export type TranslationFilter = {
  readonly kind?: TranslatableKind | undefined
  readonly key?: string | undefined
  readonly language?: ContentLanguage | undefined
  readonly states?: readonly TranslationState[] | undefined
}

const stateOf = sql<TranslationState>`case when t.id is null then 'missing' when ${isOfWording} then 'current' else 'outdated' end`

/**
 * Relation: every text in every language that it is asked for in. An original counts as written in none of them: which
 * language it is in is not on record, and nobody translates a text into its own.
 */
const texts = (dossierId: number, { kind, key, language }: TranslationFilter): RawBuilder<unknown> => sql`(
  select o.*, l.language, ${stateOf} as state, t.text, t.translator_name, t.recorded_at, t.root_id, t.id as translation_id,
         case when t.id is not null and not ${isOfWording} then ${madeOf} end as made_of
  from ${originals(dossierId, kind === undefined ? translatableKinds : [kind])} o
  cross join unnest(${[...(language === undefined ? contentLanguages : [language])]}::text[]) with ordinality as l (language, n)
  left join ${latestTranslations(dossierId)} t
    on t.subject_kind = o.kind and t.subject_id = o.id and t.field = o.field and t.language = l.language
  where ${key === undefined ? sql`true` : sql`o.key = ${key}`})`

const columns = sql`x.kind, x.key, x.id, x.version_id as "versionId", x.label, x.field, x.original, x.language, x.state, x.text,
  x.translator_name as translator, x.recorded_at as "recordedAt", x.made_of as "madeOf", x.root_id as "rootId", x.translation_id as "translationId"`

/** Texts of a dossier in order of kind, key, field and language: a page of them, or all. */
export async function listTranslations(
  app: Kysely<Database>,
  dossierId: number,
  filter: TranslationFilter,
  page?: { readonly limit: number; readonly offset: number },
): Promise<TranslationRow[]> {
  const { states } = filter
  const { rows } = await sql<TranslationRow>`
    select ${columns} from ${texts(dossierId, filter)} x
    where ${states === undefined ? sql`true` : sql`x.state = any(${[...states]}::text[])`}
    order by x.place / 10, x.key, x.id, x.place, array_position(${[...contentLanguages]}::text[], x.language)
    ${page === undefined ? sql`` : sql`limit ${page.limit} offset ${page.offset}`}`.execute(app)
  return rows
}

export type TranslationCount = {
  kind: TranslatableKind
  language: ContentLanguage
  state: TranslationState
  count: number
}

/** How many texts of each kind stand how in each language. */
export async function countTranslations(
  app: Kysely<Database>,
  dossierId: number,
): Promise<TranslationCount[]> {
  const { rows } = await sql<TranslationCount>`
    select x.kind, x.language, x.state, count(*) as count from ${texts(dossierId, {})} x group by x.kind, x.language, x.state`.execute(
    app,
  )
  return rows
}
