/* Plainly synthetic content for the gallery and the tests. No country, person, body or finding in it exists. */

import type { GateState } from '@waymark/linkage/gate'
import type { AreaRow } from './area-table.tsx'
import type { DistributionCounts } from './distribution.tsx'
import type { EventItem } from './event-list.tsx'
import type { MilestoneStep } from './milestone-line.tsx'
import type { RailStop } from './milestone-rail.tsx'
import type { TwoAxesWords } from './two-axes.tsx'
import type { TwoAxesData } from './two-axes-layout.ts'

export const levelWords = {
  contrary: 'Going backwards',
  none: 'No progress',
  limited: 'Limited progress',
  some: 'Some progress',
  substantial: 'Substantial progress',
  full: 'Full implementation',
  unknown: 'No current finding',
} as const

export const gateWords: Readonly<Record<GateState, string>> = {
  met: 'met, still ahead',
  unmet: 'unmet, still ahead',
  unknown: 'unknown, still ahead',
  waived: 'waived',
  'met-at-passage': 'met at passage',
  'passed-while-unmet': 'passed while unmet',
  'passed-while-unknown': 'passed while unknown',
}

export const headline: DistributionCounts = {
  contrary: 8,
  none: 14,
  limited: 7,
  some: 2,
  substantial: 1,
  full: 1,
  unknown: 5,
}

const empty: DistributionCounts = {
  contrary: 0,
  none: 0,
  limited: 0,
  some: 0,
  substantial: 0,
  full: 0,
  unknown: 0,
}

export const areas: readonly AreaRow[] = [
  {
    key: 'a',
    title: 'Specimen area one, with a title that takes two lines',
    href: '#a',
    counts: { ...empty, none: 3, limited: 1 },
    distribution: '3 no progress, 1 limited',
    coverage: '4 of 4',
    interval: { low: 6.25, high: 6.25 },
    indexLabel: 'Index 6 of 100',
    direction: '4 first findings',
  },
  {
    key: 'b',
    title: 'Specimen area two',
    href: '#b',
    counts: { ...empty, contrary: 3, none: 2, unknown: 2 },
    distribution: '3 going backwards, 2 no progress, 2 unknown',
    coverage: '5 of 7',
    interval: { low: 0, high: 28.57 },
    indexLabel: 'Index between 0 and 29 of 100',
    direction: 'one regressed, 2 unchanged',
  },
  {
    key: 'c',
    title: 'Specimen area three',
    href: '#c',
    counts: { ...empty, contrary: 1, none: 3, limited: 2, some: 1, substantial: 1, full: 1 },
    distribution: '1 going backwards, 3 no progress, 2 limited, 1 some, 1 substantial, 1 full',
    coverage: '9 of 9',
    interval: { low: 30.56, high: 30.56 },
    indexLabel: 'Index 31 of 100',
    direction: 'one advanced, 8 unchanged',
  },
  {
    key: 'd',
    title: 'Образец области с длинным русским названием, которое не помещается в одну строку',
    href: '#d',
    counts: { ...empty, unknown: 1 },
    distribution: '1 unknown',
    coverage: '0 of 1',
    interval: { low: 0, high: 100 },
    indexLabel: 'Index between 0 and 100 of 100',
    direction: 'nothing to compare',
  },
  {
    key: 'e',
    title: 'Specimen area where nothing applies',
    href: '#e',
    counts: empty,
    distribution: 'nothing applicable',
    coverage: '0 of 0',
    interval: null,
    indexLabel: '',
    direction: 'nothing to compare',
  },
]

export const largeAreas: readonly AreaRow[] = [
  {
    key: 'f',
    title: 'A large specimen area',
    href: '#f',
    counts: { contrary: 9, none: 12, limited: 6, some: 4, substantial: 2, full: 1, unknown: 7 },
    distribution: '9 going backwards, 12 no progress, 6 limited, 4 some, 2 substantial, 1 full, 7 unknown',
    coverage: '34 of 41',
    interval: { low: 14.6, high: 31.7 },
    indexLabel: 'Index between 15 and 32 of 100',
    direction: '2 advanced, 1 regressed',
  },
  {
    key: 'g',
    title: 'A small one beside it',
    href: '#g',
    counts: { ...empty, contrary: 2, limited: 5, full: 3 },
    distribution: '2 going backwards, 5 limited, 3 full',
    coverage: '10 of 10',
    interval: { low: 42.5, high: 42.5 },
    indexLabel: 'Index 43 of 100',
    direction: '10 unchanged',
  },
]

export const rail: readonly RailStop[] = [
  {
    key: 'm1',
    kind: 'milestone',
    at: '2011-06-20',
    href: '?asOf=2011-06-20',
    title: 'Talks opened, 20 June 2011',
    short: 'talks open',
  },
  {
    key: 'r1',
    kind: 'round',
    at: '2011-11-08',
    href: '?asOf=2011-11-08',
    title: 'Round one, 8 November 2011',
  },
  {
    key: 'm2',
    kind: 'milestone',
    at: '2013-10-09',
    href: '?asOf=2013-10-09',
    title: 'Talks resumed, 9 October 2013',
    short: 'resume',
  },
  {
    key: 'r2',
    kind: 'round',
    at: '2013-11-27',
    href: '?asOf=2013-11-27',
    title: 'Round two, 27 November 2013',
  },
  {
    key: 'm3',
    kind: 'milestone',
    at: '2014-10-09',
    href: '?asOf=2014-10-09',
    title: 'Talks concluded, 9 October 2014',
    short: 'concluded',
  },
  {
    key: 'r3',
    kind: 'round',
    at: '2014-11-12',
    href: '?asOf=2014-11-12',
    title: 'Round three, 12 November 2014',
  },
  {
    key: 'm4',
    kind: 'milestone',
    at: '2015-12-21',
    href: '?asOf=2015-12-21',
    title: 'Signed, 21 December 2015',
    short: 'signed',
  },
  {
    key: 'm5',
    kind: 'milestone',
    at: '2016-05-01',
    href: '?asOf=2016-05-01',
    title: 'Applied in part, 1 May 2016',
    short: 'applied in part',
  },
  {
    key: 'r4',
    kind: 'round',
    at: '2016-11-23',
    href: '?asOf=2016-11-23',
    title: 'Round four, 23 November 2016',
  },
  {
    key: 'm6',
    kind: 'milestone',
    at: '2017-12-12',
    href: '?asOf=2017-12-12',
    title: 'Parliament consents, 12 December 2017',
    short: 'Parliament consents',
  },
  {
    key: 'm7',
    kind: 'milestone',
    at: '2020-03-01',
    href: '?asOf=2020-03-01',
    title: 'In force, 1 March 2020',
    short: 'in force',
  },
  { key: 'r5', kind: 'round', at: '2024-12-31', href: '?asOf=2024-12-31', title: 'Round five, 2024' },
  { key: 'r6', kind: 'round', at: '2025-03-06', href: '?asOf=2025-03-06', title: 'Round six, 6 March 2025' },
]

export const axes: TwoAxesData = {
  asOf: '2017-06-30',
  stages: ['Proposed by NGOs', 'Raised', 'Stated publicly', 'Adopted in an EU text', 'Committed to'],
  uptake: [
    { key: 'u1', at: '2013-11-27', stage: 0, label: 'specimen briefing, 27 Nov 2013' },
    { key: 'u2', at: '2013-11-27', stage: 1, label: 'round two, 27 Nov 2013' },
    { key: 'u3', at: '2016-03-10', stage: 3, label: 'specimen resolution, 10 Mar 2016' },
  ],
  findings: [
    {
      key: 'f1',
      at: '2013-11-27',
      place: 'contrary',
      label: 'specimen court refuses to review',
      staleFrom: '2014-11-27',
    },
    {
      key: 'f2',
      at: '2015-07-27',
      place: 'contrary',
      label: 'stricter specimen regime',
      staleFrom: '2016-07-27',
    },
    { key: 'f3', at: '2016-08-19', place: 'some', label: 'specimen release' },
  ],
  claims: [{ key: 'c1', at: '2013-08-05', label: '“no grounds”, says the specimen court' }],
  milestones: [
    { key: 'm2', at: '2013-10-09', title: 'Talks resume', date: '9 Oct 2013' },
    { key: 'm3', at: '2014-10-09', title: 'Talks concluded', date: '9 Oct 2014', gate: 'passed-while-unmet' },
    { key: 'm4', at: '2015-12-21', title: 'Signed', date: '21 Dec 2015', gate: 'passed-while-unmet' },
    { key: 'm5', at: '2016-05-01', title: 'Applied in part', date: '1 May 2016' },
    { key: 'm6', at: '2017-12-12', title: 'Parliament consents', date: '12 Dec 2017', gate: 'met' },
    { key: 'm7', at: null, title: 'In force', date: '' },
  ],
}

export const axesWords: TwoAxesWords = {
  title: 'Two axes over time, 2013 to 2017',
  description:
    'Uptake: proposed and raised in November 2013, adopted in March 2016. Implementation: going backwards from November 2013, some progress from August 2016.',
  region: 'Timeline, scrolls sideways on narrow screens',
  uptakeTitle: 'Did the EU take it up?',
  implementationTitle: 'Did the specimen state do it?',
  asOf: '30 June 2017',
  ahead: 'ahead, no date set',
  outOfDate: 'out of date',
  noFinding: 'No current finding',
  claims: 'Claims',
  places: {
    contrary: 'Going backwards',
    none: 'None',
    limited: 'Limited',
    some: 'Some',
    substantial: 'Substantial',
    full: 'Full',
  },
  gates: gateWords,
}

export const events: readonly EventItem[] = [
  {
    key: 'c1',
    mark: 'claim',
    date: '5 August 2013',
    kind: 'Claim',
    text: '“No grounds”, says the specimen court',
  },
  { key: 'm2', mark: 'milestone', date: '9 October 2013', kind: 'Agreement', text: 'Talks resume' },
  {
    key: 'u1',
    mark: 'uptake',
    date: '27 November 2013',
    kind: 'EU uptake',
    text: 'Proposed in a specimen briefing',
  },
  {
    key: 'f1',
    mark: 'contrary',
    date: '27 November 2013',
    kind: 'Finding',
    text: 'Going backwards: the specimen court refused to review',
  },
  {
    key: 'm3',
    mark: 'passed-while-unmet',
    date: '9 October 2014',
    kind: 'Agreement',
    text: 'Talks concluded: passed while unmet',
  },
  {
    key: 'm6',
    mark: 'milestone-ahead',
    date: 'ahead, no date set',
    kind: 'Agreement',
    text: 'The Parliament’s consent',
  },
]

export const steps: readonly MilestoneStep[] = [
  { key: 'm1', at: '2011-06-20', title: 'Talks opened', date: 'June 2011', href: '#m1' },
  {
    key: 'm2',
    at: '2013-10-09',
    title: 'Talks resume in the specimen capital',
    date: '9 October 2013',
    href: '#m2',
  },
  {
    key: 'm3',
    at: '2014-10-09',
    title: 'Talks concluded',
    date: '9 October 2014',
    href: '#m3',
    gate: 'passed-while-unmet',
    note: '15 of 18 unmet',
  },
  { key: 'm8', at: '2015-01-20', title: 'Initialled', date: '20 January 2015', href: '#m8' },
  {
    key: 'm4',
    at: '2015-12-21',
    title: 'Agreement signed',
    date: '21 December 2015',
    href: '#m4',
    gate: 'passed-while-unmet',
    note: '8 of 18 unmet',
  },
  {
    key: 'm5',
    at: '2016-05-01',
    title: 'Provisional application of the agreement starts',
    date: '1 May 2016',
    href: '#m5',
  },
  {
    key: 'm6',
    at: '2017-12-12',
    title: 'Consent of the Parliament',
    date: '12 December 2017',
    href: '#m6',
    gate: 'unmet',
    note: '5 of 13 unmet',
  },
  { key: 'm7', at: '2020-03-01', title: 'Entry into force', date: '1 March 2020', href: '#m7' },
]
