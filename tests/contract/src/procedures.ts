import { appRouter } from '@waymark/api/router'
import type { Caller } from './open-test-record.ts'

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
  /** A member whom nobody needs. */
  readonly userId: string
}

const dossier = 'invented'
const ref = 'XX-2011-01'

/** A valid input of every procedure. One that is missing here fails the contract test. */
export const buildInputs = (p: Places): Readonly<Record<string, Record<string, unknown>>> => ({
  'dossier.list': {},
  'dossier.frame': { dossier },
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
  'evidence.list': { dossier, ref, asOf: '2013-06-30' },
  'source.list': { dossier, q: 'invented', page: 1 },
  'source.choices': { dossier },
  'case.list': { dossier },
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
  'score.get': { dossier },
  'score.overview': { dossier, asOf: '2013-06-30' },
  'score.method': { dossier },
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
