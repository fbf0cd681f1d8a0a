import type { Level } from '@waymark/assessment/level'

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
  /** How areas come together: the mean of their indexes, each of the same weight. */
  readonly overall: 'mean-of-areas'
}
