import type { HearingKind } from '@waymark/recommendation/case'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type HearingRow = { version: number; kind: HearingKind; date: string; sourceId: number | null }

/** Hearings of a case as they stand, the next or latest first; those recorded by mistake left out. */
export async function listHearings(db: Db, caseId: number): Promise<HearingRow[]> {
  const { rows } = await sql<HearingRow>`
    select h.id as version, h.kind, h.date, h.source_id as "sourceId" from case_hearing h
    where h.case_id = ${caseId} and not h.void
      and not exists (select from case_hearing later where later.supersedes_id is not null and later.supersedes_id = h.id)
    order by h.date_last desc, h.id desc`.execute(db)
  return rows
}

/** True when this version of a hearing was ever recorded of the case. */
export async function hasHearing(db: Db, caseId: number, version: number): Promise<boolean> {
  const { rows } = await sql`select from case_hearing where id = ${version} and case_id = ${caseId}`.execute(
    db,
  )
  return rows.length > 0
}
