import type { Sensitivity } from '@waymark/recommendation/case'
import { sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

/** What is on record of one thing: its root, its latest version, and the hash of the file row it was last imported from. */
export type KnownRow = {
  readonly key: string
  readonly rootId: number
  readonly headId: number
  readonly fileHash: string | null
  /** The version that was imported with that hash; a later one may have been made at the desk. */
  readonly fileId: number | null
}

type Version = { key: string; rootId: number; id: number; fileHash: string | null }

/** By natural key: for tables whose rows have no key of their own several roots may share one. */
const natural = {
  actor: sql`t.key`,
  source: sql`t.key`,
  area: sql`t.key`,
  round: sql`t.key`,
  commitment: sql`t.key`,
  track: sql`t.key`,
  milestone: sql`t.key`,
  recommendation: sql`t.key`,
  progress_step: sql`t.key`,
  case_record: sql`t.key`,
  linkage: sql`t.recommendation_id || '|' || t.milestone_id`,
  uptake_event: sql`t.recommendation_id || '|' || t.kind || '|' || t.date || '|' || t.source_id`,
  claim: sql`t.recommendation_id || '|' || t.actor_id || '|' || t.date`,
  case_status: sql`t.case_id || '|' || t.date`,
} as const

export type KnownTable = keyof typeof natural

/** Everything on record in one versioned table of a dossier. */
export async function listKnown(
  trx: Transaction<Database>,
  table: KnownTable,
  dossierId: number,
): Promise<KnownRow[]> {
  const { rows } = await sql<Version>`
    select ${natural[table]} as key, t.root_id as "rootId", t.id, t.file_hash as "fileHash"
    from ${sql.table(table)} t where t.dossier_id = ${dossierId} order by t.id`.execute(trx)
  const byRoot = new Map<number, KnownRow>()
  for (const row of rows) {
    const before = byRoot.get(row.rootId)
    byRoot.set(row.rootId, {
      key: row.key,
      rootId: row.rootId,
      headId: row.id,
      fileHash: row.fileHash ?? before?.fileHash ?? null,
      fileId: row.fileHash === null ? (before?.fileId ?? null) : row.id,
    })
  }
  return [...byRoot.values()]
}

export type KnownAssessment = {
  id: number
  key: string | null
  recommendationId: number
  stepId: number | null
  effective: string
  supersedesId: number | null
  fileHash: string | null
}

/** Assessments that came from files, and those that supersede them (from wherever), in the order of recording. */
export async function listKnownAssessments(
  trx: Transaction<Database>,
  dossierId: number,
): Promise<KnownAssessment[]> {
  const { rows } = await sql<KnownAssessment>`
    select a.id, a.key, a.recommendation_id as "recommendationId", a.step_id as "stepId", a.effective, p.supersedes_id as "supersedesId", a.file_hash as "fileHash"
    from assessment a join publication p on p.assessment_id = a.id
    where a.dossier_id = ${dossierId} and (a.file_hash is not null or p.supersedes_id is not null) order by a.id`.execute(
    trx,
  )
  return rows
}

/** Salts of personal data by row; a row that was erased has none. */
export async function listSalts(trx: Transaction<Database>, dossierId: number): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; salt: string }>`
    select d.row_id as id, d.salt from personal_data d
    where d.row_id in (select id from case_record where dossier_id = ${dossierId} union all select id from case_status where dossier_id = ${dossierId})`.execute(
    trx,
  )
  return new Map(rows.map((r) => [r.id, r.salt]))
}

export type KnownSecrecy = { readonly sensitivity: Sensitivity; readonly isDesk: boolean }

/** How secret each case is now, by key, and whether its latest version was made at the desk. */
export async function listSecrecy(
  trx: Transaction<Database>,
  dossierId: number,
): Promise<Map<string, KnownSecrecy>> {
  const { rows } = await sql<{ key: string } & KnownSecrecy>`
    select c.key, c.sensitivity, c.file_hash is null as "isDesk" from case_record c
    where c.dossier_id = ${dossierId} and not exists (select from case_record later where later.supersedes_id = c.id)`.execute(
    trx,
  )
  return new Map(rows.map(({ key, ...secrecy }) => [key, secrecy]))
}

export type KnownStructure = {
  recommendations: { key: string; id: number; issued: string; lineage: string[]; steps: string[] }[]
  milestones: { key: string; occurred: string | null }[]
}

/** What the rules across rows need to know of a dossier that a file is added to. */
export async function getKnownStructure(
  trx: Transaction<Database>,
  dossierId: number,
): Promise<KnownStructure> {
  const { rows: recommendations } = await sql<KnownStructure['recommendations'][number]>`
    select r.key, r.root_id as id, r.issued,
           array(select t.key from recommendation_lineage l join recommendation t on t.id = l.target_id where l.version_id = r.id order by l.position) as lineage,
           array(select p.step from progress_step p where p.recommendation_id = r.root_id and p.supersedes_id is null order by p.step) as steps
    from recommendation r where r.dossier_id = ${dossierId} and not exists (select from recommendation s where s.supersedes_id = r.id)`.execute(
    trx,
  )
  const { rows: milestones } = await sql<KnownStructure['milestones'][number]>`
    select m.key, m.occurred from milestone m
    where m.dossier_id = ${dossierId} and not exists (select from milestone s where s.supersedes_id = m.id)`.execute(
    trx,
  )
  return { recommendations, milestones }
}
