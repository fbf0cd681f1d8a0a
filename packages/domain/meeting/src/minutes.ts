import type { Audience, DecisionDetail } from './event.ts'
import type { Attendance, Entry, Item, Meeting } from './meeting.ts'

/** What minutes say of one item. */
export type MinutesItem = {
  readonly id: string
  /** Of a topic; everything else is named by the record. */
  readonly title: string | null
  readonly late: boolean
  readonly dropped: string | null
  readonly recusals: readonly { readonly name: string; readonly reason: string | null }[]
  readonly decisions: readonly MinutesDecision[]
  readonly actions: readonly {
    readonly id: string
    readonly text: string
    readonly owner: string
    readonly due: string
  }[]
  readonly notes: readonly string[]
  /** Amendments that were accepted, in the order in which they were proposed. */
  readonly amendments: readonly {
    readonly text: string
    readonly by: string
    readonly comment: string | null
  }[]
}

export type MinutesDecision = {
  readonly id: string
  readonly text: string
  /** False for one that was written down and never sealed. */
  readonly sealed: boolean
  readonly detail: DecisionDetail | null
}

/** The minutes of a meeting: what they hash is this, as canonical JSON. Its shape is part of what was approved and never changes. */
export type Minutes = {
  readonly format: 'waymark-minutes/1'
  readonly title: string
  readonly heldOn: string
  readonly attendance: readonly { readonly name: string; readonly presence: Attendance['presence'] }[]
  readonly items: readonly MinutesItem[]
}

/**
 * The minutes of a meeting: decisions and action points first under each item, then what was said. An item that the
 * meeting put off, or did not come to, is left out unless something was written under it.
 */
export function buildMinutes(meeting: Meeting): Minutes {
  return {
    format: 'waymark-minutes/1',
    title: meeting.plan?.title ?? '',
    heldOn: meeting.plan?.heldOn ?? '',
    attendance: meeting.attendance.map(({ attendee, presence }) => ({ name: attendee.name, presence })),
    items: meeting.items.filter(isInMinutes).map((item) => buildItem(meeting, item)),
  }
}

const isInMinutes = (item: Item): boolean =>
  item.standing.kind === 'dropped' ||
  item.done ||
  item.spentSeconds > 0 ||
  item.entries.some(({ removed }) => !removed)

function buildItem(meeting: Meeting, item: Item): MinutesItem {
  const entries = item.entries.filter(({ removed }) => !removed)
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind)
  return {
    id: item.id,
    title: item.title,
    late: item.late,
    dropped: item.standing.kind === 'dropped' ? item.standing.reason : null,
    recusals: item.recusals.map(({ attendee, reason }) => ({ name: attendee.name, reason })),
    decisions: of('decision').map(({ id, text, decision }) => ({
      id,
      text,
      sealed: item.sealedBy === id,
      detail: decision,
    })),
    actions: of('action').flatMap(({ id, text, action }) =>
      action === null ? [] : [{ id, text, owner: action.owner.name, due: action.due }],
    ),
    notes: of('note').map(({ text }) => text),
    amendments: meeting.amendments
      .filter((one) => one.item === item.id && one.settled?.accepted === true)
      .map(({ text, by, settled }) => ({ text, by: by.name, comment: settled?.comment ?? null })),
  }
}

/** Of each item: whom it is for, and whether it is about a case that only some may know of. */
export type ItemClass = {
  readonly audience: Audience
  readonly sensitivity: 'public' | 'internal' | 'confidential'
  readonly isCase: boolean
}

/** Which minutes leave: nothing of an item leaves that is not for those who get them, or that is about a case that is not public. */
export const isFor = (audience: Audience, { audience: marked, sensitivity, isCase }: ItemClass): boolean =>
  audience === 'internal' ||
  ((marked === 'delegation' || marked === audience) && !(isCase && sensitivity !== 'public'))

/**
 * The minutes as an audience gets them. Partners: decisions with what they rest on, action points, no notes, no votes, no
 * recusals, nothing that was dropped. The EU's delegation: decisions that were sealed, in their words only.
 */
export function restrictMinutes(
  minutes: Minutes,
  audience: Audience,
  classOf: (item: string) => ItemClass,
): Minutes {
  if (audience === 'internal') return minutes
  const shown = minutes.items
    .filter(({ id, dropped }) => dropped === null && isFor(audience, classOf(id)))
    .map((item) => restrictItem(item, audience))
    .filter(({ decisions, actions }) => decisions.length + actions.length > 0)
  return { ...minutes, attendance: audience === 'partner' ? minutes.attendance : [], items: shown }
}

function restrictItem(item: MinutesItem, audience: 'partner' | 'delegation'): MinutesItem {
  const sealed = item.decisions.filter((decision) => decision.sealed)
  const isPartner = audience === 'partner'
  return {
    ...item,
    late: false,
    recusals: [],
    notes: [],
    amendments: isPartner ? item.amendments : [],
    decisions: sealed.map((decision) => ({
      ...decision,
      detail:
        isPartner && decision.detail !== null
          ? { ...decision.detail, votes: null, dissent: null, finding: null }
          : null,
    })),
    actions: isPartner ? item.actions : [],
  }
}
