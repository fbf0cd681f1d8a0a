import type { Timeline } from '@waymark/api/features/timeline/timeline.view'
import { aFrame } from './views.ts'

export const aTimeline = (over: Partial<Timeline> = {}): Timeline => ({
  frame: aFrame(),
  span: { from: '2011-01', to: '2022-12', unit: 'year' },
  whole: { from: '2011-01', to: '2022-12' },
  rounds: [{ key: 'round-1', title: 'Invented round 1', date: '2020-11-12' }],
  milestones: [
    {
      key: 'signed',
      track: { key: 'new', title: 'Invented agreement' },
      kind: 'signed',
      title: 'Invented signature',
      date: '2015-12-21',
      state: 'occurred',
    },
    {
      key: 'consent',
      track: { key: 'new', title: 'Invented agreement' },
      kind: 'parliament-consent',
      title: 'Invented parliament approves by a narrow vote',
      date: '2022',
      state: 'planned',
    },
  ],
  commitments: [
    { key: 'must', date: '2012-03-15', actor: 'Invented body', summary: 'Must depend on reform.' },
  ],
  uptake: [
    { from: '2019-01-01', to: '2019-12-31', kind: 'adopted', count: 412, events: [] },
    {
      from: '2020-01-01',
      to: '2020-12-31',
      kind: 'stated',
      count: 1,
      events: [{ ref: 'XX-2020-01', title: 'Repeal the invented law', date: '2020-11' }],
    },
  ],
  changes: [{ from: '2020-01-01', to: '2020-12-31', advanced: 3, regressed: 1, contrary: 2 }],
  ...over,
})
