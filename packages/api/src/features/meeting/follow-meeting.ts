import { setTimeout as wait } from 'node:timers/promises'
import { type TrackedEnvelope, tracked } from '@trpc/server'
import { getMeetingHead, type MeetingHead } from '@waymark/db/queries/meeting.query'
import { getItem, type Meeting } from '@waymark/meeting/meeting'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildMeetingView } from './get-meeting.query.ts'
import { loadMeeting } from './load-meeting.ts'
import type { FollowInput } from './meeting.input.ts'
import { type MeetingNews, meetingNews } from './meeting.view.ts'

type Following = Context & { readonly actor: AccountActor }

/** A reader is asked who they are again after this long, in milliseconds: rights may have been taken meanwhile. */
const stayMs = 240_000
/** What is recorded within so many milliseconds goes out together. */
const gatherMs = 100

/**
 * What happens in a meeting, as it happens, for one reader: first all that they have not seen, then what changed. Ends by
 * itself after some minutes; the client comes again with the number of the last news. Refusals: `not-found`.
 *
 * @param signal ends it
 */
export async function* followMeeting(
  ctx: Following,
  { dossier, meeting: id, lastEventId }: FollowInput,
  signal: AbortSignal,
): AsyncGenerator<TrackedEnvelope<MeetingNews>, void> {
  const head = await getMeetingHead(ctx.record.app, dossier, id)
  if (head === null) throw buildRefusalError({ code: 'not-found' })
  const watch = ctx.meetings.watch(id)
  const ends = AbortSignal.any([signal, ctx.meetings.closing, AbortSignal.timeout(stayMs)])
  try {
    let shown: Meeting | null = null
    const withheld = new Set<string>()
    let seen = lastEventId === undefined ? -1 : Number(lastEventId)
    while (!ends.aborted) {
      const meeting = await loadMeeting(ctx.record.app, id)
      if (meeting.seq > seen) {
        const news = await buildNews(ctx, head, { shown, withheld }, meeting)
        yield tracked(String(meeting.seq), meetingNews.parse(news))
        shown = meeting
        seen = meeting.seq
      }
      await watch.next(ends)
      if (!ends.aborted) await wait(gatherMs)
    }
  } finally {
    watch.end()
  }
}

/**
 * What of a meeting is new to its reader since it was last shown; everything where it was not. A fold keeps what an event does
 * not touch, so that what is the same object is the same: the cost is that of what changed.
 *
 * @param withheld ids of items that this reader may not know of, kept from news to news
 */
async function buildNews(
  ctx: Following,
  head: MeetingHead,
  { shown, withheld }: { readonly shown: Meeting | null; readonly withheld: Set<string> },
  meeting: Meeting,
): Promise<MeetingNews> {
  const before = new Map(shown?.items.map((item) => [item.id, item]))
  const changed = meeting.items.filter((item) => before.get(item.id) !== item)
  const { items, ...rest } = await buildMeetingView(ctx, head, { ...meeting, items: changed })
  for (const { id } of changed) withheld.add(id)
  for (const { id } of items) withheld.delete(id)
  const isKnown = (id: string) => !withheld.has(id)
  return {
    ...rest,
    current: meeting.current !== null && isKnown(meeting.current.item) ? meeting.current : null,
    amendments: meeting.amendments.filter(({ item }) => isKnown(item)),
    order: meeting.items.map(({ id }) => id).filter(isKnown),
    items: items.map((item) => {
      const entries = new Map(before.get(item.id)?.entries.map((entry) => [entry.id, entry]))
      const now = new Map(getItem(meeting, item.id)?.entries.map((entry) => [entry.id, entry]))
      return { ...item, entries: item.entries.filter(({ id }) => entries.get(id) !== now.get(id)) }
    }),
  }
}
