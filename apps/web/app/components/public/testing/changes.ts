import type { ChangeList } from '@waymark/api/features/change/change.view'
import { aFrame } from './views.ts'

const area = { key: 'expression', title: 'Expression (invented)' }
const step = {
  key: 'signed',
  kind: 'signed',
  title: 'Invented agreement signed',
  track: 'Invented agreement',
}
const nothing = { low: 0, high: 0 }

/** What changed between two days, as the API gives it, plainly invented. */
export const aChangeList = (over: Partial<ChangeList> = {}): ChangeList => ({
  frame: aFrame(),
  clock: 'effective',
  from: '2020-11-12',
  to: '2021-06-30',
  fromMethod: 'm1',
  figures: {
    from: { index: { low: 20, high: 60 }, coverage: { assessed: 6, applicable: 10 } },
    to: { index: { low: 30, high: 85 }, coverage: { assessed: 4, applicable: 10 } },
  },
  decomposition: {
    total: { low: 10, high: 25 },
    real: { low: 15, high: 15 },
    composition: nothing,
    freshness: { low: -5, high: 10 },
    method: nothing,
  },
  counts: [
    { change: 'advanced', count: 2 },
    { change: 'contrary', count: 1 },
    { change: 'gone-stale', count: 3 },
  ],
  items: [
    {
      recommendation: 'XX-2020-01',
      title: 'Repeal the invented law',
      area,
      movedFrom: null,
      from: 'none',
      to: 'some',
      change: 'advanced',
    },
    {
      recommendation: 'XX-2020-02',
      title: 'Amend the invented law',
      area,
      movedFrom: 'Courts (invented)',
      from: 'some',
      to: 'contrary',
      change: 'contrary',
    },
    {
      recommendation: 'XX-2020-03',
      title: 'Publish the invented report',
      area,
      movedFrom: null,
      from: null,
      to: 'stale',
      change: 'gone-stale',
    },
  ],
  total: 6,
  page: 1,
  pages: 1,
  areas: [area],
  milestones: [{ ...step, occurred: '2021-01-20', required: { met: 1, unmet: 2, unknown: 0, waived: 0 } }],
  gates: {
    opened: 1,
    closed: 0,
    items: [
      {
        recommendation: 'XX-2020-01',
        title: 'Repeal the invented law',
        milestone: { ...step, occurred: '2021-01-20' },
        required: 'some',
        from: 'unmet',
        to: 'met-at-passage',
        change: 'opened',
      },
    ],
  },
  ...over,
})
