import type { AssessForm, AssessmentView, Queue, RegisterRow, ReviewForm } from '../views.ts'

/** Plainly synthetic records, valid by default; a test says only what matters to it. */

const source = {
  key: 'synthetic-report',
  title: 'Synthetic report',
  publisher: 'Example Press',
  kind: 'synthetic' as const,
  date: '2020-05',
  url: 'https://example.org/report',
  language: 'en',
}

export const aSourceChoice = (key = 'synthetic-report', title = 'Synthetic report') => ({
  key,
  title,
  publisher: 'Example Press',
  date: '2020-05',
  isPublic: true,
})

export const anAssessment = (said: Partial<AssessmentView> = {}): AssessmentView => ({
  id: 7,
  dossier: 'exampleland',
  ref: 'XX-2020-01',
  title: 'Synthetic ask',
  step: null,
  finding: { level: 'some', state: null, contrary: false },
  effective: '2020-06',
  rationale: 'A synthetic reason.',
  confidence: 'medium',
  evidence: [
    {
      source,
      locator: 'page 4',
      stance: 'supports',
      kind: 'law-in-force',
      origin: 'government',
      factDate: null,
      excerpt: 'Synthetic words.',
      item: null,
    },
  ],
  workflow: 'published',
  author: 'Ann Author',
  mine: false,
  submittedAt: '2020-07-01T10:00:00.000Z',
  reviewer: 'Rita Reviewer',
  reviewedAt: '2020-07-02T10:00:00.000Z',
  comment: null,
  selfPublished: false,
  supersedes: null,
  reason: null,
  basedOn: 3,
  ...said,
})

export const anAssessForm = (said: Partial<AssessForm> = {}): AssessForm => ({
  dossier: { key: 'exampleland', title: 'Exampleland', selfPublication: false },
  ref: 'XX-2020-01',
  title: 'Synthetic ask',
  text: 'Do the synthetic thing.',
  area: 'Synthetic area',
  criterion: null,
  issued: '2020-01',
  reviewMonths: 12,
  today: '2020-08-01',
  steps: [],
  version: 4,
  standing: { kind: 'unknown', reason: 'not-assessed' },
  current: null,
  from: null,
  draft: null,
  waiting: [],
  ...said,
})

export const aReview = (said: Partial<ReviewForm> = {}): ReviewForm => ({
  assessment: anAssessment({ id: 9, workflow: 'submitted', reviewer: null, reviewedAt: null }),
  current: null,
  version: 3,
  movedOn: false,
  mayPublish: true,
  obstacle: null,
  ...said,
})

export const aQueue = (said: Partial<Queue> = {}): Queue => ({
  toReview: [],
  returnedToMe: [],
  mineInReview: [],
  drafts: [],
  ...said,
})

export const aRegisterRow = (said: Partial<RegisterRow> = {}): RegisterRow => ({
  ref: 'XX-2020-01',
  title: 'Synthetic ask',
  area: { key: 'area', title: 'Synthetic area' },
  side: 'partner',
  issued: '2020-01',
  addressees: ['Synthetic ministry'],
  left: false,
  standing: { kind: 'known', level: 'some', contrary: false },
  finding: {
    level: 'some',
    state: null,
    contrary: false,
    effective: '2020-06',
    confidence: 'medium',
    evidence: 2,
    author: 'Synthetic Analyst',
  },
  uptake: null,
  gates: { met: 0, unmet: 3, unknown: 0, waived: 0, passedWhileUnmet: 1 },
  waiting: 0,
  drafted: false,
  assigned: null,
  reviewEveryMonths: 12,
  version: 1,
  edition: 7,
  ...said,
})
