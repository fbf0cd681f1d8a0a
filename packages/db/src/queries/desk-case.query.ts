import type { CaseKind, CaseStatusKind, Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, sql } from 'kysely'
import type { CaseChange } from '../desk-schema.ts'
import type { Write } from '../in-transaction.ts'
import type { Database } from '../schema.ts'

export type DeskCaseRow = {
  id: number
  versionId: number
  dossierId: number
  key: string
  kind: CaseKind
  sensitivity: Sensitivity
  name: string
  /** Whether the name shown is the real one; null where an imported file did not say. */
  naming: 'name' | 'pseudonym' | null
  /** The name behind a pseudonym. */
  realName: string | null
  summary: string
  consentBasis: string | null
}

type Db = Kysely<Database>

const isLatest = (table: 'case_record' | 'case_status' | 'source', alias: string) =>
  sql`not exists (select from ${sql.table(table)} later where later.supersedes_id is not null and later.supersedes_id = ${sql.ref(`${alias}.id`)})`

/**
 * Cases of these sensitivities, in their latest version; or the one with a key. One whose personal data was erased is not
 * listed.
 */
export async function listDeskCases(
  app: Db,
  dossier: string,
  sensitivities: readonly Sensitivity[],
  key?: string,
): Promise<DeskCaseRow[]> {
  const { rows } = await sql<DeskCaseRow>`
    select c.root_id as id, c.id as "versionId", c.dossier_id as "dossierId", c.key, c.kind, c.sensitivity,
           p.content ->> 'publicName' as name, p.content ->> 'naming' as naming, p.content ->> 'realName' as "realName",
           p.content ->> 'summary' as summary, p.content ->> 'consentBasis' as "consentBasis"
    from dossier d join case_record c on c.dossier_id = d.id join personal_data p on p.row_id = c.id
    where d.key = ${dossier} and d.supersedes_id is null and c.sensitivity = any(${[...sensitivities]}::text[])
      and ${isLatest('case_record', 'c')} ${key === undefined ? sql`` : sql`and c.key = ${key}`}
    order by array_position(array['person', 'group', 'outlet', 'event'], c.kind), p.content ->> 'publicName', c.root_id`.execute(
    app,
  )
  return rows
}

export type DeskCaseStatusRow = {
  id: number
  versionId: number
  caseId: number
  status: CaseStatusKind
  date: string
  sourceId: number
  note: string | null
}

/** Statuses of cases in their latest versions, the one in force first; those recorded by mistake left out. */
export async function listDeskCaseStatuses(
  app: Db,
  caseIds: readonly number[],
): Promise<DeskCaseStatusRow[]> {
  const { rows } = await sql<DeskCaseStatusRow>`
    select s.root_id as id, s.id as "versionId", s.case_id as "caseId", s.status, s.date, s.source_id as "sourceId", p.content ->> 'note' as note
    from case_status s join personal_data p on p.row_id = s.id
    where s.case_id = any(${[...caseIds]}::bigint[]) and not s.void and ${isLatest('case_status', 's')}
    order by s.case_id, s.date_last desc, s.recorded_at desc, s.id desc`.execute(app)
  return rows
}

/** True when a status was ever recorded of the case, whatever became of it. */
export async function hasCaseStatus(app: Db, caseId: number, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from case_status where root_id = ${id} and id = root_id and case_id = ${caseId}`.execute(app)
  return rows.length > 0
}

export type CaseVersion = {
  id: number
  sensitivity: Sensitivity
  reason: string | null
  recordedAt: string
  by: string
}

/** Every version of a case, the latest first. */
export async function listCaseVersions(app: Db, caseId: number): Promise<CaseVersion[]> {
  const { rows } = await sql<CaseVersion>`
    select c.id, c.sensitivity, coalesce(c.reason, p.content ->> 'reason') as reason, c.recorded_at as "recordedAt", e.actor_name as by
    from case_record c join audit_entry e on e.seq = c.entry left join personal_data p on p.row_id = c.id
    where c.root_id = ${caseId} order by c.id desc`.execute(app)
  return rows
}

export type CaseProposalRow = {
  id: number
  caseId: number
  change: CaseChange
  proposerId: string
  proposer: string
  recordedAt: string
  /** What would be said, as the proposer's form said it. */
  content: unknown
}

/**
 * Proposals that still wait for a second person. One lapses when anything of its case is recorded after it: nobody then
 * has seen what would be shown.
 */
export async function listOpenProposals(app: Db, caseIds: readonly number[]): Promise<CaseProposalRow[]> {
  const { rows } = await sql<CaseProposalRow>`
    select p.id, p.case_id as "caseId", p.change, p.proposer_id as "proposerId", p.proposer_name as proposer,
           p.recorded_at as "recordedAt", d.content
    from case_proposal p join personal_data d on d.row_id = p.id
    where p.case_id = any(${[...caseIds]}::bigint[])
      and not exists (select from case_decision x where x.proposal_id = p.id)
      and not exists (select from case_record c where c.root_id = p.case_id and c.id > p.id)
      and not exists (select from case_status s where s.case_id = p.case_id and s.id > p.id)`.execute(app)
  return rows
}

/** Erases what is personal of a case: of all its versions, statuses, proposals and translations; and what colleagues said of it. */
export async function withdrawPersonalData(
  { trx }: Pick<Write, 'trx'>,
  { id, dossierId, key }: Pick<DeskCaseRow, 'id' | 'dossierId' | 'key'>,
): Promise<void> {
  await sql`delete from personal_data where row_id in (
    select c.id from case_record c where c.root_id = ${id}
    union all select s.id from case_status s where s.case_id = ${id}
    union all select p.id from case_proposal p where p.case_id = ${id}
    union all select t.id from translation t where t.subject_kind = 'case' and t.subject_id = ${id})`.execute(
    trx,
  )
  for (const table of ['comment', 'notification', 'assignment'] as const)
    await sql`delete from ${sql.table(table)} where dossier_id = ${dossierId} and subject_kind = 'case' and subject_key = ${key}`.execute(
      trx,
    )
}

/**
 * True when a write so far changed what the public sees of a case that is public, or was until then. The basis of consent
 * is not part of it.
 */
export async function hasPublicCaseChange({ trx, entry }: Pick<Write, 'trx' | 'entry'>): Promise<boolean> {
  const shown = (version: string) => sql`(
    select jsonb_build_array(v.kind, v.sensitivity, d.content ->> 'publicName', d.content ->> 'summary',
             (select jsonb_agg(r.recommendation_id order by r.position) from case_recommendation r where r.version_id = v.id))
    from case_record v left join personal_data d on d.row_id = v.id where v.id = ${sql.ref(version)})`
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from case_record c left join case_record before on before.id = c.supersedes_id
      where c.entry = ${entry} and (c.sensitivity = 'public' or before.sensitivity = 'public')
        and ${shown('c.id')} is distinct from ${shown('before.id')}
      union all
      select from case_status s join case_record c on c.root_id = s.case_id
      where s.entry = ${entry} and c.sensitivity = 'public'
        and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)) as found`.execute(
    trx,
  )
  return rows[0]?.found ?? true
}

/** The recommendations that versions of cases bear on, in their latest versions, in order. */
export async function listCaseRefs(app: Db, versionIds: readonly number[]) {
  const { rows } = await sql<{ versionId: number; ref: string; title: string }>`
    select cr.version_id as "versionId", r.key as ref, r.title from case_recommendation cr
    join recommendation r on r.root_id = cr.recommendation_id
      and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = r.id)
    where cr.version_id = any(${[...versionIds]}::bigint[]) order by cr.version_id, cr.position`.execute(app)
  return rows
}

/** Titles of recommendations by reference. */
export async function listRecommendationTitles(
  app: Db,
  dossierId: number,
  refs: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ ref: string; title: string }>`
    select r.key as ref, r.title from recommendation r
    where r.dossier_id = ${dossierId} and r.key = any(${[...refs]}::text[])
      and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = r.id)`.execute(
    app,
  )
  return new Map(rows.map(({ ref, title }) => [ref, title]))
}
