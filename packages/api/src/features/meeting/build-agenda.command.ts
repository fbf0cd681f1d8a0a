import { createHash, randomUUID } from 'node:crypto'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import {
  createMeetingEvents,
  findMeetingEvent,
  getMeetingHead,
  type MeetingHead,
} from '@waymark/db/queries/meeting.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { buildAgenda } from '@waymark/meeting/build-agenda'
import type { MeetingEvent, Plan } from '@waymark/meeting/event'
import { foldMeeting } from '@waymark/meeting/fold'
import { mayHappen } from '@waymark/meeting/rules'
import type { Context } from '../../context.ts'
import { loadMeetingWithin } from './load-meeting.ts'
import type { BuildInput } from './meeting-agenda.input.ts'
import { projectMeeting } from './project-meeting.ts'
import { readAgendaFacts } from './read-agenda-facts.ts'

type Building = Pick<Context, 'record' | 'now'>
type BuiltEvent = Extract<MeetingEvent, { kind: 'agenda-built' }>

/** The agenda of a meeting from the record as it stands within a write. */
export async function buildFromRecord(
  { trx }: Pick<Write, 'trx'>,
  { record, now }: Building,
  head: Pick<MeetingHead, 'id' | 'dossierId' | 'seriesId'>,
  plan: Plan,
): Promise<BuiltEvent> {
  const load = (id: number) => loadMeetingWithin(trx, record.app, id)
  const { facts, previous } = await readAgendaFacts(trx, load, head, plan, now())
  const { since, until } = facts
  return { kind: 'agenda-built', since, until, previous, candidates: buildAgenda(facts) }
}

/**
 * Builds the agenda of a meeting anew, whole, whoever asks; what each reader may see of it is told when they read. Asked twice with
 * the same id it builds once. Refusals: `not-found`, `meeting-state`, `meeting-unplanned`, `key-taken`.
 */
export function rebuildAgenda(
  ctx: Building,
  act: Act,
  { dossier, meeting: id, id: eventId }: BuildInput,
): Promise<Result<{ seq: number }>> {
  return inTransaction<{ seq: number }, Refusal>(ctx.record.app, act, async (w) => {
    const head = await getMeetingHead(w.trx, dossier, id)
    if (head === null) return refused({ code: 'not-found' })
    const before = await findMeetingEvent(w.trx, eventId)
    if (before !== null)
      return before.meeting === id && before.actorId === act.id && isBuilt(before.body)
        ? ok({ value: { seq: before.seq }, account: null })
        : refused({ code: 'key-taken', path: 'id' })
    const meeting = await loadMeetingWithin(w.trx, ctx.record.app, id)
    const nothing: BuiltEvent = { kind: 'agenda-built', ...noCuts, previous: null, candidates: [] }
    const judged = mayHappen(meeting, nothing, { id: act.id, name: act.name })
    if (!judged.ok) return refused(judged.error)
    if (meeting.plan === null) return refused({ code: 'meeting-unplanned' })
    const event = await buildFromRecord(w, ctx, head, meeting.plan)
    const recorded = await createMeetingEvents(w, id, meeting.seq, [{ id: eventId, event }])
    const after = foldMeeting(recorded, meeting)
    await projectMeeting(w, head, after, recorded)
    return ok({
      value: { seq: after.seq },
      account: {
        action: 'meeting.agenda-built',
        subject: { kind: 'meeting', dossier, key: String(id) },
        after: { seq: after.seq, candidates: event.candidates.length },
      },
    })
  })
}

// Whether it may be built does not hang on what is built.
const noCut = { asOf: '2000-01-01', knownAt: '2000-01-01T00:00:00.000Z' }
const noCuts = { since: noCut, until: noCut }

const isBuilt = (body: unknown): boolean => (body as { kind?: unknown } | null)?.kind === 'agenda-built'

/**
 * What a meeting begins with: its plan, the topics of its series, and its first agenda. A topic is the same item in every
 * meeting of its series, so that one that was left over is not there twice.
 */
export async function listFirstEvents(
  w: Write,
  ctx: Building,
  head: Pick<MeetingHead, 'id' | 'dossierId' | 'seriesId'>,
  plan: Plan,
  topics: readonly string[],
): Promise<{ id: string; event: MeetingEvent }[]> {
  const built = await buildFromRecord(w, ctx, head, plan)
  const carried = new Set(built.candidates.map(({ item }) => item))
  const added: MeetingEvent[] = []
  let after: string | null = null
  for (const title of new Set(topics)) {
    const item = getTopicId(head.seriesId, title)
    if (carried.has(item)) continue
    added.push({ kind: 'item-added', item, title, after, sensitivity: 'internal' })
    after = item
  }
  // The record's items come before what has no reason in it: the topics go first again.
  const moved = added.flatMap((event, index): MeetingEvent[] =>
    event.kind === 'item-added'
      ? [{ kind: 'item-moved', item: event.item, after: getItemOf(added[index - 1]) }]
      : [],
  )
  const events: MeetingEvent[] = [{ kind: 'planned', plan }, ...added, built, ...moved]
  return events.map((event) => ({ id: randomUUID(), event }))
}

const getItemOf = (event: MeetingEvent | undefined): string | null =>
  event !== undefined && 'item' in event ? event.item : null

/** The id of a topic that every meeting of a series has: a UUID made of the series and the words (RFC 9562, version 8). */
export function getTopicId(series: number, title: string): string {
  const hex = createHash('sha256').update(`${series}\n${title}`).digest('hex')
  return `topic:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
