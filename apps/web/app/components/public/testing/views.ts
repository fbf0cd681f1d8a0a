import type { Frame } from '@waymark/api/common/frame.view'
import type { GateView, MilestoneView, PublishedFinding, SourceRef } from '@waymark/api/common/refs.view'
import type { LeverageLine, StepView } from '@waymark/api/features/linkage/linkage.view'
import type {
  RecommendationDetail,
  RecommendationRow,
} from '@waymark/api/features/recommendation/recommendation.view'
import type { CaseList } from '../cases-page.tsx'
import type { Consistency } from '../consistency-page.tsx'
import type { LinkageList } from '../linkage-page.tsx'
import type { LinkageMatrixView } from '../linkage-words.ts'
import type { Overview } from '../scorecard-page.tsx'
import type { SourceList } from '../sources-page.tsx'

/** Views as the API gives them, plainly invented. Each builder is valid by default; a test says what matters. */

export const aFrame = (over: Partial<Frame> = {}): Frame => ({
  dossier: {
    key: 'utopia',
    title: 'EU–Utopia dialogue (invented)',
    partner: 'XX',
    note: 'An invented note on this dossier.',
  },
  cut: { dossier: 'utopia', asOf: '2021-06-30', knownAt: '2026-03-02T10:00:00.000Z', method: 'm1' },
  today: '2026-03-02',
  knownAtChosen: false,
  beginsAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-03-01T10:00:00.000Z',
  moments: [
    {
      day: '2020-11-12',
      date: '2020-11-12',
      kind: 'round',
      step: null,
      key: 'round-1',
      title: 'Invented round 1',
    },
    {
      day: '2022-01-20',
      date: '2022-01-20',
      kind: 'milestone',
      step: 'signed',
      key: 'signed',
      title: 'Invented agreement signed',
    },
  ],
  ...over,
})

export const aSource = (over: Partial<SourceRef> = {}): SourceRef => ({
  key: 'report',
  title: 'Invented report',
  publisher: 'Invented publisher',
  kind: 'ngo',
  date: '2020-05',
  url: 'https://example.org/report',
  language: 'en',
  ...over,
})

export const aMilestone = (over: Partial<MilestoneView> = {}): MilestoneView => ({
  key: 'signed',
  track: { key: 'agreement', title: 'Invented agreement' },
  kind: 'signed',
  title: 'Invented agreement signed',
  planned: null,
  occurred: null,
  cancelled: null,
  source: aSource(),
  locator: 'page 2',
  required: { met: 0, unmet: 1, unknown: 0, waived: 0 },
  listed: 0,
  ...over,
})

export const aGate = (over: Partial<GateView> = {}): GateView => ({
  recommendation: {
    ref: 'XX-2020-01',
    title: 'Repeal the invented law',
    side: 'partner',
    area: { key: 'expression', title: 'Expression (invented)' },
  },
  milestone: {
    key: 'signed',
    kind: 'signed',
    track: 'Invented agreement',
    title: 'Invented agreement signed',
    occurred: null,
    planned: null,
    cancelled: null,
  },
  role: 'required',
  required: 'some',
  state: 'unmet',
  since: null,
  at: '2021-06-30',
  standingAt: { kind: 'known', level: 'none', contrary: false },
  standingNow: { kind: 'known', level: 'none', contrary: false },
  assessed: '2021-01-15',
  note: null,
  commitments: [
    {
      key: 'must-depend',
      date: '2020-03-10',
      summary: 'Invented: the agreement must depend on reform.',
      actor: 'Invented EU institution',
      source: aSource({ key: 'eu-text', title: 'Invented EU text' }),
      locator: 'paragraph 4',
    },
  ],
  waivers: [],
  ...over,
})

export const aFinding = (over: Partial<PublishedFinding> = {}): PublishedFinding & { staleFrom: string } => ({
  finding: { level: 'limited', state: null, contrary: false },
  effective: '2021-01-15',
  rationale: 'A bill was announced (invented).',
  confidence: 'medium',
  recordedAt: '2026-01-01T00:00:00.000Z',
  fate: 'stands',
  correctionReason: null,
  evidence: [
    {
      source: aSource({ key: 'gazette', title: 'Вымышленный вестник', language: 'ru' }),
      locator: 'page 7',
      stance: 'supports',
      kind: 'draft-law',
      origin: 'government',
      factDate: '2021-01-15',
      excerpt: null,
    },
  ],
  ...over,
  staleFrom: '2022-01-16',
})

export const aRow = (over: Partial<RecommendationRow> = {}): RecommendationRow => ({
  ref: 'XX-2020-01',
  title: 'Repeal the invented law',
  area: { key: 'expression', title: 'Expression (invented)' },
  side: 'partner',
  basis: 'explicit',
  wording: 'as-issued',
  issued: '2020-11-12',
  left: false,
  standing: { kind: 'known', level: 'limited', contrary: false },
  finding: { level: 'limited', state: null, contrary: false, effective: '2021-01-15', evidence: 1 },
  uptake: { kind: 'raised', date: '2020-11-12' },
  progress: {
    since: { event: 'proposed', date: '2020-05-12' },
    gap: { months: 6, days: 0 },
    waiting: null,
    exact: true,
  },
  asks: 1,
  gates: { met: 0, unmet: 1, unknown: 0, waived: 0, passedWhileUnmet: 0 },
  ...over,
})

export const aRecommendation = (over: Partial<RecommendationDetail> = {}): RecommendationDetail => ({
  frame: aFrame(),
  ref: 'XX-2020-01',
  title: 'Repeal the invented law',
  text: 'Repeal the invented law without delay.',
  area: { key: 'expression', title: 'Expression (invented)' },
  side: 'partner',
  basis: 'explicit',
  wording: 'as-issued',
  issued: '2020-11-12',
  issuedBy: [{ key: 'ngo', name: 'Invented organisation', kind: 'ngo' }],
  addressees: [{ key: 'ministry', name: 'Invented ministry', kind: 'state-body' }],
  responsible: [],
  source: aSource(),
  locator: 'paragraph 3',
  criterion: 'The law is repealed.',
  reviewEveryMonths: 12,
  left: null,
  lineage: [],
  line: [
    { ref: 'XX-2019-01', title: 'Amend the invented law', issued: '2019-05', left: null, links: [] },
    {
      ref: 'XX-2020-01',
      title: 'Repeal the invented law',
      issued: '2020-11-12',
      left: null,
      links: [{ kind: 'continues', ref: 'XX-2019-01' }],
    },
  ],
  roundsAsked: [{ key: 'round-1', title: 'Invented round 1', date: '2020-11-12' }],
  standing: { kind: 'known', level: 'limited', contrary: false },
  current: aFinding(),
  direction: 'first',
  history: [aFinding()],
  steps: [],
  uptake: [
    {
      kind: 'raised',
      date: '2020-11-12',
      forum: null,
      round: { key: 'round-1', title: 'Invented round 1' },
      source: aSource(),
      locator: null,
      note: null,
    },
  ],
  progress: {
    stage: { kind: 'raised', date: '2020-11-12' },
    since: { event: 'proposed', date: '2020-05-12' },
    gap: { months: 6, days: 0 },
    waiting: null,
    exact: true,
  },
  claims: [],
  gates: [aGate()],
  cases: [
    {
      key: 'editor',
      kind: 'person',
      name: 'Редактор Выдуманный',
      status: { status: 'on-trial', date: '2021' },
    },
  ],
  version: 1,
  ...over,
})

const none = { none: 0, limited: 0, some: 0, substantial: 0, full: 0, contrary: 0, unknown: 0 }

export const anOverview = (over: Partial<Overview> = {}): Overview => {
  const figures = {
    distribution: { ...none, full: 1, some: 1, none: 1, unknown: 1 },
    notApplicable: 0,
    coverage: { assessed: 3, applicable: 4 },
    index: { low: 37.5, high: 62.5 },
  }
  return {
    frame: aFrame(),
    score: {
      dossier: 'utopia',
      asOf: '2021-06-30',
      knownAt: '2026-03-02T10:00:00.000Z',
      method: 'm1',
      overall: { ...figures, pooledIndex: { low: 37.5, high: 62.5 } },
      areas: [{ key: 'expression', title: 'Expression (invented)', ...figures }],
      euSide: {
        distribution: { ...none, unknown: 2 },
        notApplicable: 0,
        coverage: { assessed: 0, applicable: 2 },
        index: { low: 0, high: 100 },
      },
    },
    beside: [],
    since: { key: 'round-1', title: 'Invented round 1', date: '2020-11-12' },
    movement: [{ area: 'expression', movement: { advanced: 1, regressed: 0, unchanged: 1, first: 1 } }],
    ahead: [aMilestone()],
    ...over,
  }
}

export const aStep = (over: Partial<StepView> = {}): StepView => {
  const { source: _, locator: __, listed: ___, ...step } = aMilestone()
  return { ...step, ...over }
}

const aLinkageHead = () => ({
  frame: aFrame(),
  areas: [{ key: 'expression', title: 'Expression (invented)' }],
  tracks: [{ key: 'agreement', title: 'Invented agreement' }],
  passage: { steps: 0, unmet: 0, unmetSteps: 0 },
  leverage: { lines: [aLeverageLine()], total: 1 },
  only: { milestone: null, commitment: null, actor: null },
  links: 1,
  page: 1,
  pages: 1,
})

export const aLeverageLine = (over: Partial<LeverageLine> = {}): LeverageLine => ({
  milestone: aStep(),
  overdue: false,
  unmet: 1,
  unknown: 0,
  gates: [
    {
      ref: 'XX-2020-01',
      title: 'Repeal the invented law',
      area: { key: 'expression', title: 'Expression (invented)' },
      required: 'some',
      state: 'unmet',
      standing: { kind: 'known', level: 'none', contrary: false },
      assessed: '2021-01-15',
      commitments: ['must-depend'],
    },
  ],
  ...over,
})

export const aLinkage = (over: Partial<LinkageList> = {}): LinkageList => ({
  ...aLinkageHead(),
  milestones: [aStep()],
  gates: [aGate()],
  ...over,
})

export const aMatrix = (over: Partial<LinkageMatrixView> = {}): LinkageMatrixView => ({
  ...aLinkageHead(),
  total: 1,
  columns: [aStep()],
  rows: [
    {
      ref: 'XX-2020-01',
      title: 'Repeal the invented law',
      side: 'partner',
      area: { key: 'expression', title: 'Expression (invented)' },
      cells: [
        {
          milestone: 'signed',
          role: 'required',
          required: 'some',
          state: 'unmet',
          since: null,
          standingAt: { kind: 'known', level: 'none', contrary: false },
        },
      ],
    },
  ],
  ...over,
})

const noConditions = {
  conditions: 0,
  met: 0,
  unmet: 0,
  unknown: 0,
  waived: 0,
  'met-at-passage': 0,
  'passed-while-unmet': 0,
  'passed-while-unknown': 0,
}

export const aConsistency = (over: Partial<Consistency> = {}): Consistency => {
  const [statement] = aGate().commitments
  const counts = { ...noConditions, conditions: 3, unmet: 1, 'passed-while-unmet': 2 }
  return {
    frame: aFrame(),
    attributed: counts,
    institutions: [
      {
        actor: { key: 'eu', name: 'Invented EU institution' },
        counts,
        commitments: [
          {
            key: 'must-depend',
            date: '2020-03-10',
            summary: statement?.summary ?? '',
            source: aSource({ key: 'eu-text', title: 'Invented EU text' }),
            locator: 'paragraph 4',
            counts,
            shared: 1,
          },
          {
            key: 'spoken',
            date: '2020-04',
            summary: 'Invented: reform will be looked at.',
            source: aSource(),
            locator: null,
            counts: { ...noConditions, conditions: 1, unmet: 1 },
            shared: 1,
          },
        ],
      },
    ],
    unattributed: { ...noConditions, conditions: 1, waived: 1 },
    ...over,
  }
}

export const aSourceList = (over: Partial<SourceList> = {}): SourceList => ({
  frame: aFrame(),
  sources: [
    {
      ...aSource(),
      file: null,
      recommendations: [{ ref: 'XX-2020-01', title: 'Repeal the invented law', locator: 'paragraph 3' }],
      evidence: [],
      uptake: [],
      commitments: [],
      milestones: [],
      rounds: [],
      claims: [],
      cases: [],
    },
  ],
  total: 1,
  page: 1,
  pages: 1,
  ...over,
})

export const aCase = (): CaseList['cases'][number] => ({
  key: 'editor',
  address: 'c0123456789ab',
  kind: 'person',
  name: 'Редактор Выдуманный',
  summary: 'Plainly invented editor.',
  recommendations: [{ ref: 'XX-2020-01', title: 'Repeal the invented law' }],
  statuses: [{ status: 'on-trial', date: '2021', source: aSource(), note: 'page 2' }],
})

export const aCaseList = (over: Partial<CaseList> = {}): CaseList => ({
  frame: aFrame(),
  cases: [aCase()],
  ...over,
})
