import type { Day } from '@waymark/kernel/partial-date'
import type { Sensitivity } from '@waymark/recommendation/case'
import type { ActionDetail, Attendee, Audience, DecisionDetail, EntryKind, Plan, presences } from './event.ts'
import type { Cut, Reason } from './reason.ts'

export const meetingStates = ['draft', 'open', 'in-progress', 'closed', 'approved', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

export type Person = { readonly id: string; readonly name: string }

/** Something written under an item. `rev` counts its versions from 1: whoever writes names the one that they read. */
export type Entry = {
  readonly id: string
  readonly kind: EntryKind
  readonly text: string
  readonly rev: number
  readonly by: Person
  readonly writtenAt: string
  readonly removed: boolean
  readonly decision: DecisionDetail | null
  readonly action: ActionDetail | null
}

export type Recusal = { readonly attendee: Attendee; readonly reason: string | null }

/** How an item stands on the agenda. */
export type Standing =
  | { readonly kind: 'on' }
  | { readonly kind: 'dropped'; readonly reason: string }
  | { readonly kind: 'snoozed'; readonly until: Day }

export type Item = {
  readonly id: string
  /** Of what was added by hand; null where the record has the name. */
  readonly title: string | null
  readonly reasons: readonly Reason[]
  readonly sensitivity: Sensitivity
  readonly standing: Standing
  /** True when it came onto the agenda after it was frozen. */
  readonly late: boolean
  /** True once somebody placed, dropped, timed or wrote on it: a rebuild leaves it where it is. */
  readonly touched: boolean
  readonly minutes: number | null
  readonly presenter: Attendee | null
  readonly audience: Audience
  readonly recusals: readonly Recusal[]
  readonly entries: readonly Entry[]
  /** Talked about, with nothing to come back. */
  readonly done: boolean
  /** The decision that sealed it. */
  readonly sealedBy: string | null
  /** Seconds that the room has spent on it, before the present stay. */
  readonly spentSeconds: number
}

export type Amendment = {
  readonly id: string
  readonly item: string
  readonly text: string
  readonly by: Person
  readonly settled: {
    readonly accepted: boolean
    readonly comment: string | null
    readonly by: Person
  } | null
}

export type Attendance = { readonly attendee: Attendee; readonly presence: (typeof presences)[number] }

/** A meeting as its events made it. */
export type Meeting = {
  /** Number of the last event; 0 before the first. */
  readonly seq: number
  readonly state: MeetingState
  readonly plan: Plan | null
  /** What the agenda was last built from. */
  readonly agenda: { readonly since: Cut; readonly until: Cut; readonly previous: number | null } | null
  /** In the order of the agenda. */
  readonly items: readonly Item[]
  readonly attendance: readonly Attendance[]
  /** What the room is at, and since when. */
  readonly current: { readonly item: string; readonly since: string } | null
  readonly amending: boolean
  readonly amendments: readonly Amendment[]
  readonly closedBy: Person | null
  readonly approval: { readonly sha256: string; readonly by: Person; readonly at: string } | null
}

export const newMeeting: Meeting = {
  seq: 0,
  state: 'draft',
  plan: null,
  agenda: null,
  items: [],
  attendance: [],
  current: null,
  amending: false,
  amendments: [],
  closedBy: null,
  approval: null,
}

export const getItem = (meeting: Meeting, id: string): Item | null =>
  meeting.items.find((item) => item.id === id) ?? null

export const getEntry = (item: Item, id: string): Entry | null =>
  item.entries.find((entry) => entry.id === id) ?? null

/** The same person: by account, or for guests by name. */
export const isSameAttendee = (a: Attendee, b: Attendee): boolean =>
  a.kind === 'user' ? b.kind === 'user' && a.id === b.id : b.kind === 'guest' && a.name === b.name

/**
 * True when an item comes back at the next meeting of the series: it was put off, or stood on the agenda and was neither
 * settled (sealed, done) nor dropped. An action point comes back by itself as long as it is open.
 */
export const isCarriedOver = ({
  standing,
  done,
  sealedBy,
}: Pick<Item, 'standing' | 'done' | 'sealedBy'>): boolean =>
  standing.kind === 'snoozed' || (standing.kind === 'on' && !done && sealedBy === null)
