import type { Level } from '@waymark/assessment/level'
import type { Day } from '@waymark/kernel/partial-date'

/**
 * How the index of a dossier is made: `mean-of-areas` is the mean of the areas' indexes, each of the same weight;
 * `mean-of-items` is the mean over all items, whatever their area.
 */
export const overallRules = ['mean-of-areas', 'mean-of-items'] as const
export type OverallRule = (typeof overallRules)[number]

/** How gates weigh in the index. No method lets them: what hangs on a recommendation says nothing about its progress. */
export const gateWeightings = ['none'] as const
export type GateWeighting = (typeof gateWeightings)[number]

/**
 * A scoring method as data: what each standing is worth, from 0 to 100. Its id never changes its meaning; a new way
 * to count is a new method, shown beside the old one.
 */
export type Method = {
  readonly id: string
  readonly title: string
  readonly values: Readonly<Record<Level, number>>
  /** What a contrary item is worth, whatever level stands beside it. */
  readonly contrary: number
  /** What an item with no level to rely on is worth at the least and at the most. */
  readonly unknown: { readonly low: number; readonly high: number }
  readonly overall: OverallRule
  /** Calendar months for which a finding counts as current; null: the review interval of each recommendation. */
  readonly freshnessMonths: number | null
  readonly gateWeighting: GateWeighting
  /** The day from which the method exists. It counts earlier days too; a chart that changes to it has its break here. */
  readonly introduced: Day
}

/**
 * The review interval by which a method judges whether a finding is stale, in calendar months.
 *
 * @param own the recommendation's own interval, the default already filled in
 */
export const getReviewMonths = (method: Pick<Method, 'freshnessMonths'>, own: number): number =>
  method.freshnessMonths ?? own
