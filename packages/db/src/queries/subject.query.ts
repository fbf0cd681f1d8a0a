import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { SubjectKind } from '../desk-schema.ts'
import type { Database } from '../schema.ts'

/**
 * What comments, notifications, assignments and presence are about: a record of a dossier by its kind and key. An
 * assessment, which has no key, goes by its id.
 */
type Db = Kysely<Database>

const keyed = {
  recommendation: { table: 'recommendation', title: sql`r.title` },
  milestone: { table: 'milestone', title: sql`r.title` },
  commitment: { table: 'commitment', title: sql`r.summary` },
  source: { table: 'source', title: sql`r.title` },
} as const satisfies Partial<Record<SubjectKind, { table: keyof Database; title: RawBuilder<unknown> }>>

const isLatest = (table: keyof Database, alias: string): RawBuilder<boolean> =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(`${alias}.id`)})`

const kindOf = (alias: string) => sql.ref(`${alias}.subject_kind`)
const keyOf = (alias: string) => sql.ref(`${alias}.subject_key`)
const dossierOf = (alias: string) => sql.ref(`${alias}.dossier_id`)

/**
 * The record that a row called `alias` is about, as a lateral relation `s (title, sensitivity, ref)`: no row where there
 * is no such record, or its personal data was erased. `sensitivity` is null but for a case; `ref` is null but for an
 * assessment, whose recommendation it names.
 */
export const subjectOf = (alias: string): RawBuilder<unknown> => sql`(
  ${sql.join(
    Object.entries(keyed).map(
      ([kind, { table, title }]) => sql`
  select ${title} as title, null::text as sensitivity, null::text as ref from ${sql.table(table)} root
  join ${sql.table(table)} r on r.root_id = root.id and ${isLatest(table, 'r')}
  where ${kindOf(alias)} = ${kind} and root.dossier_id = ${dossierOf(alias)} and root.key = ${keyOf(alias)} and root.supersedes_id is null`,
    ),
    sql` union all `,
  )}
  union all
  select r.title, null, r.key from assessment root join recommendation r on r.root_id = root.recommendation_id and ${isLatest('recommendation', 'r')}
  where ${kindOf(alias)} = 'assessment' and root.dossier_id = ${dossierOf(alias)}
    and root.id = case when ${keyOf(alias)} ~ '^[1-9][0-9]{0,14}$' then ${keyOf(alias)}::bigint end
  union all
  select p.content ->> 'publicName', c.sensitivity, null from case_record root
  join case_record c on c.root_id = root.id and ${isLatest('case_record', 'c')} join personal_data p on p.row_id = c.id
  where ${kindOf(alias)} = 'case' and root.dossier_id = ${dossierOf(alias)} and root.key = ${keyOf(alias)} and root.supersedes_id is null
)`

/** Condition on {@link subjectOf}, called `s`: one who reads cases of these sensitivities may know of it. */
export const isReadable = (sensitivities: readonly Sensitivity[]): RawBuilder<boolean> =>
  sql`(s.sensitivity is null or s.sensitivity = any(${[...sensitivities]}::text[]))`

export type Subject = { key: string; title: string; sensitivity: Sensitivity | null }

/** Records of one kind by key. One that is not on record is not in the answer. */
export async function listSubjects(
  app: Db,
  dossierId: number,
  kind: SubjectKind,
  keys: readonly string[],
): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select w.subject_key as key, s.title, s.sensitivity
    from (select ${dossierId}::bigint as dossier_id, ${kind}::text as subject_kind, unnest(${[...keys]}::text[]) as subject_key) w
    cross join lateral ${subjectOf('w')} s`.execute(app)
  return rows
}

export type Colleague = {
  id: string
  name: string
  role: Database['member']['role']
}

/** Members who may work here at this moment, by name. */
export async function listColleagues(app: Db): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select user_id as id, name, role from member where not disabled order by name, user_id`.execute(app)
  return rows
}
