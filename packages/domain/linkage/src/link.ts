import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { LinkageRole, MilestoneKind } from './linkage.ts'
import { mayPrecedeOpening } from './milestone.ts'

/**
 * Whether a recommendation may be linked to a milestone in a role. A milestone that occurred before the recommendation
 * was issued cannot have hung on it, so such a link only gives context. Both dates count from their last day; on the
 * same day the link may have any role.
 * Refusal: `invalid-input` at `role`.
 */
export function mayLink(link: {
  readonly role: LinkageRole
  readonly issued: PartialDate
  readonly occurred: PartialDate | null
}): Result<void> {
  return isTooLate(link) ? refused({ code: 'invalid-input', path: 'role' }) : ok(undefined)
}

/** True for a link that asks for something of a milestone that had occurred when the recommendation was issued. */
export const isTooLate = (link: {
  readonly role: LinkageRole
  readonly issued: PartialDate
  readonly occurred: PartialDate | null
}): boolean =>
  link.role !== 'context' && link.occurred !== null && lastDay(link.occurred) < lastDay(link.issued)

/**
 * Whether a milestone may be marked as having occurred. Nothing that negotiations lead to occurs before its track was
 * opened, nothing in the future, nothing that had been cancelled by then; and a recommendation issued after that day
 * must not be asked for by it.
 *
 * @param track what else has occurred on the same track, the opening included
 * @param links those of the milestone, with the day of issue of each recommendation
 * Refusals: `effective-in-future`, `occurs-before-opened`, `milestone-cancelled`, `linked-before-issue`.
 */
export function mayOccur(milestone: {
  readonly kind: MilestoneKind
  readonly occurred: PartialDate
  readonly track: readonly { readonly kind: MilestoneKind; readonly occurred: PartialDate }[]
  readonly cancelled: PartialDate | null
  readonly links: readonly {
    readonly ref: string
    readonly role: LinkageRole
    readonly issued: PartialDate
  }[]
  readonly today: Day
}): Result<void> {
  const { kind, occurred, track, cancelled, links, today } = milestone
  const path = 'occurred'
  const day = lastDay(occurred)
  if (day > today) return refused({ code: 'effective-in-future', path })
  // Recorded either way round: a step before the opening, or an opening after a step.
  const isWrongWay = (step: MilestoneKind, on: PartialDate, opening: MilestoneKind, opened: PartialDate) =>
    opening === 'opened' && !mayPrecedeOpening(step) && lastDay(on) < lastDay(opened)
  const clash = track.find(
    (one) =>
      isWrongWay(kind, occurred, one.kind, one.occurred) ||
      isWrongWay(one.kind, one.occurred, kind, occurred),
  )
  if (clash !== undefined) {
    const opened = kind === 'opened' ? occurred : clash.occurred
    return refused({ code: 'occurs-before-opened', path, params: { opened } })
  }
  if (cancelled !== null) return refused({ code: 'milestone-cancelled', path, params: { cancelled } })
  const late = links.filter((link) => isTooLate({ ...link, occurred })).map((link) => link.ref)
  if (late.length === 0) return ok(undefined)
  return refused({ code: 'linked-before-issue', path, params: { refs: late.slice(0, 5).join(', ') } })
}

/**
 * Whether a condition may be set aside. Only what asks for something can be; a fact is not dated in the future.
 * Refusals: `nothing-to-waive`, `effective-in-future`, `reason-missing`, `waived-already`.
 */
export function mayWaive(waiver: {
  readonly role: LinkageRole
  readonly effective: PartialDate
  readonly why: string
  readonly today: Day
  readonly waived: boolean
}): Result<void> {
  if (waiver.role === 'context') return refused({ code: 'nothing-to-waive', path: 'effective' })
  if (lastDay(waiver.effective) > waiver.today)
    return refused({ code: 'effective-in-future', path: 'effective' })
  if (waiver.why.trim() === '') return refused({ code: 'reason-missing', path: 'why' })
  if (waiver.waived) return refused({ code: 'waived-already', path: 'effective' })
  return ok(undefined)
}

/**
 * Whether something that began may end on a date: not in the future, not before it began, and with a reason.
 * Refusals: `effective-in-future`, `ends-before-it-began`, `reason-missing`.
 */
export function mayEnd(end: {
  readonly began: PartialDate | null
  readonly ended: PartialDate
  readonly reason: string
  readonly today: Day
}): Result<void> {
  const path = 'ended'
  if (lastDay(end.ended) > end.today) return refused({ code: 'effective-in-future', path })
  if (end.began !== null && lastDay(end.ended) < lastDay(end.began))
    return refused({ code: 'ends-before-it-began', path, params: { began: end.began } })
  if (end.reason.trim() === '') return refused({ code: 'reason-missing', path: 'reason' })
  return ok(undefined)
}
