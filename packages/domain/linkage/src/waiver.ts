import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'

/** A time in the world: from the last day of `effective`, up to the day before the last day of `ended`; open while null. */
export type Span = { readonly effective: PartialDate; readonly ended: PartialDate | null }

/** True on the days of a span. One that ends on the day on which it begins never holds. */
export const isWithin = ({ effective, ended }: Span, day: Day): boolean =>
  lastDay(effective) <= day && !hasEnded(ended, day)

/** True from the last day of `ended` on. */
export const hasEnded = (ended: PartialDate | null, day: Day): boolean =>
  ended !== null && lastDay(ended) <= day

/**
 * Whether one of the waivers of a link holds on a day. A gate asks for its own day (the earlier of `asOf` and the
 * milestone's occurrence), so a waiver that begins or ends after passage changes nothing of what passed.
 */
export const isWaived = (waivers: Iterable<Span>, day: Day): boolean => {
  for (const waiver of waivers) if (isWithin(waiver, day)) return true
  return false
}
