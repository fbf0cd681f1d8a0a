import { stance } from '@waymark/assessment/evidence'
import { confidence, level } from '@waymark/assessment/level'
import { reference, text } from '@waymark/kernel/key'
import { calendarDay, instant, partialDate } from '@waymark/kernel/partial-date'
import { sensitivity } from '@waymark/recommendation/case'
import { z } from 'zod'
import { clockTime, timeZone } from './clock.ts'
import { itemId } from './item-id.ts'
import { candidate, cut } from './reason.ts'

/** Whom a part of the minutes is for. Each sees what those after it see, and more: `internal` sees everything. */
export const audiences = ['internal', 'partner', 'delegation'] as const
export const audience = z.enum(audiences)
export type Audience = z.infer<typeof audience>

/** What is written under an item: a note of what was said, a decision, or an action point. */
export const entryKinds = ['note', 'decision', 'action'] as const
export const entryKind = z.enum(entryKinds)
export type EntryKind = z.infer<typeof entryKind>

export const presences = ['present', 'absent', 'excused'] as const
const uuid = z.uuid()

/** Somebody with an account, or a guest by name. */
export const attendee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('user'), id: z.string().min(1).max(100), name: text(200) }),
  z.strictObject({ kind: z.literal('guest'), name: text(200) }),
])
export type Attendee = z.infer<typeof attendee>

export const plan = z.strictObject({
  title: text(200),
  heldOn: calendarDay,
  /** By the clock of the room. */
  startsAt: clockTime.nullable(),
  zone: timeZone.default('UTC'),
  place: text(200).nullable(),
  /** From here on what is added is marked as late. */
  freezeAt: instant.nullable(),
  /** How far ahead milestones and hearings are looked for, in days. */
  aheadDays: z.int().min(1).max(730),
  /** Minutes that an item has unless somebody gives it others; null: no limit. */
  itemMinutes: z.int().min(1).max(600).nullable().default(null),
})
export type Plan = z.infer<typeof plan>

const count = z.int().min(0).max(10_000)
/** What a decision carries beside its text. */
export const decisionDetail = z.strictObject({
  options: z.array(text(1000)).max(20),
  votes: z.strictObject({ for: count, against: count, abstain: count }).nullable(),
  dissent: text(4000).nullable(),
  /** The day on which it comes back to an agenda by itself. */
  reviewOn: calendarDay.nullable(),
  /** An earlier decision that no longer holds. */
  supersedes: uuid.nullable(),
  /** A finding to be proposed: it waits for its publisher like any other. */
  finding: z
    .strictObject({
      recommendation: reference,
      level,
      contrary: z.boolean(),
      effective: partialDate,
      confidence,
      /** Items of evidence on record, with what each shows. */
      evidence: z
        .array(z.strictObject({ item: z.int().positive(), stance }))
        .min(1)
        .max(30),
    })
    .nullable(),
})
export type DecisionDetail = z.infer<typeof decisionDetail>

export const actionDetail = z.strictObject({
  owner: z.strictObject({ id: z.string().min(1).max(100), name: text(200) }),
  due: calendarDay,
})
export type ActionDetail = z.infer<typeof actionDetail>

const event = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape })

/** What happens to the meeting as a whole. */
export const stageEvents = [
  event('planned', { plan }),
  event('opened', {}),
  event('started', {}),
  event('closed', {}),
  event('amendments-opened', {}),
  event('cancelled', { reason: text(1000) }),
] as const

/**
 * What the record puts on the agenda, and the two cuts that it was looked at between. `previous`: the meeting whose last agenda
 * `since` is the cut of; null before there is one.
 */
export const builtEvent = event('agenda-built', {
  since: cut,
  until: cut,
  previous: z.int().positive().nullable(),
  candidates: z.array(candidate).max(50_000),
})

const at = { item: itemId }
/** What people do to the agenda. */
export const agendaEvents = [
  /** `title`: of a topic only, since the record has names of its own. `sensitivity`: set from the record, whatever is asked. */
  event('item-added', {
    ...at,
    title: text(300).nullable(),
    after: itemId.nullable(),
    sensitivity: sensitivity.default('internal'),
  }),
  event('item-retitled', { ...at, title: text(300) }),
  event('item-moved', { ...at, after: itemId.nullable() }),
  event('item-dropped', { ...at, reason: text(1000) }),
  event('item-restored', at),
  event('item-snoozed', { ...at, until: calendarDay }),
  event('item-timed', { ...at, minutes: z.int().min(1).max(600).nullable(), presenter: attendee.nullable() }),
  event('item-for', { ...at, audience }),
  event('attendance', { attendee, presence: z.enum(presences) }),
  event('recusal', { ...at, attendee, recused: z.boolean(), reason: text(1000).nullable() }),
] as const

/** What people write in the room. `entry` is chosen by whoever writes first; `basedOn` is the version that was read, 0 for none. */
const written = { ...at, entry: uuid, basedOn: z.int().min(0) }
export const roomEvents = [
  event('item-entered', at),
  /** Talked about, and nothing of it needs to come back. `false`: it does after all. */
  event('item-done', { ...at, done: z.boolean() }),
  event('entry-written', { ...written, entryKind, text: text(20_000) }),
  event('entry-converted', { ...written, entryKind }),
  event('entry-removed', written),
  event('decision-detailed', { ...written, detail: decisionDetail }),
  event('action-detailed', { ...written, detail: actionDetail }),
  /** The decision stands, and nothing under the item changes any more. */
  event('item-sealed', written),
] as const

/** What becomes of the minutes after the meeting. */
export const minutesEvents = [
  event('amendment-proposed', { ...at, amendment: uuid, text: text(4000) }),
  event('amendment-settled', { amendment: uuid, accepted: z.boolean(), comment: text(1000).nullable() }),
] as const
export const approvedEvent = event('approved', { sha256: z.string().regex(/^[0-9a-f]{64}$/) })

export const stageEvent = z.discriminatedUnion('kind', stageEvents)
/** What a person may ask to be recorded, one thing at a time. */
export const workEvent = z.discriminatedUnion('kind', [...agendaEvents, ...roomEvents, ...minutesEvents])
export const meetingEvent = z.discriminatedUnion('kind', [
  ...stageEvents,
  builtEvent,
  ...agendaEvents,
  ...roomEvents,
  ...minutesEvents,
  approvedEvent,
])
export type StageEvent = z.infer<typeof stageEvent>
export type WorkEvent = z.infer<typeof workEvent>
export type MeetingEvent = z.infer<typeof meetingEvent>
export type EventKind = MeetingEvent['kind']

/** An event as it stands in the record. `seq` counts the events of its meeting from 1, without gaps. */
export type RecordedEvent = {
  readonly seq: number
  readonly at: string
  readonly by: { readonly id: string; readonly name: string }
  readonly event: MeetingEvent
}
