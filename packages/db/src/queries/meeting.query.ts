import type { MeetingEvent, RecordedEvent } from '@waymark/meeting/event'
import type { MeetingState } from '@waymark/meeting/meeting'
import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Write } from '../in-transaction.ts'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

/** The channel on which every recorded event of a meeting is told, as `meeting:seq`. */
export const meetingChannel = 'waymark_meeting'

export type MeetingHead = {
  id: number
  dossierId: number
  dossier: string
  dossierTitle: string
  seriesId: number
  seriesTitle: string
  number: number
}

/** A meeting of a dossier by its id; null where there is none. */
export async function getMeetingHead(db: Db, dossier: string, id: number): Promise<MeetingHead | null> {
  const { rows } = await sql<MeetingHead>`
    select m.id, m.dossier_id as "dossierId", d.key as dossier, d.title as "dossierTitle", m.series_id as "seriesId",
           s.title as "seriesTitle", m.number
    from meeting m join dossier d on d.id = m.dossier_id
    join lateral (select title from meeting_series where dossier_id = m.dossier_id and series_id = m.series_id order by id desc limit 1) s on true
    where m.id = ${id} and d.key = ${dossier}`.execute(db)
  return rows[0] ?? null
}

/** The events of a meeting after one of them, in their order. */
export async function listMeetingEvents(db: Db, meeting: number, after = 0): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('meeting_event')
    .select(['seq', 'body', 'actor_id', 'actor_name', 'recorded_at'])
    .where('meeting_id', '=', meeting)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.recorded_at,
    by: { id: row.actor_id, name: row.actor_name },
    event: row.body as MeetingEvent,
  }))
}

/** The meeting and number of an event that was recorded before; null where it was not. */
export async function findMeetingEvent(
  db: Db,
  id: string,
): Promise<{ meeting: number; seq: number; body: unknown; actorId: string } | null> {
  const row = await db
    .selectFrom('meeting_event')
    .select(['meeting_id as meeting', 'seq', 'body', 'actor_id as actorId'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Adds events to a meeting, numbered from `after` + 1, and tells those who listen once the write is committed. */
export async function createMeetingEvents(
  { trx, act, entry, recordedAt }: Write,
  meeting: number,
  after: number,
  events: readonly { readonly id: string; readonly event: MeetingEvent }[],
): Promise<RecordedEvent[]> {
  const recorded = events.map(({ event }, index) => ({
    seq: after + index + 1,
    at: recordedAt,
    by: { id: act.id, name: act.name },
    event,
  }))
  await trx
    .insertInto('meeting_event')
    .values(
      events.map(({ id, event }, index) => ({
        id,
        meeting_id: meeting,
        seq: after + index + 1,
        kind: event.kind,
        body: JSON.stringify(event),
        actor_id: act.id,
        actor_name: act.name,
        entry,
        recorded_at: recordedAt,
      })),
    )
    .execute()
  await sql`select pg_notify(${meetingChannel}, ${`${meeting}:${after + events.length}`})`.execute(trx)
  return recorded
}

export type StandingRow = {
  meeting: number
  series: number
  seriesTitle: string
  number: number
  seq: number
  state: MeetingState
  title: string | null
  heldOn: string | null
  startsAt: string | null
  place: string | null
  agendaAsOf: string | null
  agendaKnownAt: string | null
}

/** The meetings of a dossier, the latest day first; of one series, where it is named. */
export async function listMeetings(
  db: Db,
  dossierId: number,
  { series, limit, offset }: { series: number | null; limit: number; offset: number },
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select t.meeting_id as meeting, t.series_id as series, s.title as "seriesTitle", m.number, t.seq, t.state, t.title,
           t.held_on as "heldOn", t.starts_at as "startsAt", t.place, t.agenda_as_of as "agendaAsOf", t.agenda_known_at as "agendaKnownAt"
    from meeting_standing t join meeting m on m.id = t.meeting_id
    join lateral (select title from meeting_series where dossier_id = t.dossier_id and series_id = t.series_id order by id desc limit 1) s on true
    where t.dossier_id = ${dossierId} ${series === null ? sql`` : sql`and t.series_id = ${series}`}
    order by t.held_on desc nulls first, t.meeting_id desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** What action points and decisions say, of those among items of agendas (`action:…`, `decision:…`). */
export async function listWrittenItems(
  db: Db,
  dossierId: number,
  items: readonly string[],
): Promise<{ id: string; title: string; sensitivity: Sensitivity }[]> {
  if (items.length === 0) return []
  const of = (kind: string) =>
    items.flatMap((item) => (item.startsWith(`${kind}:`) ? [item.slice(kind.length + 1)] : []))
  const { rows } = await sql<{ id: string; title: string; sensitivity: Sensitivity }>`
    select 'action:' || a.id as id, a.text as title, a.sensitivity from action_point a
    where a.id = any(${of('action')}::uuid[]) and a.dossier_id = ${dossierId}
    union all
    select 'decision:' || d.id, d.text, d.sensitivity from meeting_decision d
    where d.id = any(${of('decision')}::uuid[]) and d.dossier_id = ${dossierId}`.execute(db)
  return rows
}

/** The meeting of a series that was held last before a day and is over; null before the first. */
export async function getPreviousMeeting(
  db: Db,
  series: number,
  { heldOn, meeting }: { heldOn: string; meeting: number },
): Promise<{ meeting: number; agendaAsOf: string | null; agendaKnownAt: string | null } | null> {
  const row = await db
    .selectFrom('meeting_standing')
    .select(['meeting_id as meeting', 'agenda_as_of as agendaAsOf', 'agenda_known_at as agendaKnownAt'])
    .where('series_id', '=', series)
    .where('state', 'in', ['closed', 'approved'])
    .where('held_on', '<=', heldOn)
    .where('meeting_id', '<>', meeting)
    .orderBy('held_on', 'desc')
    .orderBy('meeting_id', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export type SeriesRow = {
  version: number
  series: number
  title: string
  rhythm: string
  template: unknown
  ended: boolean
  author: string
  recordedAt: string
}

/** The series of a dossier as they stand; or one of them. */
export async function listSeries(
  db: Db,
  dossierId: number,
  series: number | null = null,
): Promise<SeriesRow[]> {
  const { rows } = await sql<SeriesRow>`
    select distinct on (series_id) id as version, series_id as series, title, rhythm, template, ended, author_name as author, recorded_at as "recordedAt"
    from meeting_series where dossier_id = ${dossierId} ${series === null ? sql`` : sql`and series_id = ${series}`}
    order by series_id, id desc`.execute(db)
  return rows
}

/** The number that the next meeting of a series has. */
export async function getNextNumber(trx: Transaction<Database>, series: number): Promise<number> {
  const row = await trx
    .selectFrom('meeting')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('series_id', '=', series)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

/** The names of the cases of a dossier that are not public. */
export async function listHiddenNames(
  db: Db,
  dossierId: number,
): Promise<{ publicName: string | null; realName: string | null }[]> {
  const { rows } = await sql<{ publicName: string | null; realName: string | null }>`
    select p.content ->> 'publicName' as "publicName", p.content ->> 'realName' as "realName"
    from case_record c join personal_data p on p.row_id = c.id
    where c.dossier_id = ${dossierId} and c.sensitivity <> 'public'
      and not exists (select from case_record later where later.supersedes_id is not null and later.supersedes_id = c.id)`.execute(
    db,
  )
  return rows
}

/** Every approval of minutes, in order, with the hash in its event and the one in its audit entry. */
export async function listApprovals(
  db: Db,
): Promise<{ meeting: number; dossier: string; entry: number; approved: string; audited: string | null }[]> {
  const { rows } = await sql<{
    meeting: number
    dossier: string
    entry: number
    approved: string
    audited: string | null
  }>`
    select e.meeting_id as meeting, d.key as dossier, e.entry, e.body ->> 'sha256' as approved, a.after ->> 'minutesSha256' as audited
    from meeting_event e join meeting m on m.id = e.meeting_id join dossier d on d.id = m.dossier_id join audit_entry a on a.seq = e.entry
    where e.kind = 'approved' order by e.entry`.execute(db)
  return rows
}
