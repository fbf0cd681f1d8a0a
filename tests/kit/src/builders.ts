import type { AssessmentFact } from '@waymark/assessment/as-of'
import type { AssessmentRow } from '@waymark/assessment/assessment'
import type { Claim } from '@waymark/assessment/claim'
import type { EvidenceItem } from '@waymark/assessment/evidence'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import type { Commitment, Linkage, Milestone, Track } from '@waymark/linkage/linkage'
import type { Actor } from '@waymark/recommendation/actor'
import type { CaseRecord } from '@waymark/recommendation/case'
import type { Area, Dossier, Round } from '@waymark/recommendation/dossier'
import type { Recommendation } from '@waymark/recommendation/recommendation'
import type { Source } from '@waymark/recommendation/source'
import type { UptakeEvent } from '@waymark/recommendation/uptake'

/**
 * Builders: each gives a valid object, plainly invented, and takes what a test wants to be different. Keys fit
 * together: every row refers to rows that `aDossierFile` has.
 */

export const aDossier = (over: Partial<Dossier> = {}): Dossier => ({
  key: 'invented',
  title: 'Invented dialogue',
  partner: 'XX',
  note: 'Plainly invented.',
  ...over,
})

export const anActor = (over: Partial<Actor> = {}): Actor => ({
  key: 'ministry',
  name: 'Invented ministry',
  kind: 'state-body',
  ...over,
})

export const aSource = (over: Partial<Source> = {}): Source => ({
  key: 'briefing',
  title: 'Invented briefing',
  publisher: 'Invented organisation',
  kind: 'synthetic',
  date: '2010',
  url: 'https://example.org/briefing',
  language: 'en',
  ...over,
})

export const anArea = (over: Partial<Area> = {}): Area => ({
  key: 'expression',
  title: 'Invented area',
  summary: 'Plainly invented.',
  order: 1,
  ...over,
})

export const aRound = (over: Partial<Round> = {}): Round => ({
  key: 'round-1',
  title: 'Invented round',
  date: '2012-11-12',
  source: 'briefing',
  ...over,
})

export const aCommitment = (over: Partial<Commitment> = {}): Commitment => ({
  key: 'must-depend',
  actor: 'eu-body',
  date: '2012-03',
  summary: 'Invented: the agreement must depend on reform.',
  source: 'briefing',
  ...over,
})

export const aTrack = (over: Partial<Track> = {}): Track => ({
  key: 'agreement',
  title: 'Invented agreement',
  ...over,
})

export const aMilestone = (over: Partial<Milestone> = {}): Milestone => ({
  key: 'signed',
  track: 'agreement',
  kind: 'signed',
  title: 'Invented agreement signed',
  planned: '2015-12',
  source: 'briefing',
  ...over,
})

export const aRecommendation = (over: Partial<Recommendation> = {}): Recommendation => ({
  ref: 'XX-2011-01',
  area: 'expression',
  title: 'Adopt an invented law',
  text: 'Adopt an invented law without permits.',
  basis: 'explicit',
  wording: 'as-issued',
  source: 'briefing',
  locator: 'page 1',
  issued: '2011-01-15',
  issuedBy: ['organisation'],
  addressees: ['ministry'],
  ...over,
})

export const aLinkage = (over: Partial<Linkage> = {}): Linkage => ({
  recommendation: 'XX-2011-01',
  milestone: 'signed',
  role: 'required',
  required: 'some',
  commitments: ['must-depend'],
  ...over,
})

export const anUptakeEvent = (over: Partial<UptakeEvent> = {}): UptakeEvent => ({
  recommendation: 'XX-2011-01',
  kind: 'raised',
  date: '2012-11-12',
  round: 'round-1',
  source: 'briefing',
  ...over,
})

export const anEvidenceItem = (over: Partial<EvidenceItem> = {}): EvidenceItem => ({
  source: 'briefing',
  locator: 'page 2',
  stance: 'supports',
  kind: 'ngo-monitoring',
  origin: 'independent-ngo',
  ...over,
})

/** Two supporting items of independent origins: enough for every level. */
export const twoOrigins = (): EvidenceItem[] => [
  anEvidenceItem(),
  anEvidenceItem({ kind: 'law-in-force', origin: 'government' }),
]

/** An assessment as a dossier file carries it. Give `state` and the level goes. */
export function anAssessment(over: Partial<AssessmentRow> = {}): AssessmentRow {
  const finding = over.state === undefined ? { level: 'limited' as const } : {}
  return {
    recommendation: 'XX-2011-01',
    effective: '2012-06-30',
    ...finding,
    rationale: 'Invented: a bill was announced.',
    confidence: 'medium',
    evidence: twoOrigins(),
    ...over,
  }
}

/** A published assessment as the rules of time see it. */
export const aFact = (over: Partial<AssessmentFact> = {}): AssessmentFact => ({
  id: 1,
  effective: '2012-06-30',
  recordedAt: '2012-07-02T09:00:00.000Z',
  finding: { level: 'limited', contrary: false },
  supersedes: null,
  withdrawnAt: null,
  ...over,
})

export const aClaim = (over: Partial<Claim> = {}): Claim => ({
  recommendation: 'XX-2011-01',
  actor: 'ministry',
  date: '2012-10',
  text: 'Invented: the law is nearly ready.',
  source: 'briefing',
  ...over,
})

export const aCase = (over: Partial<CaseRecord> = {}): CaseRecord => ({
  key: 'invented-editor',
  kind: 'person',
  publicName: 'An invented editor',
  sensitivity: 'public',
  consentBasis: 'Invented: nobody to ask.',
  summary: 'Plainly invented.',
  recommendations: ['XX-2011-01'],
  statuses: [{ status: 'detained', date: '2012-05', source: 'briefing' }],
  ...over,
})

/** A whole small dossier: one row of each table, whose references all lead somewhere. */
export const aDossierFile = (over: Partial<DossierFile> = {}): DossierFile => ({
  format: 'waymark-dossier/1',
  dossier: aDossier(),
  actors: [
    anActor(),
    anActor({ key: 'organisation', name: 'Invented organisation', kind: 'ngo' }),
    anActor({ key: 'eu-body', name: 'Invented EU institution', kind: 'eu-institution' }),
    anActor({ key: 'high-court', name: 'Invented high court', kind: 'court' }),
  ],
  sources: [aSource()],
  areas: [anArea(), anArea({ key: 'courts', title: 'Another invented area', order: 2 })],
  rounds: [aRound()],
  commitments: [aCommitment()],
  tracks: [aTrack()],
  milestones: [aMilestone()],
  recommendations: [aRecommendation()],
  linkages: [aLinkage()],
  uptake: [anUptakeEvent()],
  assessments: [anAssessment()],
  claims: [aClaim()],
  cases: [aCase()],
  ...over,
})
