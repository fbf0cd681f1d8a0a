import type { CaseKind, CaseStatusKind } from '@waymark/recommendation/case'
import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, isCurrent, type RecordCut, recommendationsAt } from './relations.ts'

export type CaseRow = {
  id: number
  versionId: number
  key: string
  /** The last part of the case's own address. Keys of imported cases may hold names; this never does. */
  address: string
  kind: CaseKind
  name: string
  summary: string
}

// As in the view `case_tombstone`, so that the address stays when the case does not.
const address = sql`'c' || left(encode(sha256(convert_to('waymark/case/' || c.root_id, 'UTF8')), 'hex'), 12)`

/** Public cases. */
export async function listCases(db: Reader, cut: RecordCut): Promise<CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select c.root_id as id, c.id as "versionId", c.key, ${address} as address, c.kind, c.public_name as name, c.summary
    from ${current('case_record', cut)} c
    order by array_position(array['person', 'group', 'outlet', 'event'], c.kind), c.public_name, c.key`.execute(
    db,
  )
  return rows
}

export type CaseStatusRow = {
  caseId: number
  status: CaseStatusKind
  date: string
  sourceId: number
  note: string | null
}

/** Statuses up to `asOf` of public cases, the one in force first: latest last day, then later recorded, then later id. */
export async function listCaseStatuses(
  db: Reader,
  cut: RecordCut,
  caseIds: readonly number[],
): Promise<CaseStatusRow[]> {
  const { rows } = await sql<CaseStatusRow>`
    select s.case_id as "caseId", s.status, s.date, s.source_id as "sourceId", s.note from case_status s
    where s.case_id = any(${[...caseIds]}::bigint[]) and s.date_last <= ${cut.asOf}::date and ${isCurrent('case_status', 's', cut)}
    order by s.case_id, s.date_last desc, s.recorded_at desc, s.id desc`.execute(db)
  return rows
}

export async function listCaseRecommendations(db: Reader, cut: RecordCut, versionIds: readonly number[]) {
  const { rows } = await sql<{ versionId: number; ref: string; title: string }>`
    select cr.version_id as "versionId", r.key as ref, r.title from case_recommendation cr
    join ${recommendationsAt(cut)} r on r.root_id = cr.recommendation_id
    where cr.version_id = any(${[...versionIds]}::bigint[]) order by cr.version_id, cr.position`.execute(db)
  return rows
}

/** Public cases linked to one recommendation, each with its status in force. */
export async function listCasesOf(db: Reader, cut: RecordCut, recommendationId: number) {
  const { rows } = await sql<{
    key: string
    kind: CaseKind
    name: string
    status: CaseStatusKind | null
    date: string | null
  }>`
    select c.key, c.kind, c.public_name as name, st.status, st.date
    from case_recommendation cr
    join ${current('case_record', cut)} c on c.id = cr.version_id
    left join lateral (
      select s.status, s.date from case_status s
      where s.case_id = c.root_id and s.date_last <= ${cut.asOf}::date and ${isCurrent('case_status', 's', cut)}
      order by s.date_last desc, s.recorded_at desc, s.id desc limit 1) st on true
    where cr.recommendation_id = ${recommendationId} order by c.public_name, c.key`.execute(db)
  return rows
}

/** The day on which the case of an address was taken down; null where there was none, or it is public. */
export async function getTakenDownOn(db: Reader, dossierId: number, at: string): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`
    select taken_down_on as day from case_tombstone where dossier_id = ${dossierId} and address = ${at}`.execute(
    db,
  )
  return rows[0]?.day ?? null
}
