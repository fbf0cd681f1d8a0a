import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { blindTo, hasWord, holdsWord, isInFile, searchedTexts } from './words.ts'

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

const hasAll = (words: readonly string[], has: (word: string) => RawBuilder<boolean>): RawBuilder<boolean> =>
  sql`${sql.join(words.map(has), sql` and `)}`

/**
 * Condition on `t` of search_text: a text of this kind in the dossier with all words in it. What follows is ordered by
 * search_text_in_order, so that of words that stand in every text only the first are looked at.
 */
const isHit = (kind: 'recommendation' | 'assessment' | 'evidence' | 'item', { dossierId, words }: Sought) =>
  sql`t.dossier_id = ${dossierId} and t.kind = ${kind} and ${hasAll(words, (word) => holdsWord(sql`t.folded`, word))}`

const isLatest = (table: keyof Database, alias: string) =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(alias)}.id)`

const titleOf = (id: RawBuilder<unknown>) =>
  sql`(select v.title from recommendation v where v.root_id = ${id} and ${isLatest('recommendation', 'v')})`
const refOf = (id: RawBuilder<unknown>) =>
  sql`(select root.key from recommendation root where root.id = ${id})`

export async function searchRecommendations(app: Db, sought: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (select t.row_id from search_text t where ${isHit('recommendation', sought)})
    select r.key, r.key as ref, r.title, r.text from hits join recommendation r on r.id = hits.row_id
    where ${isLatest('recommendation', 'r')} order by r.key limit ${sought.limit}`.execute(app)
  return rows
}

/** What was written of findings. What the person is to rate without seeing it is not among them. */
export async function searchAssessments(app: Db, sought: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with blind as materialized ${blindTo(sought.userId)},
    hits as materialized (
      select t.row_id from search_text t where ${isHit('assessment', sought)} and t.row_id not in (select id from blind)
      order by t.row_id desc, t.position limit ${sought.limit})
    select a.id::text as key, ${refOf(sql`a.recommendation_id`)} as ref, ${titleOf(sql`a.recommendation_id`)} as title, a.rationale as text
    from hits join assessment a on a.id = hits.row_id order by a.id desc`.execute(app)
  return rows
}

/** Excerpts that assessments rest on, under the same rule. */
export async function searchEvidence(app: Db, sought: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with blind as materialized ${blindTo(sought.userId)},
    hits as materialized (
      select t.row_id, t.position from search_text t where ${isHit('evidence', sought)} and t.row_id not in (select id from blind)
      order by t.row_id desc, t.position limit ${sought.limit})
    select a.id::text as key, ${refOf(sql`a.recommendation_id`)} as ref, s.title, e.excerpt as text
    from hits join evidence e on e.assessment_id = hits.row_id and e.position = hits.position
    join assessment a on a.id = e.assessment_id join source s on s.id = e.source_id
    order by a.id desc, e.position`.execute(app)
  return rows
}

/** Items of evidence, by the root that their pages go by. */
export async function searchItems(app: Db, sought: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (
      select i.id from search_text t join evidence_item i on i.id = t.row_id
      where ${isHit('item', sought)} and ${isLatest('evidence_item', 'i')}
      order by t.row_id desc, t.position limit ${sought.limit})
    select i.root_id::text as key, null as ref, s.title, i.excerpt as text
    from hits join evidence_item i on i.id = hits.id join source s on s.id = i.source_id order by i.id desc`.execute(
    app,
  )
  return rows
}

/** The words of files. */
export async function searchFiles(app: Db, { dossierId, words, limit }: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with hits as materialized (
      select f.id from file_text t join file f on f.id = t.file_id
      where f.dossier_id = ${dossierId} and ${hasAll(words, isInFile)} order by f.id desc limit ${limit})
    select f.id::text as key, null as ref, f.name as title, left(t.text, 200000) as text
    from hits join file f on f.id = hits.id join file_text t on t.file_id = f.id order by f.id desc`.execute(
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
    with hits as materialized (select p.* from personal_data p where ${hasAll(words, (word) => hasWord(searchedTexts.case, word))})
    select c.key, null as ref, p.content ->> 'publicName' as title,
           coalesce(p.content ->> 'publicName', '') || ' ' || coalesce(p.content ->> 'summary', '') as text
    from hits p join case_record c on c.id = p.row_id
    where c.dossier_id = ${dossierId} and c.sensitivity = any(${[...sensitivities]}::text[]) and ${isLatest('case_record', 'c')}
    order by c.key limit ${limit}`.execute(app)
  return rows
}

/** Milestones in their latest form, by their titles: a dossier has so few that no text of theirs is kept folded. */
export async function searchMilestones(app: Db, { dossierId, words, limit }: Sought): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    select m.key, null as ref, m.title, m.title as text from milestone m
    where m.dossier_id = ${dossierId} and ${isLatest('milestone', 'm')} and ${hasAll(words, (word) => hasWord(sql`m.title`, word))}
    order by m.key limit ${limit}`.execute(app)
  return rows
}
