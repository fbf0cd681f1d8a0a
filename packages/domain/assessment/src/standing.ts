import type { Day, PartialDate } from '@waymark/kernel/partial-date'
import type { Finding } from './assessment.ts'
import type { Level } from './level.ts'
import { isStale } from './staleness.ts'

export const unknownReasons = ['not-assessed', 'no-information', 'stale'] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** Where a recommendation stands on a day: a level that may be relied on, one of the ways not to know, or outside the counts. */
export type Standing =
  | { readonly kind: 'known'; readonly level: Level; readonly contrary: boolean }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  | { readonly kind: 'outside'; readonly state: 'not-applicable' | 'withdrawn' }

/**
 * What the assessment in force says on a day. A level grows stale; `not-applicable` and `withdrawn` do not (an ask
 * stays withdrawn until a later row says otherwise), and `no-information` is unknown at any age.
 *
 * @param fact the assessment in force at `asOf`, or null
 * @param reviewEveryMonths the recommendation's review interval; null or undefined means the default of 12
 */
export function assessStanding(
  fact: { readonly effective: PartialDate; readonly finding: Finding } | null,
  reviewEveryMonths: number | null | undefined,
  asOf: Day,
): Standing {
  if (fact === null) return { kind: 'unknown', reason: 'not-assessed' }
  const { finding } = fact
  if ('state' in finding) {
    return finding.state === 'not-applicable' || finding.state === 'withdrawn'
      ? { kind: 'outside', state: finding.state }
      : { kind: 'unknown', reason: finding.state }
  }
  if (isStale(fact.effective, reviewEveryMonths, asOf)) return { kind: 'unknown', reason: 'stale' }
  return { kind: 'known', level: finding.level, contrary: finding.contrary }
}
