import type { ChangeData } from '@waymark/api/features/change/change.view'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { aDossier, aDossierFile, anAssessment, aRecommendation, twoOrigins } from '@waymark/kit/builders'
import type { Model } from '@waymark/kit/model'
import { methods } from '@waymark/scoring/methods/registry'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getModelChanges, sortChanges } from '../src/model-changes.ts'
import {
  buildPublicData,
  callAs,
  importFile,
  openTestRecord,
  type TestRecord,
} from '../src/open-test-record.ts'

const dossier = 'kazakhstan'
let record: TestRecord
let file: DossierFile
let model: Model
beforeAll(async () => {
  const bytes = await getStarterDossier(dossier)
  record = await openTestRecord({ template: dossier, bytes })
  const parsed = parseDossierFile(bytes)
  if (!parsed.ok) throw new Error('the starter dossier does not parse')
  file = parsed.value
  model = { file, importedAt: (await callAs(record).dossier.frame({ dossier })).changedAt }
})
afterAll(() => record.close())

const ask = (address: string) => buildPublicData(record).request(address)
const askJson = async (address: string): Promise<ChangeData> => JSON.parse(await (await ask(address)).text())
const count = (data: ChangeData, kind: string) => data.items.filter(({ change }) => change === kind).length

describe('the starter dossier', () => {
  test('between every two events after each other, by both methods, it changed as the pure rules say', async () => {
    const dates = [
      ...file.rounds.map(({ date }) => date),
      ...file.milestones.flatMap(({ occurred }) => occurred ?? []),
    ]
    const days = [...new Set(dates.map(lastDay))].filter((day) => day >= '2012').sort()
    expect(days.length).toBeGreaterThan(15)
    const { importedAt: knownAt } = model
    for (const [i, to] of days.entries()) {
      const from = days[i - 1]
      if (from === undefined) continue
      const [one, other] = i % 2 === 0 ? (['m1', 'm1'] as const) : (['m1', 'm2'] as const)
      const answer = await callAs(record).change.get({ dossier, from, to, fromMethod: one, method: other })
      const expected = getModelChanges(
        model,
        { from: { asOf: from, knownAt }, to: { asOf: to, knownAt } },
        { from: methods[one], to: methods[other] },
      )
      const { decomposition: _, ...said } = sortChanges(answer)
      const { decomposition, ...rest } = expected
      expect([from, to, said]).toEqual([from, to, rest])
      expect(answer.decomposition === null).toBe(decomposition === null)
      for (const part of ['total', 'real', 'composition', 'freshness', 'method'] as const)
        for (const bound of ['low', 'high'] as const)
          expect(answer.decomposition?.[part][bound]).toBeCloseTo(
            decomposition?.[part][bound] ?? Number.NaN,
            9,
          )
    }
  })

  test('from the round of 27 November 2013 to the end of 2016: counted by hand from the file', async () => {
    const data = await askJson('/kazakhstan/changes.json?from=2013-11-27&to=2016-12-31')
    expect(Object.keys(data)).toEqual([
      'dossier',
      'asOf',
      'knownAt',
      'method',
      'clock',
      'from',
      'to',
      'fromMethod',
      'items',
      'decomposition',
      'milestones',
      'gates',
    ])
    expect(Object.keys(data.items[0] ?? {})).toEqual(['recommendation', 'from', 'to', 'change'])
    expect(Object.keys(data.decomposition ?? {})).toEqual([
      'total',
      'real',
      'composition',
      'freshness',
      'method',
    ])
    expect(data.items.filter(({ change }) => change === 'advanced')).toEqual([
      { recommendation: 'KZ-2013-12', from: 'contrary', to: 'some', change: 'advanced' },
      { recommendation: 'KZ-2013-13', from: 'contrary', to: 'limited', change: 'advanced' },
      { recommendation: 'KZ-2013-14', from: 'contrary', to: 'limited', change: 'advanced' },
      { recommendation: 'KZ-2013-19', from: 'contrary', to: 'none', change: 'advanced' },
    ])
    expect(
      ['newly-assessed', 'refreshed', 'gone-stale', 'added', 'withdrawn'].map((kind) => count(data, kind)),
    ).toEqual([1, 7, 21, 15, 1])
    const signed = data.milestones.find(({ key }) => key === 'epca-signed')
    expect(signed).toEqual({
      key: 'epca-signed',
      occurred: '2015-12-21',
      required: { met: 1, unmet: 8, unknown: 9, waived: 0 },
    })
  })

  test('a round stands for its day, and left out are the last round before and today', async () => {
    const reader = callAs(record)
    const [round] = file.rounds.filter(({ date }) => lastDay(date) === '2013-11-27')
    const named = await reader.change.list({ dossier, fromRound: round?.key, to: '2014-06-01' })
    expect([named.from, named.to]).toEqual(['2013-11-27', '2014-06-01'])
    const since = await reader.change.list({ dossier, asOf: '2014-06-01' })
    expect([since.from, since.to]).toEqual(['2013-11-27', '2014-06-01'])
    const recorded = await reader.change.list({ dossier, clock: 'recorded' })
    expect([recorded.from, recorded.to]).toEqual([recorded.frame.beginsAt, recorded.frame.changedAt])
  })

  test.each([
    ['from=2014-01-02&to=2014-01-01', 'from-after-to', 'from'],
    ['clock=recorded&from=2014-01-02T00:00:00Z&to=2014-01-01', 'from-after-to', 'from'],
    ['from=2014-02-30', 'invalid-date', 'from'],
    ['to=yesterday', 'invalid-date', 'to'],
    ['from=2014-01-01T00:00:00Z', 'invalid-date', 'from'],
    ['fromRound=no-such-round', 'invalid-input', 'fromRound'],
    ['fromMethod=m0', 'unknown-method', 'fromMethod'],
    ['method=m0', 'unknown-method', 'method'],
    ['clock=sundial', 'invalid-input', 'clock'],
    ['change=improved', 'invalid-input', 'change'],
  ])('%s is a bad request: %s', async (query, code, parameter) => {
    const response = await ask(`/kazakhstan/changes.json?${query}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ status: 400, code, parameters: [{ parameter }] })
  })

  test('the table has a row an item, and the page no more than its size', async () => {
    const data = await askJson('/kazakhstan/changes.json?from=2013-11-27&to=2016-12-31')
    const csv = await (await ask('/kazakhstan/changes.csv?from=2013-11-27&to=2016-12-31')).text()
    expect(csv.trim().split('\n')).toHaveLength(data.items.length + 1)
    const list = await callAs(record).change.list({
      dossier,
      from: '2013-11-27',
      to: '2016-12-31',
      change: 'added',
    })
    expect([list.total, list.items.length]).toEqual([15, 15])
  })
})

/** Ten asks of one area, each assessed on 1 January 2012 as it is said; the second area has one at `full`. */
function buildFile(key: string, over: Partial<DossierFile> = {}): DossierFile {
  const refs = Array.from({ length: 10 }, (_, i) => `XX-${i + 1}`)
  const base = aDossierFile()
  return aDossierFile({
    dossier: aDossier({ key }),
    recommendations: refs.map((ref) => aRecommendation({ ref, area: 'expression', issued: '2011-01-01' })),
    linkages: [],
    uptake: [],
    claims: [],
    cases: base.cases.map((one) => ({ ...one, recommendations: ['XX-1'] })),
    assessments: refs.map((recommendation, i) =>
      anAssessment({
        key: `row-${i}`,
        recommendation,
        effective: '2012-01-01',
        level: i === 0 ? 'none' : 'some',
        evidence: twoOrigins(),
      }),
    ),
    ...over,
  })
}

const nothing = { low: 0, high: 0 }

describe('worked by hand', () => {
  test('dropping the one hard ask shows as composition and never as progress', async () => {
    const key = 'dropped'
    const base = buildFile(key)
    await importFile(record, {
      ...base,
      assessments: [
        ...base.assessments,
        (({ level: _, ...row }) => ({ ...row, state: 'not-applicable' as const }))(
          anAssessment({
            key: 'dropped',
            recommendation: 'XX-1',
            effective: '2012-06-01',
            evidence: twoOrigins(),
          }),
        ),
      ],
    })
    // Nine at 50 and one at 0: 45. Without the one: 50.
    const data = await callAs(record).change.get({ dossier: key, from: '2012-05-01', to: '2012-07-01' })
    expect(data.items).toEqual([
      { recommendation: 'XX-1', from: 'none', to: 'not-applicable', change: 'withdrawn' },
    ])
    const five = { low: 5, high: 5 }
    expect(data.decomposition).toEqual({
      total: five,
      real: nothing,
      composition: five,
      freshness: nothing,
      method: nothing,
    })
  })

  test('letting ten findings age shows as freshness by m1, and by m2 not yet', async () => {
    const key = 'aged'
    await importFile(record, buildFile(key))
    const asked = { dossier: key, from: '2012-05-01', to: '2013-06-01' }
    const data = await callAs(record).change.get(asked)
    expect(count(data, 'gone-stale')).toBe(10)
    // 45 known, then nothing: 0 to 100.
    expect(data.decomposition).toEqual({
      total: { low: -45, high: 55 },
      real: nothing,
      composition: nothing,
      freshness: { low: -45, high: 55 },
      method: nothing,
    })
    expect((await callAs(record).change.get({ ...asked, method: 'm2' })).items).toEqual([])
    // On the later day alone the way of counting is all that differs.
    const methods = await callAs(record).change.get({
      ...asked,
      from: asked.to,
      fromMethod: 'm1',
      method: 'm2',
    })
    expect(methods.decomposition).toEqual({
      total: { low: 45, high: -55 },
      real: nothing,
      composition: nothing,
      freshness: nothing,
      method: { low: 45, high: -55 },
    })
  })

  test('an ask that was recorded under another area has moved, on the recorded clock alone', async () => {
    const key = 'moved'
    const base = buildFile(key)
    await importFile(record, base)
    const before = (await callAs(record).dossier.frame({ dossier: key })).changedAt
    await importFile(record, {
      ...base,
      recommendations: base.recommendations.map((one) =>
        one.ref === 'XX-1' ? { ...one, area: 'courts' } : one,
      ),
    })
    const asked = { dossier: key, clock: 'recorded', from: before, asOf: '2012-06-01' } as const
    const data = await callAs(record).change.get(asked)
    expect(data.items).toEqual([{ recommendation: 'XX-1', from: 'none', to: 'none', change: 'moved' }])
    // One area at 45; then one of nine at 50 and one of one at 0: 25.
    expect(data.decomposition).toMatchObject({
      total: { low: -20, high: -20 },
      composition: { low: -20, high: -20 },
    })
    const page = await callAs(record).change.list({ ...asked, area: 'expression' })
    expect(page.items.map(({ area, movedFrom }) => [area.key, movedFrom])).toEqual([
      ['courts', base.areas.find((area) => area.key === 'expression')?.title],
    ])
    expect(
      (await callAs(record).change.get({ dossier: key, from: '2012-05-01', to: '2012-07-01' })).items,
    ).toEqual([])
  })
})
