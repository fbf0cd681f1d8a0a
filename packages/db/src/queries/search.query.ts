import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { blindTo, hasWord, searchedTexts } from './words.ts'

type Db = Kysely<Database>

/** Who looks, where, for what. At least one word has three letters, so that an index serves the search. */
export type Sought = {
  readonly dossierId: number
  readonly userId: string
  readonly words: readonly string[]
  /** Sensitivities of cases that the person may read. */
  readonly sensitivities: readonly Sensitivity[]
  readonly limit: number
}

/** A text with all words in it. `ref`: the recommendation that it belongs to; `key`: what else leads to it. */
export type HitRow = { key: string; ref: string | null; title: string; text: string }

const hasAll = (text: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> =>
  sql`${sql.join(
    words.map((word) => hasWord(text, word)),
    sql` and `,
  )}`

const isLatest = (table: keyof Database, alias: string) =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(alias)}.id)`

const titleOf = (id: RawBuilder<unknown>) =>
  sql`(select v.title from recommendation v where v.root_id = ${id} and ${isLatest('recommendation', 'v')})`
const refOf = (id: RawBuilder<unknown>) =>
  sql`(select root.key from recommendation root where root.id = ${id})`

export async function searchRecommendations(app: Db, { dossierId, words, limit }: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (
      select r.* from recommendation r where ${hasAll(searchedTexts.recommendation, words)})
    select r.key, r.key as ref, r.title, r.text from hits r
    where r.dossier_id = ${dossierId} and ${isLatest('recommendation', 'r')} order by r.key limit ${limit}`.execute(
    app,
  )
  return rows
}

/** What was written of findings. What the person is to rate without seeing it is not among them. */
export async function searchAssessments(
  app: Db,
  { dossierId, userId, words, limit }: Sought,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with blind as materialized ${blindTo(userId)},
    hits as materialized (select a.* from assessment a where ${hasAll(searchedTexts.assessment, words)})
    select a.id::text as key, ${refOf(sql`a.recommendation_id`)} as ref, ${titleOf(sql`a.recommendation_id`)} as title, a.rationale as text
    from hits a where a.dossier_id = ${dossierId} and a.id not in (select id from blind) order by a.id desc limit ${limit}`.execute(
    app,
  )
  return rows
}

/** Excerpts that assessments rest on, under the same rule. */
export async function searchEvidence(
  app: Db,
  { dossierId, userId, words, limit }: Sought,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with blind as materialized ${blindTo(userId)},
    hits as materialized (select e.* from evidence e where e.excerpt is not null and ${hasAll(searchedTexts.evidence, words)})
    select a.id::text as key, ${refOf(sql`a.recommendation_id`)} as ref, s.title, e.excerpt as text
    from hits e join assessment a on a.id = e.assessment_id join source s on s.id = e.source_id
    where a.dossier_id = ${dossierId} and a.id not in (select id from blind) order by a.id desc, e.position limit ${limit}`.execute(
    app,
  )
  return rows
}

/** Items of evidence, by the root that their pages go by. */
export async function searchItems(app: Db, { dossierId, words, limit }: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (select i.* from evidence_item i where i.excerpt is not null and ${hasAll(searchedTexts.item, words)})
    select i.root_id::text as key, null as ref, s.title, i.excerpt as text
    from hits i join source s on s.id = i.source_id
    where i.dossier_id = ${dossierId} and ${isLatest('evidence_item', 'i')} order by i.id desc limit ${limit}`.execute(
    app,
  )
  return rows
}

/** The words of files. */
export async function searchFiles(app: Db, { dossierId, words, limit }: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (select t.* from file_text t where ${hasAll(searchedTexts.file, words)})
    select f.id::text as key, null as ref, f.name as title, left(t.text, 200000) as text
    from hits t join file f on f.id = t.file_id where f.dossier_id = ${dossierId} order by f.id desc limit ${limit}`.execute(
    app,
  )
  return rows
}

/** Cases in their latest form that the person may read. What only an earlier form said does not lead to them. */
export async function searchCases(
  app: Db,
  { dossierId, words, sensitivities, limit }: Sought,
): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (select p.* from personal_data p where ${hasAll(searchedTexts.case, words)})
    select c.key, null as ref, p.content ->> 'publicName' as title,
           coalesce(p.content ->> 'publicName', '') || ' ' || coalesce(p.content ->> 'summary', '') as text
    from hits p join case_record c on c.id = p.row_id
    where c.dossier_id = ${dossierId} and c.sensitivity = any(${[...sensitivities]}::text[]) and ${isLatest('case_record', 'c')}
    order by c.key limit ${limit}`.execute(app)
  return rows
}
