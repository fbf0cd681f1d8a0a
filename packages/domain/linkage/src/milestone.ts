import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'

/** True once the last day of `occurred` is not after `asOf`. What has only been planned has not occurred. */
export const hasOccurred = (occurred: PartialDate | null, asOf: Day): boolean =>
  occurred !== null && lastDay(occurred) <= asOf
