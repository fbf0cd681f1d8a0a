import { emptyItem, mergeAgenda } from './agenda-order.ts'
import type { RecordedEvent, WorkEvent } from './event.ts'
import { type Entry, getEntry, type Item, isSameAttendee, type Meeting, newMeeting } from './meeting.ts'

/** A meeting from its events, in their order. `from`: what the events before made, with its `seq`. */
export const foldMeeting = (events: Iterable<RecordedEvent>, from: Meeting = newMeeting): Meeting => {
  let meeting = from
  for (const event of events) meeting = applyEvent(meeting, event)
  return meeting
}

/** A meeting after one more event. Whether the event may happen was judged before it was recorded; here it has happened. */
export function applyEvent(meeting: Meeting, recorded: RecordedEvent): Meeting {
  const { seq, at, by, event } = recorded
  const next = { ...meeting, seq }
  switch (event.kind) {
    case 'planned':
      return { ...next, plan: event.plan }
    case 'opened':
      return { ...next, state: 'open' }
    case 'started':
      return { ...next, state: 'in-progress' }
    case 'closed':
      return { ...leaveItem(next, at), state: 'closed', closedBy: by }
    case 'cancelled':
      return { ...leaveItem(next, at), state: 'cancelled' }
    case 'amendments-opened':
      return { ...next, amending: true }
    case 'approved':
      return { ...next, state: 'approved', amending: false, approval: { sha256: event.sha256, by, at } }
    case 'agenda-built':
      return {
        ...next,
        agenda: { since: event.since, until: event.until, previous: event.previous },
        items: mergeAgenda(meeting.items, event.candidates, isLate(meeting, at)),
      }
    case 'item-added': {
      const { item: id, title, sensitivity, after } = event
      const item = { ...emptyItem(id), title, sensitivity, touched: true, late: isLate(meeting, at) }
      return { ...next, items: place(meeting.items, item, after) }
    }
    case 'item-moved': {
      const moved = meeting.items.find(({ id }) => id === event.item)
      if (moved === undefined) return next
      const others = meeting.items.filter(({ id }) => id !== event.item)
      return { ...next, items: place(others, { ...moved, touched: true }, event.after) }
    }
    case 'attendance':
      return {
        ...next,
        attendance: [
          ...meeting.attendance.filter(({ attendee }) => !isSameAttendee(attendee, event.attendee)),
          { attendee: event.attendee, presence: event.presence },
        ],
      }
    case 'item-entered':
      return { ...leaveItem(next, at), current: { item: event.item, since: at } }
    case 'amendment-proposed': {
      const { amendment: id, item, text } = event
      return { ...next, amendments: [...meeting.amendments, { id, item, text, by, settled: null }] }
    }
    case 'amendment-settled': {
      const { accepted, comment } = event
      return {
        ...next,
        amendments: meeting.amendments.map((a) =>
          a.id === event.amendment ? { ...a, settled: { accepted, comment, by } } : a,
        ),
      }
    }
    default:
      return {
        ...next,
        items: meeting.items.map((item) =>
          item.id === event.item ? { ...applyToItem(item, event, recorded), touched: true } : item,
        ),
      }
  }
}

/** True once the set time has come. */
export const isFrozen = ({ plan, state }: Meeting, at: string): boolean =>
  state === 'in-progress' || (plan?.freezeAt != null && Date.parse(plan.freezeAt) <= Date.parse(at))

/** What comes now comes after the agenda was frozen. Before its first build there was none that could have been. */
const isLate = (meeting: Meeting, at: string): boolean => meeting.agenda !== null && isFrozen(meeting, at)

/** The room turns away from what it was at: the time spent there is kept. */
function leaveItem(meeting: Meeting, at: string): Meeting {
  const { current } = meeting
  if (current === null) return meeting
  const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(current.since)) / 1000))
  return {
    ...meeting,
    current: null,
    items: meeting.items.map((item) =>
      item.id === current.item ? { ...item, spentSeconds: item.spentSeconds + seconds } : item,
    ),
  }
}

/** Puts an item behind another; first where `after` is null, last where it is not there. */
function place(items: readonly Item[], item: Item, after: string | null): readonly Item[] {
  const index = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1
  return after !== null && index === 0
    ? [...items, item]
    : [...items.slice(0, index), item, ...items.slice(index)]
}

type ItemEvent = Exclude<
  WorkEvent,
  {
    kind:
      | 'item-added'
      | 'item-moved'
      | 'attendance'
      | 'item-entered'
      | 'amendment-proposed'
      | 'amendment-settled'
  }
>

function applyToItem(item: Item, event: ItemEvent, recorded: RecordedEvent): Item {
  switch (event.kind) {
    case 'item-retitled':
      return { ...item, title: event.title }
    case 'item-dropped':
      return { ...item, standing: { kind: 'dropped', reason: event.reason } }
    case 'item-restored':
      return { ...item, standing: { kind: 'on' } }
    case 'item-snoozed':
      return { ...item, standing: { kind: 'snoozed', until: event.until } }
    case 'item-timed':
      return { ...item, minutes: event.minutes, presenter: event.presenter }
    case 'item-for':
      return { ...item, audience: event.audience }
    case 'item-done':
      return { ...item, done: event.done }
    case 'item-sealed':
      return { ...item, sealedBy: event.entry }
    case 'recusal':
      return {
        ...item,
        recusals: [
          ...item.recusals.filter(({ attendee }) => !isSameAttendee(attendee, event.attendee)),
          ...(event.recused ? [{ attendee: event.attendee, reason: event.reason }] : []),
        ],
      }
    case 'entry-written':
      return { ...item, entries: writeEntry(item, event, recorded) }
    case 'entry-converted':
      return changeEntry(item, event.entry, (entry) => ({
        ...entry,
        kind: event.entryKind,
        rev: entry.rev + 1,
      }))
    case 'entry-removed':
      return changeEntry(item, event.entry, (entry) => ({ ...entry, removed: true, rev: entry.rev + 1 }))
    case 'decision-detailed':
      return changeEntry(item, event.entry, (entry) => ({
        ...entry,
        decision: event.detail,
        rev: entry.rev + 1,
      }))
    case 'action-detailed':
      return changeEntry(item, event.entry, (entry) => ({
        ...entry,
        action: event.detail,
        rev: entry.rev + 1,
      }))
  }
}

function writeEntry(
  item: Item,
  { entry: id, entryKind: kind, text }: { entry: string; entryKind: Entry['kind']; text: string },
  { at, by }: RecordedEvent,
): readonly Entry[] {
  const before = getEntry(item, id)
  if (before !== null)
    return item.entries.map((entry) =>
      entry.id === id ? { ...entry, kind, text, writtenAt: at, rev: entry.rev + 1, removed: false } : entry,
    )
  const first = { id, kind, text, rev: 1, by, writtenAt: at, removed: false, decision: null, action: null }
  return [...item.entries, first]
}

const changeEntry = (item: Item, id: string, change: (entry: Entry) => Entry): Item => ({
  ...item,
  entries: item.entries.map((entry) => (entry.id === id ? change(entry) : entry)),
})
