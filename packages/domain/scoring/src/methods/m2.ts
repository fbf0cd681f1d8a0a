import type { Method } from '../method.ts'

/** Every recommendation weighs the same, whatever its area, and every finding counts for two years. */
export const m2 = {
  id: 'm2',
  title: 'Interval index with equal recommendations',
  values: { none: 0, limited: 25, some: 50, substantial: 75, full: 100 },
  contrary: 0,
  unknown: { low: 0, high: 100 },
  overall: 'mean-of-items',
  freshnessMonths: 24,
  gateWeighting: 'none',
  introduced: '2026-11-24',
} as const satisfies Method
