import { appRouter } from '@waymark/api/router'
import { type BriefingPlaces, buildBriefingInputs } from './briefing-calls.ts'
import { buildCaseInputs, type CasePlaces } from './case-inputs.ts'
import { buildCodingInputs } from './coding-inputs.ts'
import { buildEditionInputs, type EditionPlaces } from './edition-calls.ts'
import { buildEvidenceInputs } from './evidence-inputs.ts'
import { buildMeetingInputs, type MeetingPlaces } from './meeting-calls.ts'
import type { Caller } from './open-test-record.ts'
import { buildRecommendationInputs } from './recommendation-inputs.ts'
import { buildRegisterInputs } from './register-inputs.ts'
import { buildTableInputs } from './table-inputs.ts'
import { buildTogetherInputs } from './together-inputs.ts'
import { aTranslationTable, emptyPlan } from './translation-calls.ts'

type Definition = {
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly meta?: { readonly permission?: string }
  readonly inputs: readonly unknown[]
  readonly output?: unknown
}

/** Every procedure of the router by its path, with what it says of itself. */
export const procedures: Readonly<Record<string, Definition>> = Object.fromEntries(
  Object.entries(appRouter._def.procedures).map(([path, procedure]) => [
    path,
    (procedure as unknown as { _def: Definition })._def,
  ]),
)

/** Calls a procedure by its path. */
export function callProcedure(caller: Caller, path: string, input: unknown): Promise<unknown> {
  let at: unknown = caller
  for (const name of path.split('.')) at = (at as Record<string, unknown>)[name]
  return (at as (input: unknown) => Promise<unknown>)(input)
}

/** What a valid input names: rows of the invented dossier after some work. */
export type Places = {
  /** An assessment that waits for review, written by somebody who is not an actor of the tests. */
  readonly waiting: number
  /** A published one. */
  readonly published: number
  /** Version of the record of XX-2011-01. */
  readonly version: number
  /** Versions of the link of XX-2011-01 to the milestone `signed`, of that milestone, and of the commitment `must-depend`. */
  readonly link: number
  readonly milestone: number
  readonly commitment: number
  /** A waiver of that link that has ended. */
  readonly waiver: { readonly waiver: number; readonly version: number }
  /** A move of that milestone. */
  readonly event: number
  /** An uptake event of XX-2011-01. */
  readonly uptake: { readonly event: number; readonly version: number }
  /** A file of the dossier, and an item of evidence that nothing rests on. */
  readonly file: number
  readonly item: { readonly id: number; readonly version: number }
  /** Claims and cases. */
  readonly cases: CasePlaces
  /** The address of a case that is public. */
  readonly caseAddress: string
  readonly editions: EditionPlaces
  readonly meetings: MeetingPlaces
  readonly briefings: BriefingPlaces
  /** A member whom nobody needs. */
  readonly userId: string
  /** A file that the administrator brought, not looked at yet. */
  readonly job: string
  /** An assessment that waits, and that the administrator has taken up to rate. */
  readonly toCode: number
  /** The version of XX-2011-01 that is in force. */
  readonly recommendation: number
  /** A notification of the administrator. */
  readonly notification: string
}

const dossier = 'invented'
const ref = 'XX-2011-01'
const aNewSource = {
  title: 'Invented communiqué',
  publisher: 'Invented EU institution',
  kind: 'eu-official',
  date: '2013-05',
  url: 'https://example.org/communique',
  language: 'en',
}
const cited = { source: 'briefing', locator: 'page 4' }
const statement = { actor: 'eu-body', date: '2013-05', summary: 'Invented: it must depend.', ...cited }
const uptake = { kind: 'stated', date: '2013-05', round: 'round-1', forum: 'Invented', note: 'Invented.' }
const reason = 'Invented reason.'

/** A valid input of every procedure. One that is missing here fails the contract test. */
export const buildInputs = (p: Places): Readonly<Record<string, Record<string, unknown>>> => ({
  'dossier.list': {},
  'dossier.frame': { dossier },
  'data.get': { dossier, lang: 'ru' },
  'recommendation.list': {
    dossier,
    asOf: '2013-06-30',
    q: 'invented law',
    sort: '-effective',
    standing: 'limited',
    area: 'expression',
    page: 1,
  },
  'recommendation.get': { dossier, ref, asOf: '2013-06-30', knownAt: '2099-01-01T00:00:00Z', method: 'm1' },
  'assessment.form': { dossier, ref },
  'assessment.queue': { dossier },
  'assessment.history': { dossier, ref },
  'assessment.review': { dossier, id: p.waiting },
  'assessment.submit': {
    dossier,
    ref,
    step: 'law',
    basedOn: p.version,
    effective: '2013-05',
    level: 'some',
    contrary: false,
    rationale: 'Invented: adopted.',
    confidence: 'low',
    evidence: [
      {
        source: 'briefing',
        locator: 'page 1',
        stance: 'supports',
        kind: 'media',
        origin: 'media',
        factDate: '2013-04',
        excerpt: 'Invented words.',
      },
      {
        newSource: {
          title: 'Invented',
          publisher: 'Invented',
          kind: 'media',
          date: '2013',
          url: 'https://example.org/',
          language: 'en',
        },
        stance: 'context',
        kind: 'media',
        origin: 'media',
      },
    ],
  },
  'assessment.publish': { dossier, id: p.waiting, basedOn: p.version },
  'assessment.return': { dossier, id: p.waiting, comment: 'Invented.' },
  'assessment.retract': { dossier, id: p.waiting },
  'assessment.withdraw': { dossier, id: p.published, basedOn: p.version, reason: 'Invented.' },
  'assessment.saveDraft': { dossier, ref, rev: 0, content: { rationale: 'typed' } },
  'assessment.discardDraft': { dossier, ref },
  'queue.work': { dossier },
  'translation.list': { dossier, kind: 'recommendation', language: 'ru', state: 'open' },
  'translation.get': { dossier, kind: 'recommendation', key: ref },
  'translation.export': { dossier, format: 'csv', language: 'ru' },
  'translation.check': { dossier, ...aTranslationTable },
  'translation.import': { dossier, ...aTranslationTable, basis: emptyPlan },
  'translation.record': {
    dossier,
    kind: 'recommendation',
    key: ref,
    field: 'title',
    language: 'kk',
    text: 'Ойдан шығарылған.',
    ofVersion: p.recommendation,
    basedOn: 0,
  },
  'queue.counts': { dossier },
  ...buildCaseInputs(p.cases),
  ...buildEditionInputs(p.editions),
  ...buildMeetingInputs(p.meetings),
  ...buildBriefingInputs(p.briefings),
  ...buildRecommendationInputs(p),
  ...buildRegisterInputs(p),
  ...buildTogetherInputs(p),
  ...buildEvidenceInputs(p),
  ...buildTableInputs(p),
  ...buildCodingInputs(p),
  'evidence.list': { dossier, ref, asOf: '2013-06-30' },
  'source.list': { dossier, q: 'invented', page: 1 },
  'source.choices': { dossier },
  'case.list': { dossier },
  'case.page': { dossier, case: p.caseAddress },
  'case.desk': { dossier },
  'round.list': { dossier },
  'milestone.list': { dossier },
  'milestone.get': { dossier, key: 'signed' },
  'linkage.get': { dossier },
  'linkage.matrix': { dossier, track: 'epca', side: 'partner', state: 'unmet', page: 1, asOf: '2013-06-30' },
  'linkage.list': {
    dossier,
    area: 'expression',
    role: 'required',
    state: 'unmet',
    milestone: 'signed',
    recommendation: ref,
    commitment: 'must-depend',
    actor: 'eu',
    rests: 'nothing',
    group: 'area',
    page: 1,
    asOf: '2013-06-30',
  },
  'linkage.leverage': { dossier, asOf: '2013-06-30' },
  'linkage.consistency': { dossier, asOf: '2013-06-30' },
  'commitment.desk': { dossier },
  'commitment.record': { dossier, ...statement, source: undefined, newSource: aNewSource },
  'commitment.correct': { dossier, key: 'must-depend', basedOn: p.commitment, ...statement, reason },
  'link.choices': { dossier },
  'link.get': { dossier, milestone: 'signed', ref },
  'link.candidates': {
    dossier,
    milestone: 'signed',
    area: 'expression',
    standing: 'limited',
    q: 'invented law',
  },
  'link.preview': { dossier, milestone: 'signed', recommendations: [ref, 'XX-2012-01'], role: 'context' },
  'link.create': {
    dossier,
    milestone: 'signed',
    recommendations: ['XX-2012-01'],
    role: 'required',
    required: 'some',
    commitments: ['must-depend'],
    note: 'Invented.',
  },
  'link.correct': {
    dossier,
    milestone: 'signed',
    ref,
    basedOn: p.link,
    role: 'expected',
    required: 'full',
    commitments: ['must-depend'],
    reason,
  },
  'link.end': { dossier, milestone: 'signed', ref, basedOn: p.link, ended: '2013-05', reason },
  'link.waive': { dossier, milestone: 'signed', ref, effective: '2013-05', why: 'Invented.', ...cited },
  'link.endWaiver': {
    dossier,
    milestone: 'signed',
    ref,
    waiver: p.waiver.waiver,
    basedOn: p.waiver.version,
    ended: '2012-08',
    reason,
  },
  'milestone.desk': { dossier, key: 'signed' },
  'milestone.plan': {
    dossier,
    track: 'agreement',
    kind: 'ratification',
    title: 'Invented agreement ratified',
    planned: '2016',
    ...cited,
  },
  'milestone.occur': { dossier, key: 'signed', basedOn: p.milestone, occurred: '2013-05-31', ...cited },
  'milestone.correct': {
    dossier,
    key: 'signed',
    basedOn: p.milestone,
    kind: 'signed',
    title: 'Invented agreement signed after all',
    planned: '2015',
    occurred: '2013-05-31',
    ...cited,
    reason,
  },
  'milestone.move': {
    dossier,
    key: 'signed',
    effective: '2013-05',
    planned: '2016-05',
    note: 'Invented.',
    ...cited,
  },
  'milestone.cancel': { dossier, key: 'signed', effective: '2013-05', note: 'Invented.', ...cited },
  'milestone.void': { dossier, key: 'signed', event: p.event, reason },
  'uptake.desk': { dossier, ref },
  'uptake.record': { dossier, ref, ...uptake, ...cited },
  'uptake.correct': {
    dossier,
    ref,
    event: p.uptake.event,
    basedOn: p.uptake.version,
    ...uptake,
    ...cited,
    reason,
  },
  'uptake.void': { dossier, ref, event: p.uptake.event, basedOn: p.uptake.version, reason },
  'score.get': { dossier },
  'score.overview': { dossier, asOf: '2013-06-30' },
  'score.method': { dossier },
  'timeline.get': { dossier, asOf: '2013-06-30', from: '2011', to: '2014-06' },
  'score.areas': { dossier, asOf: '2013-06-30' },
  'score.series': { dossier, asOf: '2013-06-30', method: 'm2' },
  'change.get': {
    dossier,
    from: '2012-01-01',
    to: '2013-06-30',
    fromMethod: 'm1',
    method: 'm2',
    area: 'expression',
  },
  'change.list': {
    dossier,
    clock: 'recorded',
    from: '2012-01-01',
    to: '2099-01-01T00:00:00Z',
    asOf: '2013-06-30',
    change: 'newly-assessed',
    page: 1,
  },
  'user.me': {},
  'user.list': {},
  'user.setRole': { id: p.userId, rev: 1, role: 'viewer' },
  'user.setDisabled': { id: p.userId, rev: 1, disabled: true },
  'audit.list': { dossier, subject: ref, before: 1000 },
  'audit.verify': {},
})
