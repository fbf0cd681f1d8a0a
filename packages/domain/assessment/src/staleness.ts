import { addMonths, type Day, lastDay, nextDay, type PartialDate } from '@waymark/kernel/partial-date'
import { defaultReviewMonths } from '@waymark/recommendation/recommendation'

/**
 * The last day on which a finding still counts as current: its last effective day plus the review interval, in
 * calendar months, clamped to the month's end (31 August + 6 months = 28 or 29 February).
 *
 * @param reviewEveryMonths months; null or left out means the default of 12
 */
export const getLastFreshDay = (effective: PartialDate, reviewEveryMonths?: number | null): Day =>
  addMonths(lastDay(effective), reviewEveryMonths ?? defaultReviewMonths)

/** The first day on which a finding is stale: the day after {@link getLastFreshDay}. */
export const getStaleFrom = (effective: PartialDate, reviewEveryMonths?: number | null): Day =>
  nextDay(getLastFreshDay(effective, reviewEveryMonths))

/** True when `asOf` is after the last fresh day: the finding is then shown as "last assessed …" and counts as unknown. */
export const isStale = (
  effective: PartialDate,
  reviewEveryMonths: number | null | undefined,
  asOf: Day,
): boolean => asOf > getLastFreshDay(effective, reviewEveryMonths)
