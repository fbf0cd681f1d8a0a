import type { Write } from '@waymark/db/in-transaction'
import type { MeetingHead } from '@waymark/db/queries/meeting.query'
import type { Audience, RecordedEvent } from '@waymark/meeting/event'
import { parseItemId } from '@waymark/meeting/item-id'
import { type Entry, getEntry, getItem, type Item, type Meeting } from '@waymark/meeting/meeting'
import { sql } from 'kysely'

/** Keeps what lists show in step with a meeting, after events were added to it. */
export async function projectMeeting(
  w: Write,
  head: MeetingHead,
  meeting: Meeting,
  events: readonly RecordedEvent[],
): Promise<void> {
  await projectStanding(w, head, meeting)
  for (const { event } of events) {
    if (event.kind === 'item-for') await projectAudience(w, head, event)
    if (event.kind === 'item-done' || event.kind === 'item-sealed')
      await projectReview(w, head, event.item, event.kind === 'item-sealed' || event.done)
    if (!('entry' in event)) continue
    const item = getItem(meeting, event.item)
    const entry = item === null ? null : getEntry(item, event.entry)
    if (item === null || entry === null) continue
    await projectAction(w, head, item, entry)
    if (event.kind === 'item-sealed') await projectDecision(w, head, item, entry)
  }
}

/**
 * A decision that was looked at again does not come back on the day that had come: its item was talked about, or sealed by a newer
 * one. Taken back, the day is again what the decision said.
 */
async function projectReview(
  { trx }: Write,
  { dossierId }: MeetingHead,
  id: string,
  done: boolean,
): Promise<void> {
  const subject = parseItemId(id)
  if (subject?.kind !== 'decision') return
  await trx
    .updateTable('meeting_decision')
    .set({
      review_on: done
        ? null
        : sql`(select (e.body #>> '{detail,reviewOn}')::date from meeting_event e
               where e.meeting_id = meeting_decision.meeting_id and e.kind = 'decision-detailed' and e.body ->> 'entry' = meeting_decision.id::text
               order by e.seq desc limit 1)`,
    })
    .where('id', '=', subject.key)
    .where('dossier_id', '=', dossierId)
    .execute()
}

async function projectStanding({ trx }: Write, head: MeetingHead, meeting: Meeting): Promise<void> {
  const { plan, agenda, approval } = meeting
  const row = {
    seq: meeting.seq,
    state: meeting.state,
    title: plan?.title ?? null,
    held_on: plan?.heldOn ?? null,
    starts_at: plan?.startsAt ?? null,
    place: plan?.place ?? null,
    zone: plan?.zone ?? 'UTC',
    agenda_as_of: agenda?.until.asOf ?? null,
    agenda_known_at: agenda?.until.knownAt ?? null,
    minutes_sha256: approval?.sha256 ?? null,
  }
  await trx
    .insertInto('meeting_standing')
    .values({ meeting_id: head.id, dossier_id: head.dossierId, series_id: head.seriesId, ...row })
    .onConflict((conflict) => conflict.column('meeting_id').doUpdateSet(row))
    .execute()
}

/** What was decided and taken under an item is for whom the item is for. */
async function projectAudience(
  { trx }: Write,
  { id }: MeetingHead,
  { item, audience }: { readonly item: string; readonly audience: Audience },
): Promise<void> {
  for (const table of ['action_point', 'meeting_decision'] as const)
    await trx
      .updateTable(table)
      .set({ audience })
      .where('meeting_id', '=', id)
      .where('item', '=', item)
      .execute()
}

/** An entry is an action point from the moment that it has an owner and a day, until it is something else again. */
async function projectAction(
  { trx, recordedAt }: Write,
  head: MeetingHead,
  item: Item,
  entry: Entry,
): Promise<void> {
  if (entry.kind !== 'action' || entry.removed || entry.action === null) {
    await trx
      .deleteFrom('action_point')
      .where('id', '=', entry.id)
      .where('meeting_id', '=', head.id)
      .execute()
    return
  }
  const { owner, due } = entry.action
  const row = {
    text: entry.text,
    sensitivity: item.sensitivity,
    audience: item.audience,
    owner_id: owner.id,
    owner_name: owner.name,
    due_on: due,
    changed_at: recordedAt,
  }
  await trx
    .insertInto('action_point')
    .values({
      id: entry.id,
      dossier_id: head.dossierId,
      series_id: head.seriesId,
      meeting_id: head.id,
      item: item.id,
      state: 'open',
      snoozed_until: null,
      closed_because: null,
      rev: 1,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({ ...row, rev: eb('action_point.rev', '+', 1) })),
    )
    .execute()
}

async function projectDecision(
  { trx, recordedAt }: Write,
  head: MeetingHead,
  item: Item,
  entry: Entry,
): Promise<void> {
  await trx
    .insertInto('meeting_decision')
    .values({
      id: entry.id,
      dossier_id: head.dossierId,
      series_id: head.seriesId,
      meeting_id: head.id,
      item: item.id,
      text: entry.text,
      sensitivity: item.sensitivity,
      audience: item.audience,
      review_on: entry.decision?.reviewOn ?? null,
      superseded_by: null,
      sealed_at: recordedAt,
    })
    .execute()
  const superseded = entry.decision?.supersedes ?? null
  if (superseded === null) return
  await trx
    .updateTable('meeting_decision')
    .set({ superseded_by: entry.id })
    .where('id', '=', superseded)
    .where('dossier_id', '=', head.dossierId)
    .execute()
}
