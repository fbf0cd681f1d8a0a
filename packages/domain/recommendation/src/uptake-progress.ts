import { addMonths, type Day, isDay, lastDay, nextDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { UptakeKind } from './uptake.ts'
import { getUptakeStage } from './uptake-stage.ts'

/** Time between two days: whole calendar months, and the days left over. */
export type Gap = { readonly months: number; readonly days: number }

/**
 * How far a recommendation was taken up by a day, and how long that took.
 *
 * `gap` and `waiting` are never both given. `exact` is false where one of the dates between which the time is measured is
 * known by its month or year only (measured are then their last days): whoever tells the time says "about".
 */
export type UptakeProgress = {
  /** The event that first reached the furthest stage; null where nothing happened. */
  readonly stage: { readonly kind: UptakeKind; readonly date: PartialDate } | null
  /** What the time runs from: the first proposal, or the issue where no proposal is on record. */
  readonly since: { readonly event: 'proposed' | 'issued'; readonly date: PartialDate }
  /** From `since` to the furthest stage; null while that is a proposal or nothing, or where it came before `since`. */
  readonly gap: Gap | null
  /** From `since` to the day, while nothing beyond a proposal has happened. */
  readonly waiting: Gap | null
  readonly exact: boolean
}

/**
 * The uptake axis of one recommendation that exists on `asOf`. Events after that day do not count; stages may be skipped,
 * and one that was reached is never lost again (see `getUptakeStage`).
 */
export function getUptakeProgress(
  events: readonly { readonly kind: UptakeKind; readonly date: PartialDate }[],
  issued: PartialDate,
  asOf: Day,
): UptakeProgress {
  const stage = getUptakeStage(events, asOf)
  const proposal = getUptakeStage(
    events.filter((event) => event.kind === 'proposed'),
    asOf,
  )
  const since =
    proposal === null
      ? ({ event: 'issued', date: issued } as const)
      : ({ event: 'proposed', date: proposal.date } as const)
  const from = lastDay(since.date)
  const isTakenUp = stage !== null && stage.kind !== 'proposed'
  const to = isTakenUp ? lastDay(stage.date) : asOf
  const time = from <= to ? getGap(from, to) : null
  return {
    stage: stage && { kind: stage.kind, date: stage.date },
    since,
    gap: isTakenUp ? time : null,
    waiting: isTakenUp ? null : time,
    exact: isDay(since.date) && (!isTakenUp || isDay(stage.date)),
  }
}

/** Whole calendar months from one day to a later one, clamped at the month's end as review intervals are, and the days left over. */
export function getGap(from: Day, to: Day): Gap {
  const index = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  let months = Math.max(0, index(to) - index(from))
  if (months > 0 && addMonths(from, months) > to) months -= 1
  let days = 0
  for (let day = addMonths(from, months); day < to; day = nextDay(day)) days += 1
  return { months, days }
}
