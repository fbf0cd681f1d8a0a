import {
  type ContentLanguage,
  type TranslatableField,
  type TranslatableKind,
  translatable,
} from '@waymark/recommendation/translatable'
import { type RawBuilder, sql } from 'kysely'
import type { PublicDatabase } from '../public-schema.ts'
import type { Reader } from '../reader.ts'
import { isCurrent, type RecordCut } from './relations.ts'

type Sql = RawBuilder<unknown>

/** A text in another language. */
export type PublicTextRow = {
  kind: TranslatableKind
  /** Of a step and a finding: the reference of their recommendation. */
  key: string
  field: TranslatableField
  /** What the original says at the cut. */
  original: string
  /** Of a recommendation in the words of its source: that source's language, as it is on record; null of all others. */
  originalLanguage: string | null
  text: string
  /** Where it was made of another wording: when the original began to say something else. */
  outdatedSince: string | null
}

/** Where the texts of a kind are: the version in force `v` of what `n` names by its key. */
type Place = {
  readonly table: keyof PublicDatabase
  readonly from: Sql
  readonly where: (cut: RecordCut) => Sql
  readonly key: Sql
  readonly root: 'root_id' | 'assessment_id'
  readonly id: 'id' | 'assessment_id'
}

const keyed = (table: 'area' | 'round' | 'milestone' | 'commitment' | 'recommendation'): Place => ({
  table,
  from: sql`${sql.table(table)} n join ${sql.table(table)} v on v.root_id = n.id and n.supersedes_id is null`,
  where: (cut) => isCurrent(table, 'v', cut),
  key: sql`n.key`,
  root: 'root_id',
  id: 'id',
})

const places: Readonly<Record<TranslatableKind, Place>> = {
  dossier: {
    ...keyed('area'),
    table: 'dossier',
    from: sql`(select d.*, d.root_id as dossier_id from dossier d) v join lateral (select v.dossier_id, v.key) n on true`,
    where: (cut) => isCurrent('dossier', 'v', cut),
  },
  area: keyed('area'),
  round: keyed('round'),
  milestone: keyed('milestone'),
  commitment: keyed('commitment'),
  recommendation: keyed('recommendation'),
  step: {
    ...keyed('recommendation'),
    table: 'progress_step',
    from: sql`recommendation n join progress_step v on v.recommendation_id = n.id and n.supersedes_id is null`,
    where: (cut) => isCurrent('progress_step', 'v', cut),
  },
  finding: {
    table: 'finding',
    from: sql`recommendation n join finding v on v.recommendation_id = n.id and n.supersedes_id is null`,
    where: (cut) => sql`v.recorded_at <= ${cut.knownAt}::timestamptz`,
    key: sql`n.key`,
    root: 'assessment_id',
    id: 'assessment_id',
  },
  // The first version of a public case may be one that is not public: a version names itself.
  case: {
    ...keyed('recommendation'),
    table: 'case_record',
    from: sql`case_record v join lateral (select v.dossier_id, v.key) n on true`,
    where: (cut) => isCurrent('case_record', 'v', cut),
  },
}

const names: Readonly<Record<string, string>> = { name: 'public_name' }
const fieldOf = (kind: TranslatableKind, row: 'v' | 'm' | 'x'): Sql =>
  sql`(case t.field ${sql.join(
    translatable[kind].map(
      (field) =>
        sql`when ${sql.lit(field)} then ${sql.ref(`${row}.${(kind === 'case' && names[field]) || field}`)}`,
    ),
    sql` `,
  )} end)`

const buildBranch = (
  kind: TranslatableKind,
  cut: RecordCut,
  language: ContentLanguage,
  keys: readonly string[],
): Sql => {
  const { table, from, where, key, root, id } = places[kind]
  const [made, now] = [fieldOf(kind, 'm'), fieldOf(kind, 'v')]
  // A finding has one wording for ever; of a case the window shows no translation of another one.
  const since =
    kind === 'finding' || kind === 'case'
      ? sql`null::timestamptz`
      : sql`case when ${made} is distinct from ${now} then (
          select min(x.recorded_at) from ${sql.table(table)} x
          where x.root_id = v.root_id and x.id > t.of_version and x.id <= v.id and ${fieldOf(kind, 'x')} is distinct from ${made}) end`
  const quoted =
    kind === 'recommendation'
      ? sql`case when t.field = 'text' and v.wording = 'as-issued' then (
          select s.language from source s where s.root_id = v.source_id and ${isCurrent('source', 's', cut)}) end`
      : sql`null::text`
  return sql`
    select ${sql.lit(kind)}::text as kind, ${key} as key, t.field, ${now} as original, ${quoted} as "originalLanguage", t.text,
      ${since} as "outdatedSince"
    from ${from}
    join translation t on t.subject_id = ${sql.ref(`v.${root}`)} and t.language = ${language} and t.subject_kind = ${sql.lit(kind)}
      and ${isCurrent('translation', 't', cut)}
    join ${sql.table(table)} m on ${sql.ref(`m.${id}`)} = t.of_version
    where n.dossier_id = ${cut.dossierId} and ${key} = any(${[...keys]}::text[]) and ${where(cut)} and ${now} is not null`
}

/** The kinds of texts of which a dossier has any in a language, at whatever cut. */
export async function listTranslatedKinds(
  db: Reader,
  dossierId: number,
  language: ContentLanguage,
): Promise<TranslatableKind[]> {
  const { rows } = await sql<{ kind: TranslatableKind }>`
    select distinct t.subject_kind as kind from translation t
    where t.dossier_id = ${dossierId} and t.language = ${language} order by kind`.execute(db)
  return rows.map(({ kind }) => kind)
}

/**
 * What is named by `keys` (of the dossier, areas, rounds, milestones, statements, recommendations and cases) in another
 * language, with the steps and findings of the recommendations among them, at a cut. One query, whatever is asked for.
 *
 * @param kinds those of {@link listTranslatedKinds}, at least one: to plan the look-up of a kind takes the server ten times as
 * long as to find that there is nothing
 */
export async function listPublicTexts(
  db: Reader,
  cut: RecordCut,
  language: ContentLanguage,
  kinds: readonly TranslatableKind[],
  keys: readonly string[],
): Promise<PublicTextRow[]> {
  const { rows } = await sql<PublicTextRow>`
    select p.* from (${sql.join(
      kinds.map((kind) => buildBranch(kind, cut, language, keys)),
      sql` union all `,
    )}) p
    order by p.kind, p.key, p.field, p.original`.execute(db)
  return rows
}
