import type { Method } from '../method.ts'

/** The first method: distribution, coverage, and an index that is an interval as wide as what is unknown. */
export const m1 = {
  id: 'm1',
  title: 'Interval index with equal areas',
  values: { none: 0, limited: 25, some: 50, substantial: 75, full: 100 },
  contrary: 0,
  unknown: { low: 0, high: 100 },
  overall: 'mean-of-areas',
  freshnessMonths: null,
  gateWeighting: 'none',
  introduced: '2026-11-24',
} as const satisfies Method
