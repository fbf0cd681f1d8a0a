import type { MeetingHead } from '@waymark/db/queries/meeting.query'
import { getPreviousMeeting } from '@waymark/db/queries/meeting.query'
import {
  type AgendaWindow,
  getNewestInstant,
  getRecordBegin,
  listAgendaCases,
  listAgendaClaims,
  listAgendaEvidence,
  listAgendaGates,
  listAgendaPairs,
  listAgendaRatings,
  listCancelledSince,
  listDecisionsToReview,
  listOpenActions,
} from '@waymark/db/queries/meeting-agenda.query'
import type { Database } from '@waymark/db/schema'
import { formatInstant } from '@waymark/kernel/instant'
import { previousDay } from '@waymark/kernel/partial-date'
import type { AgendaFacts, LeftMeeting } from '@waymark/meeting/agenda-facts'
import { firstLookBackDays } from '@waymark/meeting/build-agenda'
import type { Plan } from '@waymark/meeting/event'
import type { Meeting } from '@waymark/meeting/meeting'
import type { Cut } from '@waymark/meeting/reason'
import type { Kysely } from 'kysely'

type Db = Kysely<Database>

/** What an agenda is built from, and the meeting that it begins after; null for the first of a series. */
export type ReadAgenda = { readonly facts: AgendaFacts; readonly previous: number | null }

/**
 * Reads what an agenda is built from: so many queries, however much is on record. The later cut is the day of building, with
 * everything recorded so far. The earlier one is the later cut of the agenda before; the first meeting of a series looks back
 * {@link firstLookBackDays}, but not to before the record began.
 *
 * @param load reads a meeting that ended, by the same connection: a write must not wait for a second one
 */
export async function readAgendaFacts(
  db: Db,
  load: (meeting: number) => Promise<Meeting>,
  { id, dossierId, seriesId }: Pick<MeetingHead, 'id' | 'dossierId' | 'seriesId'>,
  { heldOn, aheadDays }: Plan,
  now: string,
): Promise<ReadAgenda> {
  const previous = await getPreviousMeeting(db, seriesId, { heldOn, meeting: id })
  const until: Cut = {
    asOf: now.slice(0, 10),
    knownAt: formatInstant((await getNewestInstant(db)) ?? now),
  }
  const since =
    previous?.agendaAsOf != null && previous.agendaKnownAt !== null
      ? { asOf: previous.agendaAsOf, knownAt: formatInstant(previous.agendaKnownAt) }
      : getFirstCut(until, await getRecordBegin(db, dossierId))
  const window = { dossierId, since, until, aheadDays }
  const cancelled = await listCancelledSince(db, seriesId, previous?.agendaKnownAt ?? null)
  const left: LeftMeeting[] = []
  for (const meeting of [...(previous === null ? [] : [previous.meeting]), ...cancelled])
    left.push({ meeting, items: (await load(meeting)).items })
  return {
    previous: previous?.meeting ?? null,
    facts: {
      since,
      until,
      heldOn,
      aheadDays,
      ...(await readRecordFacts(db, window)),
      actions: await listOpenActions(db, seriesId),
      decisions: await listDecisionsToReview(db, seriesId, heldOn),
      left,
    },
  }
}

/** What the record alone says of a window. */
export const readRecordFacts = async (
  db: Db,
  window: AgendaWindow,
): Promise<Pick<AgendaFacts, 'recommendations' | 'evidence' | 'ratings' | 'claims' | 'gates' | 'cases'>> => ({
  recommendations: await listAgendaPairs(db, window),
  evidence: await listAgendaEvidence(db, window),
  ratings: await listAgendaRatings(db, window),
  claims: await listAgendaClaims(db, window),
  gates: await listAgendaGates(db, window),
  cases: await listAgendaCases(db, window),
})

const dayMs = 86_400_000

function getFirstCut({ asOf, knownAt }: Cut, beginsAt: string | null): Cut {
  let day = asOf
  for (let n = 0; n < firstLookBackDays; n++) day = previousDay(day)
  const back = new Date(Date.parse(knownAt) - firstLookBackDays * dayMs).toISOString()
  const begin = beginsAt === null ? knownAt : formatInstant(beginsAt)
  const [, later = knownAt] = [back, begin].sort()
  return { asOf: day, knownAt: later }
}
