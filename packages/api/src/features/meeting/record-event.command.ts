import { may } from '@waymark/access/permission'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { createMeetingEvents, findMeetingEvent, getMeetingHead } from '@waymark/db/queries/meeting.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import type { MeetingEvent } from '@waymark/meeting/event'
import { foldMeeting } from '@waymark/meeting/fold'
import { parseItemId } from '@waymark/meeting/item-id'
import { getItem, type Meeting } from '@waymark/meeting/meeting'
import { mayHappen } from '@waymark/meeting/rules'
import type { Transaction } from 'kysely'
import type { AccountActor } from '../../accounts/actor.ts'
import { readSubjects } from '../../common/read-subjects.ts'
import type { Context } from '../../context.ts'
import { loadMeetingWithin } from './load-meeting.ts'
import type { MeetingTarget } from './meeting.input.ts'
import { projectMeeting } from './project-meeting.ts'
import { proposeFinding } from './propose-finding.ts'

type Asker = Pick<AccountActor, 'id' | 'role'>
export type Recorded = { readonly seq: number }

/**
 * Records one thing that happens to a meeting, if it may. Asked twice with the same id it records once.
 * Refusals: `not-found` (also of an item that the asker may not know of), and those of {@link mayHappen}
 * and {@link proposeFinding}.
 */
export function recordEvent(
  ctx: Pick<Context, 'record'>,
  act: Act,
  asker: Asker,
  { dossier, meeting: id, ...asked }: MeetingTarget & { readonly id: string; readonly event: MeetingEvent },
): Promise<Result<Recorded>> {
  return inTransaction<Recorded, Refusal>(ctx.record.app, act, async (w) => {
    const head = await getMeetingHead(w.trx, dossier, id)
    if (head === null) return refused({ code: 'not-found' })
    const named = await nameFromRecord(w.trx, dossier, asker, asked.event)
    if (!named.ok) return named
    const event = named.value
    const before = await findMeetingEvent(w.trx, asked.id)
    if (before !== null) {
      const isSame =
        before.meeting === id &&
        before.actorId === act.id &&
        formatCanonicalJson(before.body) === formatCanonicalJson(event)
      return isSame
        ? ok({ value: { seq: before.seq }, account: null })
        : refused({ code: 'key-taken', path: 'id' })
    }
    const meeting = await loadMeetingWithin(w.trx, ctx.record.app, id)
    if ('item' in event && !mayKnow(meeting, event.item, asker))
      return refused({ code: 'not-found', path: 'item' })
    const judged = mayHappen(meeting, event, { id: act.id, name: act.name })
    if (!judged.ok) return refused(judged.error)
    const recorded = await createMeetingEvents(w, id, meeting.seq, [{ id: asked.id, event }])
    const after = foldMeeting(recorded, meeting)
    await projectMeeting(w, head, after, recorded)
    const proposed = await proposeFinding(w, head, after, event)
    if (!proposed.ok) return proposed
    return ok({
      value: { seq: after.seq },
      account: {
        action: `meeting.${event.kind}`,
        subject: { kind: 'meeting', dossier, key: String(id) },
        after: {
          seq: after.seq,
          ...proposed.value,
          ...(event.kind === 'approved' ? { minutesSha256: event.sha256 } : {}),
        },
      },
    })
  })
}

/** An item about a confidential case is there for those who may know of it. */
export const mayKnow = (meeting: Meeting, item: string, { role }: Pick<Asker, 'role'>): boolean =>
  getItem(meeting, item)?.sensitivity !== 'confidential' || may(role, 'case.read.confidential')

/**
 * What is put on an agenda by hand, as the record has it: only a topic has a title of its own, and how sensitive a case is
 * nobody says but the record. Refusals: `not-found`, also of what the asker may not know of.
 */
async function nameFromRecord(
  trx: Transaction<Database>,
  dossier: string,
  { role }: Asker,
  event: MeetingEvent,
): Promise<Result<MeetingEvent>> {
  if (event.kind !== 'item-added') return ok(event)
  const subject = parseItemId(event.item)
  if (subject === null) return refused({ code: 'not-found', path: 'item' })
  const { kind, key } = subject
  if (kind === 'topic') return ok({ ...event, sensitivity: 'internal' })
  if (kind === 'action' || kind === 'decision') return refused({ code: 'not-found', path: 'item' })
  const read = await readSubjects(trx, role, { dossier, kind, keys: [key] })
  if (!read.ok) return refused({ code: 'not-found', path: 'item' })
  const sensitivity = read.value.subjects[0]?.sensitivity ?? 'internal'
  return ok({ ...event, title: null, sensitivity })
}
