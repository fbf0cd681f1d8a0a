import type { EvidenceKind, Origin } from '@waymark/assessment/evidence'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { hasWord, isInFile, searchedTexts } from './words.ts'

/** Items of evidence as the desk works on them: their latest versions, whatever their dates. */
type Db = Kysely<Database>

export type ItemRow = {
  /** Id of the item: that of its first version. */
  id: number
  versionId: number
  sourceKey: string
  sourceTitle: string
  /** Readers see the source in the list of sources. */
  sourceIsPublic: boolean
  /** Readers see what this version says: a published assessment rests on it. */
  isPublic: boolean
  fileId: number | null
  fileName: string | null
  locator: string | null
  kind: EvidenceKind
  origin: Origin
  factDate: string | null
  capturedOn: string | null
  language: string
  excerpt: string | null
  author: string
  recordedAt: string
  reason: string | null
  /** Published assessments and those in review that rest on it, in any of its versions. */
  uses: number
}

const isLatest = sql`not exists (select from evidence_item later where later.supersedes_id is not null and later.supersedes_id = i.id)`

const columns = sql`
  i.root_id as id, i.id as "versionId", s.key as "sourceKey", s.title as "sourceTitle",
  exists (select from source_publication p where p.source_id = s.root_id) as "sourceIsPublic",
  exists (select from evidence e join review v on v.assessment_id = e.assessment_id where e.item_id = i.id and v.outcome = 'published') as "isPublic",
  i.file_id as "fileId", f.name as "fileName", i.locator,
  i.kind, i.origin, i.fact_date as "factDate", i.captured_on as "capturedOn", i.language, i.excerpt, i.author_name as author,
  i.recorded_at as "recordedAt", i.reason,
  (select count(distinct e.assessment_id) from evidence e join evidence_item v on v.id = e.item_id where v.root_id = i.root_id) as uses`

const tables = sql`
  evidence_item i
  join source s on s.root_id = i.source_id
    and not exists (select from source later where later.supersedes_id is not null and later.supersedes_id = s.id)
  left join file f on f.id = i.file_id`

/** Items of a dossier by id, in their latest versions. One that is not there is not in the answer. */
export async function listItemsById(
  app: Db,
  dossierId: number,
  ids: readonly number[],
): Promise<Map<number, ItemRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<ItemRow>`
    select ${columns} from ${tables}
    where i.dossier_id = ${dossierId} and i.root_id = any(${[...ids]}::bigint[]) and ${isLatest}`.execute(app)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Items on record that assessments rest on: the item by assessment and place. */
export async function listItemsOf(
  app: Db,
  assessmentIds: readonly number[],
): Promise<{ assessmentId: number; position: number; item: number }[]> {
  const { rows } = await sql<{ assessmentId: number; position: number; item: number }>`
    select e.assessment_id as "assessmentId", e.position, i.root_id as item
    from evidence e join evidence_item i on i.id = e.item_id
    where e.assessment_id = any(${[...assessmentIds]}::bigint[])`.execute(app)
  return rows
}

/** Every version of an item, the latest first. */
export async function listItemVersions(app: Db, id: number): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select ${columns} from ${tables} where i.root_id = ${id} order by i.id desc`.execute(app)
  return rows
}

/** Condition: the item called `i` (with source `s` and file `f`) has every word in it. */
const hasWords = (words: readonly string[]) =>
  words.length === 0
    ? sql`true`
    : sql.join(
        words.map(
          (word) => sql`(${hasWord(searchedTexts.item, word)}
            or ${hasWord(sql`s.title || ' ' || s.publisher || ' ' || coalesce(f.name, '') || ' ' || coalesce(i.locator, '')`, word)}
            or i.file_id in (select t.file_id from file_text t where ${isInFile(word)}))`,
        ),
        sql` and `,
      )

/** A page of the items of a dossier, the latest first, with how many there are in all; two queries. */
export async function listItems(
  app: Db,
  dossierId: number,
  {
    words,
    limit,
    offset,
  }: { readonly words: readonly string[]; readonly limit: number; readonly offset: number },
): Promise<{ items: ItemRow[]; total: number }> {
  const where = sql`i.dossier_id = ${dossierId} and ${isLatest} and ${hasWords(words)}`
  const [page, count] = await Promise.all([
    sql<ItemRow>`select ${columns} from ${tables} where ${where} order by i.root_id desc limit ${limit} offset ${offset}`.execute(
      app,
    ),
    sql<{ total: number }>`select count(*) as total from ${tables} where ${where}`.execute(app),
  ])
  return { items: page.rows, total: count.rows[0]?.total ?? 0 }
}

export type ItemUse = {
  assessment: number
  ref: string
  title: string
  effective: string
  outcome: 'published' | 'returned' | 'retracted' | null
  author: string
  /** The version of the item that it rests on. */
  versionId: number
}

/** Assessments that rest on an item, in any of its versions, the latest first. */
export async function listItemUses(app: Db, id: number): Promise<ItemUse[]> {
  const { rows } = await sql<ItemUse>`
    select distinct a.id as assessment, r.key as ref, rv.title, a.effective, v.outcome, a.author_name as author, i.id as "versionId"
    from evidence_item i
    join evidence e on e.item_id = i.id
    join assessment a on a.id = e.assessment_id
    join recommendation r on r.id = a.recommendation_id
    join recommendation rv on rv.root_id = r.id
      and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = rv.id)
    left join review v on v.assessment_id = a.id
    where i.root_id = ${id} order by a.id desc`.execute(app)
  return rows
}
