import { setTimeout as wait } from 'node:timers/promises'
import { type TrackedEnvelope, tracked } from '@trpc/server'
import { getMeetingHead } from '@waymark/db/queries/meeting.query'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildMeetingView } from './get-meeting.query.ts'
import { loadMeeting } from './load-meeting.ts'
import type { FollowInput } from './meeting.input.ts'
import { type MeetingNews, type MeetingView, meetingNews } from './meeting.view.ts'

type Following = Context & { readonly actor: AccountActor }

/** A reader is asked who they are again after this long, in milliseconds: rights may have been taken meanwhile. */
const stayMs = 240_000
/** What is recorded within so many milliseconds goes out together. */
const gatherMs = 40

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
    let shown: MeetingView | null = null
    let seen = lastEventId === undefined ? -1 : Number(lastEventId)
    while (!ends.aborted) {
      const meeting = await loadMeeting(ctx.record.app, id)
      if (meeting.seq > seen) {
        const view = await buildMeetingView(ctx, head, meeting)
        yield tracked(String(meeting.seq), meetingNews.parse(buildNews(shown, view)))
        shown = view
        seen = meeting.seq
      }
      await watch.next(ends)
      if (!ends.aborted) await wait(gatherMs)
    }
  } finally {
    watch.end()
  }
}

/** What of a meeting is new since it was last shown; everything where it was not. */
export function buildNews(shown: MeetingView | null, { items, ...head }: MeetingView): MeetingNews {
  const before = new Map(shown?.items.map((item) => [item.id, item]))
  return {
    ...head,
    order: items.map(({ id }) => id),
    items: items.flatMap((item) => {
      const old = before.get(item.id)
      if (old !== undefined && isSame(old, item)) return []
      const entries = new Map(old?.entries.map((entry) => [entry.id, entry.rev]))
      return [{ ...item, entries: item.entries.filter(({ id, rev }) => entries.get(id) !== rev) }]
    }),
  }
}

// Both were made of the same folds: what is equal as text is equal.
const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b)
