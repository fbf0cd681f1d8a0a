import type { AccountRole } from '@waymark/access/role'
import type { MeetingState } from '@waymark/meeting/meeting'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

/** Since when somebody has a calendar address; null while they have none. */
export async function getCalendarSince(db: Db, userId: string): Promise<string | null> {
  const row = await db
    .selectFrom('calendar_token')
    .select('created_at')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.created_at ?? null
}

/** Gives somebody a calendar address; the one that they had is none any more. */
export async function replaceCalendarToken(
  trx: Transaction<Database>,
  row: { readonly user_id: string; readonly token_sha256: string; readonly created_at: string },
): Promise<void> {
  const { token_sha256, created_at } = row
  await trx
    .insertInto('calendar_token')
    .values(row)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ token_sha256, created_at }))
    .execute()
}

/** Takes somebody's calendar address away. @returns false where they had none */
export async function deleteCalendarToken(trx: Transaction<Database>, userId: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('calendar_token')
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The role of whoever has a token, while their account is live; null for anybody else. */
export async function findCalendarReader(db: Db, sha256: string): Promise<AccountRole | null> {
  const row = await db
    .selectFrom('calendar_token')
    .innerJoin('member', 'member.user_id', 'calendar_token.user_id')
    .select('member.role')
    .where('calendar_token.token_sha256', '=', sha256)
    .where('member.disabled', '=', false)
    .executeTakeFirst()
  return row?.role ?? null
}

export type CalendarRow = {
  meeting: number
  /** Events of the meeting so far: a calendar takes the higher number for the newer. */
  seq: number
  state: MeetingState
  heldOn: string
  startsAt: string | null
  zone: string
  changedAt: string
}

/** Meetings that have a day, of every dossier, from a day on. */
export async function listCalendar(db: Db, from: string, most: number): Promise<CalendarRow[]> {
  const { rows } = await sql<CalendarRow>`
    select s.meeting_id as meeting, s.seq, s.state, s.held_on as "heldOn", s.starts_at as "startsAt", s.zone, e.recorded_at as "changedAt"
    from meeting_standing s join meeting_event e on e.meeting_id = s.meeting_id and e.seq = s.seq
    where s.held_on >= ${from}
    order by s.held_on, s.meeting_id limit ${most}`.execute(db)
  return rows
}
