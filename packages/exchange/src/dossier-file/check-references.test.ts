import { expect, test } from 'vitest'
import {
  aDossier,
  anAssessment,
  anEvidenceItem,
  aRawDossier,
  aRecommendation,
  encode,
} from '../../test/a-dossier.ts'
import { listDossierErrors } from './check-references.ts'
import type { DossierContext } from './known.ts'
import { parseDossierFile } from './parse.ts'

const context: DossierContext = { today: '2026-11-24', now: '2026-11-24T09:00:00Z', isNew: true }

const found = (parts: Record<string, unknown>, more: Partial<DossierContext> = {}) =>
  listDossierErrors(aDossier(parts), { ...context, ...more }).errors

test('a good dossier has no errors', () => {
  expect(listDossierErrors(aDossier(), context)).toEqual({ errors: [], errorCount: 0 })
})

test('a key or reference given twice is named with the row that has it already', () => {
  const twice = { key: 'ngo', name: 'Another', kind: 'ngo' }
  const ministry = { key: 'ministry', name: 'M', kind: 'state-body' }
  const steps = [
    { key: 'law', kind: 'structure', text: 'A' },
    { key: 'law', kind: 'process', text: 'B' },
  ]
  const errors = found({
    actors: [{ ...twice, name: 'First' }, ministry, twice],
    recommendations: [aRecommendation('XX-1', { steps }), aRecommendation('XX-1')],
  })
  expect(errors).toEqual([
    {
      path: '$.actors[2].key',
      message: '“ngo” is already the key of $.actors[0]. Give this row its own.',
      code: 'invalid-input',
    },
    {
      path: '$.recommendations[1].ref',
      message: '“XX-1” is already the ref of $.recommendations[0]. Give this row its own.',
      code: 'invalid-input',
    },
    {
      path: '$.recommendations[0].steps[1].key',
      message: '“law” is already the key of $.recommendations[0].steps[0]. Give this row its own.',
      code: 'invalid-input',
    },
  ])
})

test('every reference that leads nowhere is found, in every table', () => {
  const errors = found({
    rounds: [{ key: 'r', title: 'R', date: '2020', source: 'no-1' }],
    commitments: [{ key: 'c', actor: 'no-2', date: '2020', summary: 'S', source: 'no-3' }],
    milestones: [{ key: 'm', track: 'no-4', kind: 'round', title: 'M', source: 'no-5' }],
    recommendations: [
      aRecommendation('XX-1', {
        area: 'no-6',
        source: 'no-7',
        issuedBy: ['no-8'],
        addressees: ['ministry', 'no-9'],
        responsible: ['no-10'],
        lineage: [{ kind: 'continues', ref: 'NO-11' }],
      }),
    ],
    linkages: [
      { recommendation: 'NO-12', milestone: 'no-13', role: 'expected', commitments: ['c', 'no-14'] },
    ],
    uptake: [{ recommendation: 'NO-15', kind: 'raised', date: '2020', round: 'no-16', source: 'no-17' }],
    assessments: [
      anAssessment({ recommendation: 'NO-18', evidence: [anEvidenceItem({ source: 'no-19' })] }),
      anAssessment({ supersedes: 'no-20', reason: 'R' }),
    ],
    claims: [{ recommendation: 'NO-21', actor: 'no-22', date: '2020', text: 'T', source: 'no-23' }],
    cases: [
      {
        key: 'k',
        kind: 'person',
        publicName: 'Invented',
        consentBasis: 'invented',
        summary: 'S',
        recommendations: ['NO-24'],
        statuses: [{ status: 'detained', date: '2020', source: 'no-25' }],
      },
    ],
  })
  const named = errors.map((e) => Number(/“(?:no|NO)-(\d+)”/.exec(e.message)?.[1]))
  expect(named.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1))
  expect(errors.find((e) => e.path === '$.assessments[0].evidence[0].source')).toEqual({
    path: '$.assessments[0].evidence[0].source',
    message: '“no-19” is not a source of this dossier. Add it to “sources”, or correct the reference.',
    code: 'unknown-source',
  })
})

test('what the dossier already holds may be referred to', () => {
  const known = {
    sources: new Set(['old-paper']),
    recommendations: new Map([['XX-0', { issued: '2019', steps: new Set(['old-step']), lineage: [] }]]),
    assessments: new Map([['old', { recommendation: 'XX-0', step: 'old-step' }]]),
  }
  const row = anAssessment({
    recommendation: 'XX-0',
    step: 'old-step',
    supersedes: 'old',
    reason: 'Invented',
    evidence: [anEvidenceItem({ source: 'old-paper' })],
  })
  expect(found({ assessments: [row] }, { known, isNew: false })).toEqual([])
  expect(found({ assessments: [row] }).length).toBe(3)
})

test('a recommendation cannot come after itself, directly or round a circle', () => {
  const after = (ref: string, earlier: string[]) =>
    aRecommendation(ref, { lineage: earlier.map((one) => ({ kind: 'continues', ref: one })) })
  const errors = found({
    recommendations: [
      after('XX-1', ['XX-1']),
      after('XX-2', ['XX-3']),
      after('XX-3', ['XX-4', 'XX-1']),
      after('XX-4', ['XX-2']),
    ],
  })
  expect(errors.map((e) => e.message)).toEqual([
    'XX-1 cannot come after itself. Name the earlier recommendation, or remove the link.',
    'The lineage runs in a circle: XX-2 → XX-3 → XX-4 → XX-2. Remove one of these links.',
  ])
  const known = {
    recommendations: new Map([['XX-0', { issued: '2019', steps: new Set<string>(), lineage: ['XX-1'] }]]),
  }
  const closed = found({ recommendations: [after('XX-1', ['XX-0'])] }, { known })
  expect(closed.map((e) => e.message)).toEqual([
    'The lineage runs in a circle: XX-1 → XX-0 → XX-1. Remove one of these links.',
  ])
})

test('a line of twenty thousand recommendations is walked without overflow', () => {
  const ref = (i: number) => `XX-${String(i).padStart(5, '0')}`
  const recommendations = Array.from({ length: 20_000 }, (_, i) =>
    aRecommendation(ref(i), i === 0 ? {} : { lineage: [{ kind: 'continues', ref: ref(i - 1) }] }),
  )
  expect(found({ recommendations: recommendations.reverse(), assessments: [] })).toEqual([])
})

test('a correction names an earlier row of the same recommendation and step', () => {
  const correction = { supersedes: 'first', reason: 'Invented' }
  const first = anAssessment({ key: 'first' })
  expect(found({ assessments: [first, anAssessment(correction)] })).toEqual([])
  const messages = (rows: unknown[]) => found({ assessments: rows }).map((e) => e.message)
  const other = '“first” is an assessment of another recommendation or step. A correction stays with its own.'
  expect(messages([first, anAssessment({ ...correction, recommendation: 'XX-2' })])).toEqual([other])
  expect(messages([first, anAssessment({ ...correction, step: 'law' })])).toEqual([other])
  const order = '“first” does not come before this row. Put a correction after what it corrects.'
  expect(messages([anAssessment(correction), first])).toEqual([order])
  expect(messages([anAssessment({ ...correction, key: 'first' })])).toEqual([order])
})

test('a progress step must be one of its recommendation', () => {
  expect(found({ assessments: [anAssessment({ step: 'law' })] })).toEqual([])
  expect(found({ assessments: [anAssessment({ step: 'law', recommendation: 'XX-2' })] })).toEqual([
    {
      path: '$.assessments[0].step',
      message: '“law” is not a progress step of XX-2. Use one of its steps, or add this one to it.',
      code: 'unknown-step',
    },
  ])
})

test('a finding may carry the current year, and no later date', () => {
  for (const effective of ['2026', '2026-11', '2026-11-24']) {
    expect(found({ assessments: [anAssessment({ effective })] })).toEqual([])
  }
  for (const effective of ['2027', '2026-12', '2026-11-25']) {
    expect(found({ assessments: [anAssessment({ effective })] })).toEqual([
      {
        path: '$.assessments[0].effective',
        message: `“effective” is “${effective}”, which is after today, 2026-11-24. A finding cannot lie in the future: correct the date.`,
        code: 'effective-in-future',
      },
    ])
  }
})

test('the rules of the level hold for a file too, and a wrong date does not hide them', () => {
  const draft = [anEvidenceItem({ kind: 'draft-law', origin: 'government' })]
  const codes = (parts: Record<string, unknown>) =>
    found({ assessments: [anAssessment(parts)] }).map((e) => e.code)
  expect(codes({ level: 'limited', evidence: draft })).toEqual([])
  expect(codes({ level: 'some', evidence: draft })).toEqual(['draft-law-caps-at-limited'])
  expect(codes({ level: 'full' })).toEqual(['full-needs-two-origins'])
  expect(codes({ level: 'full', evidence: [anEvidenceItem(), anEvidenceItem({ origin: 'un' })] })).toEqual([])
  expect(codes({ level: 'full', effective: '2030' })).toEqual([
    'effective-in-future',
    'full-needs-two-origins',
  ])
})

test('a link to a step taken before the recommendation was issued can only give context', () => {
  const link = { recommendation: 'XX-1', milestone: 'opened', role: 'expected', commitments: [] }
  expect(found({ linkages: [{ ...link, role: 'context' }] })).toEqual([])
  expect(found({ linkages: [{ ...link, milestone: 'signed' }] })).toEqual([])
  expect(found({ linkages: [link] })).toEqual([
    {
      path: '$.linkages[0].role',
      message:
        '“opened” occurred (2019) before XX-1 was issued (2020-01-15), so nothing hung on it. Use the role “context”.',
      code: 'invalid-input',
    },
  ])
  expect(
    found({
      linkages: [
        { ...link, role: 'context' },
        { ...link, role: 'context' },
      ],
    })[0]?.path,
  ).toBe('$.linkages[1]')
})

test('times of recording stand in order, lie in the past, and belong to a new dossier', () => {
  const rows = (...recorded: string[]) => ({
    assessments: recorded.map((at) => anAssessment({ recorded: at })),
  })
  // The second is later than the first, although its text sorts before.
  expect(
    found(rows('2021-01-05T12:00:00+05:00', '2021-01-05T08:00:00Z', '2021-01-05T08:00:00.000Z')),
  ).toEqual([])
  const before = found(rows('2021-01-05T08:00:00Z', '2021-01-05T12:00:00+05:00'))
  expect(before.map((e) => [e.path, e.code])).toEqual([['$.assessments[1].recorded', 'invalid-instant']])
  expect(found(rows('2026-11-24T09:00:01Z')).map((e) => e.code)).toEqual(['invalid-instant'])
  const added = found(rows('2021-01-05T08:00:00Z'), { isNew: false })
  expect(added.map((e) => e.code)).toEqual(['recorded-needs-new-dossier'])
})

test('a file with refused fields is still asked whether its rows fit together', () => {
  const parsed = parseDossierFile(
    encode(
      aRawDossier({
        assessments: [anAssessment({ level: 'great', step: 'nowhere', recommendation: 'XX-2' })],
      }),
    ),
  )
  if (parsed.ok || !parsed.error.draft) throw new Error('the level should have been refused')
  expect(parsed.error.errors.map((e) => e.path)).toEqual(['$.assessments[0].level'])
  expect(listDossierErrors(parsed.error.draft, context).errors.map((e) => e.path)).toEqual([
    '$.assessments[0].step',
  ])
})
