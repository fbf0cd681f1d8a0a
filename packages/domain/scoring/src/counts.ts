import { type Level, levels } from '@waymark/assessment/level'
import type { Standing } from '@waymark/assessment/standing'

/**
 * How many recommendations stand where. A contrary item is counted there and under no level; `unknown` is not assessed,
 * no information and stale together; `notApplicable` is not applicable and withdrawn together.
 */
export type Counts = Readonly<Record<Level | 'contrary' | 'unknown' | 'notApplicable', number>>

export const noCounts: Counts = {
  none: 0,
  limited: 0,
  some: 0,
  substantial: 0,
  full: 0,
  contrary: 0,
  unknown: 0,
  notApplicable: 0,
}

/** Where an item is counted. Exactly one place for each standing. */
export function getPlace(standing: Standing): keyof Counts {
  if (standing.kind === 'outside') return 'notApplicable'
  if (standing.kind === 'unknown') return 'unknown'
  return standing.contrary ? 'contrary' : standing.level
}

/** The counts of some items. */
export function getCounts(items: Iterable<{ readonly standing: Standing }>): Counts {
  const counts: Record<keyof Counts, number> = { ...noCounts }
  for (const item of items) counts[getPlace(item.standing)] += 1
  return counts
}

/** Two sets of items counted as one. */
export function getSum(all: Iterable<Counts>): Counts {
  const sum: Record<keyof Counts, number> = { ...noCounts }
  for (const counts of all) for (const place of places) sum[place] += counts[place]
  return sum
}

const places: readonly (keyof Counts)[] = [...levels, 'contrary', 'unknown', 'notApplicable']
