import { type Day, lastDay, type PartialDate } from '@waymark/kernel/partial-date'
import type { LineageKind } from './recommendation.ts'

/** What the rules of time and lineage need to know of a recommendation. */
export type Issued = {
  readonly ref: string
  readonly issued: PartialDate
  readonly lineage?: readonly { readonly kind: LineageKind; readonly ref: string }[] | undefined
}

/** These take the earlier ask's place; `continues` and `narrows` keep both. */
export const endingKinds: readonly LineageKind[] = ['replaces', 'merges']

/**
 * True while a recommendation is counted: from the last day of its issue date, up to the day before it leaves.
 *
 * @param leftOn the day of {@link getLeavingDay}, null while nothing took its place
 */
export const isInForce = (
  recommendation: { readonly issued: PartialDate; readonly leftOn: Day | null },
  day: Day,
): boolean =>
  lastDay(recommendation.issued) <= day && (recommendation.leftOn === null || day < recommendation.leftOn)

/**
 * The day on which a recommendation leaves the counts: the earliest last day of issue of those that replace or merge
 * it, null where none does. To replace something is to be the later one, so the dates are not compared again.
 * What a dossier will only issue after a date does not end anything before that date: the day says so by itself.
 */
export function getLeavingDay(ref: string, all: Iterable<Issued>): Day | null {
  let earliest: Day | null = null
  for (const later of all) {
    if (later.ref === ref) continue
    if (!later.lineage?.some((link) => link.ref === ref && endingKinds.includes(link.kind))) continue
    const day = lastDay(later.issued)
    if (earliest === null || day < earliest) earliest = day
  }
  return earliest
}
