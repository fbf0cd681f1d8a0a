import type { RefusalCode } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { EventKind, MeetingEvent } from './event.ts'
import { parseItemId } from './item-id.ts'
import {
  type Entry,
  getEntry,
  getItem,
  type Item,
  type Meeting,
  type MeetingState,
  type Person,
} from './meeting.ts'

/** Ways in which a meeting says no, of {@link RefusalCode}. */
export type MeetingRefusal = Extract<
  RefusalCode,
  | 'not-found'
  | 'meeting-state'
  | 'name-missing'
  | 'meeting-unplanned'
  | 'item-sealed'
  | 'item-exists'
  | 'entry-moved-on'
  | 'entry-not-of-kind'
  | 'recused'
  | 'action-incomplete'
  | 'amendments-open'
  | 'amendments-not-open'
  | 'not-there'
  | 'four-eyes'
>

const planning = ['draft', 'open'] as const
const before = [...planning, 'in-progress'] as const
const room = ['in-progress'] as const
const after = ['closed'] as const

/** In which states of a meeting each thing may happen. Nothing happens to one that is approved or cancelled. */
export const allowedStates = {
  planned: planning,
  opened: ['draft'],
  started: ['open'],
  closed: room,
  cancelled: before,
  'agenda-built': before,
  'item-added': before,
  'item-retitled': before,
  'item-moved': before,
  'item-dropped': before,
  'item-restored': before,
  'item-snoozed': before,
  'item-timed': before,
  // Who may read what is decided until the minutes are approved.
  'item-for': [...before, 'closed'],
  attendance: before,
  recusal: before,
  'item-entered': room,
  'item-done': room,
  'entry-written': room,
  'entry-converted': room,
  'entry-removed': room,
  'decision-detailed': room,
  'action-detailed': room,
  'item-sealed': room,
  'amendments-opened': after,
  'amendment-proposed': after,
  'amendment-settled': after,
  approved: after,
} as const satisfies Record<EventKind, readonly MeetingState[]>

/** What a sealed item still allows: nothing of what was decided changes by it. */
const allowedWhenSealed: ReadonlySet<EventKind> = new Set([
  'item-entered',
  'item-moved',
  'item-for',
  'amendment-proposed',
])

/**
 * Whether something may happen to a meeting as it stands. Pure: whoever records it asks first, inside the transaction.
 *
 * Refusals: `meeting-state` (params.state), `meeting-unplanned`, `not-found`, `name-missing` (of a topic), `item-exists`, `item-sealed`, `recused`,
 * `entry-moved-on` (params.rev: the version that stands), `entry-not-of-kind`, `action-incomplete`,
 * `amendments-not-open`, `amendments-open`, `not-there` (only those who were present amend), `four-eyes`.
 */
export function mayHappen(
  meeting: Meeting,
  event: MeetingEvent,
  by: Person,
): Result<void, { code: MeetingRefusal; path?: string; params?: Record<string, string | number> }> {
  const states: readonly MeetingState[] = allowedStates[event.kind]
  if (!states.includes(meeting.state))
    return refused({ code: 'meeting-state', params: { state: meeting.state } })
  if (meeting.plan === null && event.kind !== 'planned') return refused({ code: 'meeting-unplanned' })
  switch (event.kind) {
    case 'closed':
      return judgeClosing(meeting)
    case 'amendments-opened':
      return meeting.amending
        ? refused({ code: 'meeting-state', params: { state: 'closed' } })
        : ok(undefined)
    case 'amendment-settled':
      return judgeSettling(meeting, event.amendment)
    case 'approved':
      return judgeApproval(meeting, by)
    case 'item-added':
      return judgeAdding(meeting, event.item, event.title)
    default:
      return 'item' in event ? judgeItem(meeting, event, by) : ok(undefined)
  }
}

type Judged = ReturnType<typeof mayHappen>

function judgeAdding(meeting: Meeting, id: string, title: string | null): Judged {
  if (getItem(meeting, id) !== null) return refused({ code: 'item-exists', path: 'item' })
  const needsTitle = parseItemId(id)?.kind === 'topic'
  return needsTitle && title === null ? refused({ code: 'name-missing', path: 'title' }) : ok(undefined)
}

type ItemEvent = Extract<MeetingEvent, { item: string }>

function judgeItem(meeting: Meeting, event: ItemEvent, by: Person): Judged {
  const item = getItem(meeting, event.item)
  if (item === null) return refused({ code: 'not-found', path: 'item' })
  if (item.sealedBy !== null && !allowedWhenSealed.has(event.kind)) return refused({ code: 'item-sealed' })
  if (event.kind === 'amendment-proposed') return judgeAmending(meeting, by)
  if (!('entry' in event)) return ok(undefined)
  if (item.recusals.some(({ attendee }) => attendee.kind === 'user' && attendee.id === by.id))
    return refused({ code: 'recused' })
  const entry = getEntry(item, event.entry)
  if (entry === null)
    return event.kind === 'entry-written' && event.basedOn === 0
      ? ok(undefined)
      : refused({ code: 'not-found', path: 'entry' })
  if (entry.rev !== event.basedOn) return refused({ code: 'entry-moved-on', params: { rev: entry.rev } })
  return judgeKind(item, entry, event.kind)
}

function judgeKind(item: Item, entry: Entry, kind: ItemEvent['kind']): Judged {
  const wanted = {
    'decision-detailed': 'decision',
    'item-sealed': 'decision',
    'action-detailed': 'action',
  } as const
  const needed = kind in wanted ? wanted[kind as keyof typeof wanted] : null
  if (needed !== null && (entry.kind !== needed || entry.removed))
    return refused({ code: 'entry-not-of-kind', path: 'entry' })
  if (kind !== 'item-sealed') return ok(undefined)
  return hasIncompleteAction(item) ? refused({ code: 'action-incomplete' }) : ok(undefined)
}

/** An action point that nobody owns, or that is due never, would be lost. */
const hasIncompleteAction = (item: Item): boolean =>
  item.entries.some((entry) => entry.kind === 'action' && !entry.removed && entry.action === null)

const judgeClosing = (meeting: Meeting): Judged => {
  const item = meeting.items.find(hasIncompleteAction)
  return item === undefined ? ok(undefined) : refused({ code: 'action-incomplete', path: item.id })
}

function judgeAmending(meeting: Meeting, by: Person): Judged {
  if (!meeting.amending) return refused({ code: 'amendments-not-open' })
  const wasThere = meeting.attendance.some(
    ({ attendee, presence }) => attendee.kind === 'user' && attendee.id === by.id && presence === 'present',
  )
  return wasThere ? ok(undefined) : refused({ code: 'not-there' })
}

function judgeSettling(meeting: Meeting, id: string): Judged {
  const amendment = meeting.amendments.find((a) => a.id === id)
  if (amendment === undefined) return refused({ code: 'not-found', path: 'amendment' })
  return amendment.settled === null
    ? ok(undefined)
    : refused({ code: 'meeting-state', params: { state: meeting.state } })
}

/** Minutes go through their phases, and are approved by somebody else than closed the meeting. */
function judgeApproval(meeting: Meeting, by: Person): Judged {
  if (!meeting.amending) return refused({ code: 'amendments-not-open' })
  if (meeting.amendments.some(({ settled }) => settled === null)) return refused({ code: 'amendments-open' })
  return meeting.closedBy?.id === by.id ? refused({ code: 'four-eyes' }) : ok(undefined)
}
