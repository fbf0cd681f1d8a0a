import { level } from '@waymark/assessment/level'
import { key, text } from '@waymark/kernel/key'
import { calendarDay, instant, partialDate } from '@waymark/kernel/partial-date'
import { caseStatusKind, hearingKind, sensitivity } from '@waymark/recommendation/case'
import { changeKinds } from '@waymark/scoring/changes'
import { z } from 'zod'
import { itemId } from './item-id.ts'

/** A finding in short, as a reason needs it: a level, or why there is none. */
export const finding = z.strictObject({
  level: level.nullable(),
  contrary: z.boolean(),
  effective: partialDate.nullable(),
})
export type Finding = z.infer<typeof finding>

/** A required gate that is not met, or not known to be, of a milestone planned within the days ahead. */
export const gateDue = z.strictObject({
  kind: z.literal('gate-due'),
  milestone: key,
  planned: partialDate,
  state: z.enum(['unmet', 'unknown']),
})

/** Every reason but {@link gateDue}, the only one that names a record beside its item. */
export const ownReasons = [
  z.strictObject({
    kind: z.literal('level-change'),
    change: z.enum(changeKinds),
    from: finding.nullable(),
    to: finding.nullable(),
  }),
  z.strictObject({
    kind: z.literal('evidence'),
    stance: z.enum(['supports', 'contradicts']),
    count: z.int().positive(),
  }),
  z.strictObject({ kind: z.literal('disagreement'), count: z.int().positive() }),
  z.strictObject({
    kind: z.literal('claim-against-finding'),
    claimed: level,
    /** The level found, and whether measures go against the recommendation. */
    found: level,
    contrary: z.boolean(),
    date: partialDate,
  }),
  z.strictObject({ kind: z.literal('stale'), since: calendarDay }),
  z.strictObject({ kind: z.literal('case-status'), status: caseStatusKind, date: partialDate }),
  z.strictObject({ kind: z.literal('hearing'), hearing: hearingKind, date: partialDate }),
  z.strictObject({ kind: z.literal('action'), due: calendarDay, overdue: z.boolean() }),
  z.strictObject({ kind: z.literal('decision-review'), on: calendarDay }),
  /** `meeting`: the id of the one that it was left over from. `times`: how many meetings in a row left it over. */
  z.strictObject({ kind: z.literal('carried-over'), meeting: z.int().positive(), times: z.int().positive() }),
] as const

/**
 * Why something is on an agenda. Names nobody and quotes nothing: keys, levels, dates and counts only, so that what is
 * pinned here may stay when a person's data goes.
 */
export const reason = z.discriminatedUnion('kind', [...ownReasons, gateDue])
export type Reason = z.infer<typeof reason>
export type ReasonKind = Reason['kind']

/** What the record puts on an agenda: a subject with every reason why. */
export const candidate = z.strictObject({
  item: itemId,
  /** Of a topic that is carried over; everything else has its name in the record. */
  title: text(300).nullable(),
  reasons: z.array(reason).min(1).max(500),
  /** Of a case; everything else is at most `internal`. */
  sensitivity,
  /** True when it was put off: it waits until the day named. */
  snoozedUntil: calendarDay.nullable(),
})
export type Candidate = z.infer<typeof candidate>

/** A place on both clocks: what was known at an instant to be true on a day. */
export const cut = z.strictObject({ asOf: calendarDay, knownAt: instant })
export type Cut = z.infer<typeof cut>
