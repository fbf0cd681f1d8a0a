import { listMeetingEvents } from '@waymark/db/queries/meeting.query'
import type { Database } from '@waymark/db/schema'
import { foldMeeting } from '@waymark/meeting/fold'
import { type Meeting, newMeeting } from '@waymark/meeting/meeting'
import type { Kysely, Transaction } from 'kysely'

/** Meetings that were read lately, by id: events are only added, so that what is missing is what came after. */
const folded = new WeakMap<Kysely<Database>, Map<number, Meeting>>()
const most = 100

const getFolded = (db: Kysely<Database>): Map<number, Meeting> => {
  const known = folded.get(db) ?? new Map<number, Meeting>()
  folded.set(db, known)
  return known
}

/** A meeting as its recorded events make it. */
export async function loadMeeting(db: Kysely<Database>, id: number): Promise<Meeting> {
  const known = getFolded(db)
  const from = known.get(id) ?? newMeeting
  const meeting = foldMeeting(await listMeetingEvents(db, id, from.seq), from)
  const newest = known.get(id)
  if (newest === undefined || newest.seq < meeting.seq) {
    known.delete(id)
    known.set(id, meeting)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
  }
  return meeting
}

/** The same inside a write: what is not committed yet is remembered nowhere. */
export async function loadMeetingWithin(
  trx: Transaction<Database>,
  db: Kysely<Database>,
  id: number,
): Promise<Meeting> {
  const from = getFolded(db).get(id) ?? newMeeting
  return foldMeeting(await listMeetingEvents(trx, id, from.seq), from)
}
