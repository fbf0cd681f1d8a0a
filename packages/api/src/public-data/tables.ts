import type { CsvValue } from '@waymark/exchange/formats/csv'
import type { OverallRule } from '@waymark/scoring/method'
import { getMethod } from '@waymark/scoring/methods/registry'
import type { z } from 'zod'
import type { Cut } from '../common/cut.ts'
import type { caseList } from '../features/case/case.view.ts'
import type { ChangeData } from '../features/change/change.view.ts'
import type { linkageData } from '../features/linkage/linkage.view.ts'
import type { milestoneDetail, milestoneList } from '../features/milestone/milestone.view.ts'
import type {
  RecommendationDetail,
  recommendationList,
} from '../features/recommendation/recommendation.view.ts'
import type { roundList } from '../features/round/round.view.ts'
import type { AreaSeries, Scorecard } from '../features/score/score.view.ts'
import type { sourceList } from '../features/source/source.view.ts'
import { timelineHeaders } from './timeline-table.ts'

/** A table of a public view: one object a row, the same keys in each. Every row carries its cut, so that it never stands alone. */
export type Rows = readonly Readonly<Record<string, CsvValue>>[]

const cutColumns = ({ asOf, knownAt, method }: Cut) => ({ asOf, knownAt, method })

type Standing = RecommendationDetail['standing']
export const standingWord = (s: Standing): string =>
  s.kind === 'known' ? (s.contrary ? 'contrary' : s.level) : s.kind === 'unknown' ? s.reason : s.state

const overallTitles: Record<OverallRule, string> = {
  'mean-of-areas': 'Mean of areas',
  'mean-of-items': 'Mean of recommendations',
}

/** A row an area and day. */
export const listAreaRows = ({ frame, points, areas }: AreaSeries): Rows =>
  areas.flatMap(({ key, title, figures }) =>
    figures.map(({ index, coverage }, i) => ({
      area: key,
      title,
      date: points[i]?.day ?? null,
      occasion: points[i]?.kind ?? null,
      occasionTitle: points[i]?.title ?? null,
      assessed: coverage.assessed,
      applicable: coverage.applicable,
      indexLow: index?.low ?? null,
      indexHigh: index?.high ?? null,
      ...cutColumns(frame.cut),
    })),
  )

export function listScoreRows(s: Scorecard): Rows {
  const row = (scope: string, key: string, title: string, f: Scorecard['euSide']) => ({
    scope,
    key,
    title,
    ...f.distribution,
    notApplicable: f.notApplicable,
    assessed: f.coverage.assessed,
    applicable: f.coverage.applicable,
    indexLow: f.index?.low ?? null,
    indexHigh: f.index?.high ?? null,
    ...cutColumns(s),
  })
  return [
    ...s.areas.map((a) => row('area', a.key, a.title, a)),
    row('overall', s.dossier, overallTitles[getMethod(s.method)?.overall ?? 'mean-of-areas'], s.overall),
    {
      ...row('pooled', s.dossier, overallTitles['mean-of-items'], s.overall),
      indexLow: s.overall.pooledIndex?.low ?? null,
      indexHigh: s.overall.pooledIndex?.high ?? null,
    },
    row('eu-side', s.dossier, 'Asked of the EU', s.euSide),
  ]
}

export const listRecommendationRows = ({ rows, frame }: z.infer<typeof recommendationList>): Rows =>
  rows.map((r) => ({
    ref: r.ref,
    title: r.title,
    area: r.area.key,
    areaTitle: r.area.title,
    side: r.side,
    basis: r.basis,
    wording: r.wording,
    issued: r.issued,
    replaced: r.left,
    standing: standingWord(r.standing),
    level: r.finding?.level ?? null,
    state: r.finding?.state ?? null,
    contrary: r.finding?.contrary ?? null,
    effective: r.finding?.effective ?? null,
    evidence: r.finding?.evidence ?? null,
    uptake: r.uptake?.kind ?? null,
    uptakeDate: r.uptake?.date ?? null,
    uptakeSince: r.progress.since.date,
    uptakeMonths: r.progress.gap?.months ?? null,
    waitingMonths: r.progress.waiting?.months ?? null,
    asks: r.asks,
    gatesMet: r.gates.met,
    gatesUnmet: r.gates.unmet,
    gatesUnknown: r.gates.unknown,
    gatesWaived: r.gates.waived,
    passedWhileUnmet: r.gates.passedWhileUnmet,
    ...cutColumns(frame.cut),
  }))

export const listHistoryRows = (r: RecommendationDetail): Rows =>
  r.history.map((f) => ({
    ref: r.ref,
    effective: f.effective,
    level: f.finding.level,
    state: f.finding.state,
    contrary: f.finding.contrary,
    confidence: f.confidence,
    rationale: f.rationale,
    evidence: f.evidence.map((e) => `${e.stance}: ${e.source.key}`).join('; '),
    recordedAt: f.recordedAt,
    fate: f.fate,
    ...cutColumns(r.frame.cut),
  }))

export const listGateRows = (l: z.infer<typeof linkageData>): Rows =>
  l.gates.map((g) => ({ ...g, commitments: g.commitments.join(' '), ...cutColumns(l) }))

const milestoneRow = (m: z.infer<typeof milestoneList>['milestones'][number]) => ({
  key: m.key,
  track: m.track.key,
  kind: m.kind,
  title: m.title,
  planned: m.planned,
  occurred: m.occurred,
  requiredMet: m.required.met,
  requiredUnmet: m.required.unmet,
  requiredUnknown: m.required.unknown,
  requiredWaived: m.required.waived,
  listed: m.listed,
  source: m.source.key,
})

export const listMilestoneRows = ({ milestones, frame }: z.infer<typeof milestoneList>): Rows =>
  milestones.map((m) => ({ ...milestoneRow(m), ...cutColumns(frame.cut) }))

export const listMilestoneGateRows = ({ gates, milestone, frame }: z.infer<typeof milestoneDetail>): Rows =>
  gates.map((g) => ({
    milestone: milestone.key,
    recommendation: g.recommendation.ref,
    title: g.recommendation.title,
    side: g.recommendation.side,
    role: g.role,
    required: g.required,
    state: g.state,
    since: g.since,
    evaluatedOn: g.at,
    standingThen: standingWord(g.standingAt),
    standingNow: standingWord(g.standingNow),
    commitments: g.commitments.map((c) => c.key).join(' '),
    ...cutColumns(frame.cut),
  }))

/** One row an item that changed; the moments stand beside the cut, since a row's `from` and `to` are standings. */
export const listChangeRows = (c: ChangeData): Rows =>
  c.items.map((item) => ({
    ...item,
    clock: c.clock,
    fromMoment: c.from,
    toMoment: c.to,
    fromMethod: c.fromMethod,
    ...cutColumns(c),
  }))

export const listCaseRows = ({ cases, frame }: z.infer<typeof caseList>): Rows =>
  cases.flatMap((c) =>
    (c.statuses.length > 0 ? c.statuses : [null]).map((s) => ({
      key: c.key,
      kind: c.kind,
      name: c.name,
      status: s?.status ?? null,
      date: s?.date ?? null,
      source: s?.source.key ?? null,
      note: s?.note ?? null,
      recommendations: c.recommendations.map((r) => r.ref).join(' '),
      ...cutColumns(frame.cut),
    })),
  )

export const listRoundRows = ({ rounds, frame }: z.infer<typeof roundList>): Rows =>
  rounds.map((r) => ({
    key: r.key,
    title: r.title,
    date: r.date,
    place: r.place,
    source: r.source.key,
    recommendationsInForce: r.inForce,
    ...r.flow,
    takenUp: r.uptake.map((u) => `${u.kind}: ${u.ref}`).join('; '),
    ...cutColumns(frame.cut),
  }))

export const listSourceRows = ({ sources, frame }: z.infer<typeof sourceList>): Rows =>
  sources.map((s) => ({
    key: s.key,
    title: s.title,
    publisher: s.publisher,
    kind: s.kind,
    date: s.date,
    url: s.url,
    language: s.language,
    recommendations: s.recommendations.length,
    evidence: s.evidence.length,
    uptake: s.uptake.length,
    commitments: s.commitments.length,
    milestones: s.milestones.length,
    rounds: s.rounds.length,
    claims: s.claims.length,
    cases: s.cases.length,
    ...cutColumns(frame.cut),
  }))

const cutHeaders = ['asOf', 'knownAt', 'method'] as const

/** The columns of each table, in order: a table has its header also when it has no rows. A test holds them to the rows. */
export const headers = {
  score: [
    'scope',
    'key',
    'title',
    'none',
    'limited',
    'some',
    'substantial',
    'full',
    'contrary',
    'unknown',
    'notApplicable',
    'assessed',
    'applicable',
    'indexLow',
    'indexHigh',
    ...cutHeaders,
  ],
  areas: [
    'area',
    'title',
    'date',
    'occasion',
    'occasionTitle',
    'assessed',
    'applicable',
    'indexLow',
    'indexHigh',
    ...cutHeaders,
  ],
  recommendations: [
    'ref',
    'title',
    'area',
    'areaTitle',
    'side',
    'basis',
    'wording',
    'issued',
    'replaced',
    'standing',
    'level',
    'state',
    'contrary',
    'effective',
    'evidence',
    'uptake',
    'uptakeDate',
    'uptakeSince',
    'uptakeMonths',
    'waitingMonths',
    'asks',
    'gatesMet',
    'gatesUnmet',
    'gatesUnknown',
    'gatesWaived',
    'passedWhileUnmet',
    ...cutHeaders,
  ],
  history: [
    'ref',
    'effective',
    'level',
    'state',
    'contrary',
    'confidence',
    'rationale',
    'evidence',
    'recordedAt',
    'fate',
    ...cutHeaders,
  ],
  gates: ['recommendation', 'milestone', 'role', 'required', 'state', 'since', 'commitments', ...cutHeaders],
  milestones: [
    'key',
    'track',
    'kind',
    'title',
    'planned',
    'occurred',
    'requiredMet',
    'requiredUnmet',
    'requiredUnknown',
    'requiredWaived',
    'listed',
    'source',
    ...cutHeaders,
  ],
  milestoneGates: [
    'milestone',
    'recommendation',
    'title',
    'side',
    'role',
    'required',
    'state',
    'since',
    'evaluatedOn',
    'standingThen',
    'standingNow',
    'commitments',
    ...cutHeaders,
  ],
  changes: [
    'recommendation',
    'from',
    'to',
    'change',
    'clock',
    'fromMoment',
    'toMoment',
    'fromMethod',
    ...cutHeaders,
  ],
  cases: ['key', 'kind', 'name', 'status', 'date', 'source', 'note', 'recommendations', ...cutHeaders],
  rounds: [
    'key',
    'title',
    'date',
    'place',
    'source',
    'recommendationsInForce',
    'proposals',
    'raised',
    'texts',
    'commitments',
    'takenUp',
    ...cutHeaders,
  ],
  timeline: [...timelineHeaders, ...cutHeaders],
  sources: [
    'key',
    'title',
    'publisher',
    'kind',
    'date',
    'url',
    'language',
    'recommendations',
    'evidence',
    'uptake',
    'commitments',
    'milestones',
    'rounds',
    'claims',
    'cases',
    ...cutHeaders,
  ],
} as const satisfies Record<string, readonly string[]>
