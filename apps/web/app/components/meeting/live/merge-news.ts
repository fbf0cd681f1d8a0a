import type { ItemView, MeetingNews, MeetingView } from '@waymark/api/features/meeting/meeting.view'

/** A meeting after news of it. News that are older than what is shown change nothing. */
export function mergeNews(meeting: MeetingView, news: MeetingNews): MeetingView {
  if (news.seq < meeting.seq) return meeting
  const { order, items: changed, ...head } = news
  const known = new Map(meeting.items.map((item) => [item.id, item]))
  for (const item of changed) known.set(item.id, mergeItem(known.get(item.id), item))
  return { ...head, items: order.flatMap((id) => known.get(id) ?? []) }
}

function mergeItem(before: ItemView | undefined, item: ItemView): ItemView {
  const entries = new Map(before?.entries.map((entry) => [entry.id, entry]))
  for (const entry of item.entries) entries.set(entry.id, entry)
  return { ...item, entries: [...entries.values()] }
}
