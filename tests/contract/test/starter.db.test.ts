import type { linkageData } from '@waymark/api/features/linkage/linkage.view'
import type { Scorecard } from '@waymark/api/features/score/score.view'
import { views } from '@waymark/api/public-data/views'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import type { DossierFile } from '@waymark/exchange/dossier-file/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { getModelScorecard, getStanding, type Model } from '@waymark/kit/model'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { expectFigures } from '../src/expect-figures.ts'
import { getModelLinkage, listModelGates, sortLinkage } from '../src/model-gates.ts'
import {
  anActor,
  buildContext,
  buildPublicData,
  callAs,
  openTestRecord,
  type TestRecord,
} from '../src/open-test-record.ts'
import { evidenceFrom, publish } from '../src/workflow.ts'

const dossier = 'kazakhstan'
let record: TestRecord
let model: Model
let file: DossierFile
beforeAll(async () => {
  const bytes = await getStarterDossier(dossier)
  record = await openTestRecord({ template: dossier, bytes })
  const parsed = parseDossierFile(bytes)
  if (!parsed.ok) throw new Error('the starter dossier does not parse')
  file = parsed.value
  model = { file, importedAt: (await callAs(record).dossier.frame({ dossier })).changedAt }
})
afterAll(() => record.close())

const ask = (address: string, headers: Record<string, string> = {}) =>
  buildPublicData(record).request(address, { headers })
/** The keys that the tests below look at, whichever address answers them. */
type Answer = Scorecard &
  z.infer<typeof linkageData> & {
    readonly ref: string
    readonly source: { readonly key: string }
    readonly cases: readonly { readonly key: string }[]
    readonly rounds: readonly { readonly key: string }[]
    readonly sources: readonly {
      readonly key: string
      readonly commitments: readonly { readonly key: string }[]
    }[]
  }
const parseAnswer = (text: string): Answer => JSON.parse(text)
const askJson = async (address: string) => parseAnswer(await (await ask(address)).text())
const keysOf = (value: object) => Object.keys(value)

const figureKeys = ['distribution', 'notApplicable', 'coverage', 'index']
const distributionKeys = ['none', 'limited', 'some', 'substantial', 'full', 'contrary', 'unknown'] as const

describe('the scorecard of 27 November 2013, as the dossier gives it', () => {
  test('distribution, coverage and both intervals', async () => {
    const { overall, euSide } = await callAs(record).score.get({ dossier, asOf: '2013-11-27' })
    expect(overall.distribution).toEqual({
      none: 17,
      limited: 7,
      some: 1,
      substantial: 0,
      full: 0,
      contrary: 8,
      unknown: 5,
    })
    expect(overall.coverage).toEqual({ assessed: 33, applicable: 38 })
    const whole = (n: number | undefined) => Math.floor((n ?? Number.NaN) + 0.5)
    expect([whole(overall.index?.low), whole(overall.index?.high)]).toEqual([6, 25])
    expect([whole(overall.pooledIndex?.low), whole(overall.pooledIndex?.high)]).toEqual([6, 19])
    expect(euSide.coverage.applicable + euSide.notApplicable).toBe(13)
  })

  test('the address answers it in the fixed shape: these keys, no more and no fewer', async () => {
    const body = await askJson('/kazakhstan.json?asOf=2013-11-27')
    expect(keysOf(body)).toEqual(['dossier', 'asOf', 'knownAt', 'method', 'overall', 'areas', 'euSide'])
    expect([body.dossier, body.asOf, body.method]).toEqual([dossier, '2013-11-27', 'm1'])
    expect(body.knownAt).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
    expect(keysOf(body.overall).sort()).toEqual([...figureKeys, 'pooledIndex'].sort())
    expect(body.areas).toHaveLength(file.areas.length)
    for (const area of body.areas) expect(keysOf(area).sort()).toEqual([...figureKeys, 'key', 'title'].sort())
    expect(keysOf(body.euSide).sort()).toEqual([...figureKeys].sort())
    for (const figures of [body.overall, ...body.areas, body.euSide]) {
      expect(keysOf(figures.distribution)).toEqual(distributionKeys)
      expect(keysOf(figures.coverage)).toEqual(['assessed', 'applicable'])
      for (const interval of [figures.index, body.overall.pooledIndex])
        if (interval !== null) expect(keysOf(interval)).toEqual(['low', 'high'])
    }
    expect(body.areas.map((area) => area.key)).toEqual(
      [...file.areas].sort((a, b) => a.order - b.order).map((area) => area.key),
    )
  })

  test('JSON carries numbers that are not rounded', async () => {
    const { overall } = await askJson('/kazakhstan.json?asOf=2013-11-27')
    expect(Number.isInteger(overall.pooledIndex?.low)).toBe(false)
  })
})

test('the linkage of 21 December 2015 has the fixed shape and the states of the pure rules', async () => {
  const body = await askJson('/kazakhstan/linkage.json?asOf=2015-12-21')
  expect(keysOf(body)).toEqual(['dossier', 'asOf', 'knownAt', 'method', 'gates', 'milestones'])
  for (const gate of body.gates)
    expect(keysOf(gate)).toEqual([
      'recommendation',
      'milestone',
      'role',
      'required',
      'state',
      'since',
      'commitments',
    ])
  for (const milestone of body.milestones) {
    expect(keysOf(milestone)).toEqual(['key', 'occurred', 'required'])
    expect(keysOf(milestone.required)).toEqual(['met', 'unmet', 'unknown', 'waived'])
  }
  const { gates, milestones } = sortLinkage(body)
  expect({ gates, milestones }).toEqual(
    getModelLinkage(model, { asOf: '2015-12-21', knownAt: model.importedAt }),
  )
  expect(body.gates.filter((gate) => gate.state === 'passed-while-unmet').length).toBeGreaterThan(0)
})

/** The first of each month from 2012 until now, and the days on which a milestone or a round took place, with the day before. */
function listDays(): string[] {
  const today = new Date().toISOString().slice(0, 10)
  const months = Array.from(
    { length: 12 * 30 },
    (_, i) => `${2012 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
  )
  const events = [...file.milestones.map((one) => one.occurred), ...file.rounds.map((one) => one.date)]
  const days = events.flatMap((date) => (date === undefined ? [] : [lastDay(date)]))
  return [...new Set([...months.filter((day) => day <= today), ...days])].sort()
}

test('on the first of every month since 2012 and on the day of every milestone and round, figures and gates are those of the pure rules', async () => {
  const days = listDays()
  expect(days.length).toBeGreaterThan(200)
  const reader = callAs(record)
  const expectDay = async (asOf: string) => {
    const moment = { asOf, knownAt: model.importedAt }
    const [score, linkage] = await Promise.all([
      reader.score.get({ dossier, asOf }),
      reader.linkage.get({ dossier, asOf }),
    ])
    expectFigures(score, getModelScorecard(model, moment))
    expect([asOf, sortLinkage(linkage)]).toMatchObject([asOf, getModelLinkage(model, moment)])
  }
  for (let i = 0; i < days.length; i += 4) await Promise.all(days.slice(i, i + 4).map(expectDay))
}, 240_000)

describe('on the day on which the enhanced agreement was signed', () => {
  const cut = { dossier, asOf: '2015-12-21' }
  const signed = 'epca-signed'
  /** The gates that count at the signature, by the pure rules from the dossier file. */
  const listCounted = () =>
    listModelGates(model, { asOf: cut.asOf, knownAt: model.importedAt }).filter(
      ({ link, counted }) => counted && link.milestone === signed,
    )
  const listUnmet = () => listCounted().filter(({ gate }) => gate.state === 'passed-while-unmet')

  test('matrix, list, milestone page and JSON agree with the pure rules on how many required gates were passed while unmet', async () => {
    const reader = callAs(record)
    const unmet = listUnmet().map(({ link }) => link.recommendation)
    expect([listCounted().length, unmet.length]).toEqual([18, 8])
    const asked = { ...cut, role: 'required', side: 'partner', milestone: signed } as const
    const matrix = await reader.linkage.matrix(asked)
    const inMatrix = matrix.rows.filter(({ cells }) =>
      cells.some(({ state }) => state === 'passed-while-unmet'),
    )
    expect(inMatrix.map(({ ref }) => ref).sort()).toEqual([...unmet].sort())
    const whole = await reader.linkage.matrix(cut)
    for (const { columns } of [matrix, whole])
      expect(columns.find(({ key }) => key === signed)?.required).toMatchObject({ unmet: unmet.length })
    const list = await reader.linkage.list({ ...asked, state: 'passed-while-unmet' })
    expect([list.links, list.gates.map((gate) => gate.recommendation.ref).sort()]).toEqual([
      unmet.length,
      [...unmet].sort(),
    ])
    const page = await reader.milestone.get({ ...cut, key: signed })
    expect(page.milestone.required).toMatchObject({ unmet: unmet.length })
    const onPage = page.gates.filter(
      ({ role, state }) => role === 'required' && state === 'passed-while-unmet',
    )
    expect(onPage.map((gate) => gate.recommendation.ref).sort()).toEqual([...unmet].sort())
    const body = await askJson('/kazakhstan/linkage.json?asOf=2015-12-21')
    expect(body.milestones.find(({ key }) => key === signed)?.required.unmet).toBe(unmet.length)
    const inData = body.gates.filter(
      ({ milestone, role, state }) =>
        milestone === signed && role === 'required' && state === 'passed-while-unmet',
    )
    expect(inData.map((gate) => gate.recommendation).sort()).toEqual([...unmet].sort())
  })

  test('each of them opens to its recommendation, the place of its commitments in their sources, and the assessment in force that day', async () => {
    const reader = callAs(record)
    for (const { link } of listUnmet()) {
      const { gates, links } = await reader.linkage.list({
        ...cut,
        milestone: signed,
        recommendation: link.recommendation,
      })
      const [gate] = gates
      const ask = file.recommendations.find(({ ref }) => ref === link.recommendation)
      expect([links, gate?.recommendation.title, gate?.required, gate?.at]).toEqual([
        1,
        ask?.title,
        link.required,
        cut.asOf,
      ])
      const rests = link.commitments.map((key) => file.commitments.find((one) => one.key === key))
      expect(gate?.commitments.map(({ key, locator, source }) => [key, locator, source.key])).toEqual(
        rests.map((one) => [one?.key, one?.locator ?? null, one?.source]),
      )
      expect(rests.length).toBeGreaterThan(0)
      // The assessment that the gate was judged by is the one that the recommendation's own page has in force on that day.
      const { current } = await reader.recommendation.get({
        dossier,
        ref: link.recommendation,
        asOf: gate?.at,
      })
      expect(gate?.assessed).toBe(current?.effective)
      expect(gate?.standingAt).toEqual(
        getStanding(model, link.recommendation, { asOf: cut.asOf, knownAt: model.importedAt }),
      )
    }
  })
})

test('on 27 November 2013 the leverage list names the milestones still ahead, by date, and what had to be met at them', async () => {
  const asOf = '2013-11-27'
  const { milestones } = await callAs(record).linkage.leverage({ dossier, asOf })
  const ahead = file.milestones.filter(({ occurred }) => occurred === undefined || lastDay(occurred) > asOf)
  expect(milestones.map(({ milestone }) => milestone.key).sort()).toEqual(ahead.map(({ key }) => key).sort())
  expect(milestones[0]?.milestone.key).toBe('epca-round-2014-06')
  const open = milestones.filter(({ unmet, unknown }) => unmet + unknown > 0)
  expect(open.map(({ milestone }) => milestone.key).sort()).toEqual([
    'epca-concluded',
    'epca-consent',
    'epca-signed',
  ])
  const gates = listModelGates(model, { asOf, knownAt: model.importedAt }).filter(({ counted }) => counted)
  for (const { milestone, unmet, unknown } of open) {
    const own = gates.filter(({ link }) => link.milestone === milestone.key)
    const count = (state: string) => own.filter(({ gate }) => gate.state === state).length
    expect([milestone.key, unmet, unknown]).toEqual([milestone.key, count('unmet'), count('unknown')])
  }
})

const tables = [
  '',
  '/recommendations',
  '/recommendations/KZ-2013-04',
  '/linkage',
  '/leverage',
  '/consistency',
  '/milestones',
  '/milestones/epca-signed',
  '/changes',
  '/cases',
  '/rounds',
  '/sources',
]

describe('public data addresses', () => {
  test.each([...tables, '/method'])('%s.json answers JSON that names its cut', async (path) => {
    const response = await ask(`/kazakhstan${path}.json?asOf=2016-01-01`)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    const body = parseAnswer(await response.text())
    expect([body.dossier, body.asOf, body.method]).toEqual([dossier, '2016-01-01', 'm1'])
    expect(body.knownAt).toBe(model.importedAt)
  })

  test.each(tables)(
    '%s.csv answers a table: one header, every row of the same width, each with its cut',
    async (path) => {
      const response = await ask(`/kazakhstan${path}.csv?asOf=2016-01-01`)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/csv; charset=utf-8',
      ])
      const [header = [], ...rows] = parseCsv(await response.arrayBuffer())
      expect(header.slice(-3)).toEqual(['asOf', 'knownAt', 'method'])
      expect(new Set(header).size).toBe(header.length)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) {
        expect(row).toHaveLength(header.length)
        expect(row.slice(-3)).toEqual(['2016-01-01', model.importedAt, 'm1'])
      }
    },
  )

  test('a table without rows still has its header', async () => {
    const header = async (path: string) => parseCsv(await (await ask(path)).arrayBuffer())
    const [full = []] = await header('/kazakhstan/milestones/epca-signed.csv')
    expect(await header('/kazakhstan/milestones/pca-signed.csv')).toEqual([full])
  })

  test.each(views.filter((view) => view.headers.length > 0))(
    'the columns of $path are those of its rows',
    async (view) => {
      const names = { ref: 'KZ-2013-12', key: 'epca-signed' }
      const asked = Object.fromEntries(
        Object.entries({ dossier, ...names }).filter(
          ([name]) => name === 'dossier' || view.path.includes(`:${name}`),
        ),
      )
      const { rows } = await view.read(buildContext(record, null), asked)
      expect(rows?.length).toBeGreaterThan(0)
      for (const row of rows ?? []) expect(Object.keys(row)).toEqual([...view.headers])
    },
  )

  test('the table of the scorecard says what its JSON says', async () => {
    const body = await askJson('/kazakhstan.json?asOf=2013-11-27')
    const [header = [], ...rows] = parseCsv(
      await (await ask('/kazakhstan.csv?asOf=2013-11-27')).arrayBuffer(),
    )
    const at = (row: string[], name: string) => row[header.indexOf(name)]
    for (const area of body.areas) {
      const row = rows.find((one) => at(one, 'key') === area.key) ?? []
      for (const level of distributionKeys) expect(at(row, level)).toBe(String(area.distribution[level]))
      expect(at(row, 'indexLow')).toBe(area.index === null ? '' : String(area.index.low))
    }
  })

  test.each(['csv', 'xlsx'])('a method page is no table: its %s is not found', async (ending) => {
    const response = await ask(`/kazakhstan/method.${ending}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
  })

  test('an answer is not sent again to who has it, and another answer has another tag', async () => {
    const first = await ask('/kazakhstan.json?asOf=2013-11-27')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{20,}"$/)
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await ask('/kazakhstan.json?asOf=2013-11-27', { 'if-none-match': tag })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    const other = await ask('/kazakhstan.json?asOf=2014-11-27', { 'if-none-match': etag })
    expect([other.status, other.headers.get('etag') === etag]).toEqual([200, false])
    expect((await ask('/kazakhstan.json?asOf=2013-11-27', { 'if-none-match': '"x"' })).status).toBe(200)
  })

  test.each([
    ['/kazakhstan.json?asOf=2013-02-30', 'invalid-date', 'asOf'],
    ['/kazakhstan.json?asOf=2013', 'invalid-date', 'asOf'],
    ['/kazakhstan.json?asOf=0000-01-01', 'invalid-date', 'asOf'],
    ['/kazakhstan/linkage.csv?asOf=yesterday', 'invalid-date', 'asOf'],
    ['/kazakhstan/linkage.xlsx?asOf=yesterday', 'invalid-date', 'asOf'],
    ['/kazakhstan/sources.xlsx?method=m9', 'unknown-method', 'method'],
    ['/kazakhstan.json?knownAt=x', 'invalid-instant', 'knownAt'],
    ['/kazakhstan.json?knownAt=2013-11-27', 'invalid-instant', 'knownAt'],
    ['/kazakhstan.json?knownAt=2013-11-27T09:00:00', 'invalid-instant', 'knownAt'],
    ['/kazakhstan.json?method=m9', 'unknown-method', 'method'],
    ['/kazakhstan.json?method=__proto__', 'unknown-method', 'method'],
    ['/kazakhstan/recommendations.json?standing=best', 'invalid-input', 'standing'],
  ])(
    '%s is a problem document with status 400 that names the parameter',
    async (address, code, parameter) => {
      const response = await ask(address)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        400,
        'application/problem+json',
      ])
      const body: Record<string, unknown> = JSON.parse(await response.text())
      expect(body).toMatchObject({ type: 'about:blank', status: 400, code, parameters: [{ parameter }] })
      expect(body.title).toBeTruthy()
      expect(body.detail).toBeTruthy()
    },
  )

  test.each([
    '/nowhere.json',
    '/nowhere/linkage.csv',
    '/nowhere/linkage.xlsx',
    '/kazakhstan/milestones/nothing.xlsx',
    '/kazakhstan/recommendations/KZ-9999-99.json',
    '/kazakhstan/recommendations/kz.json',
    '/kazakhstan/recommendations/KZ-2013-04.json?asOf=1999-01-01',
    '/kazakhstan/milestones/nothing.json',
  ])('%s is a problem document with status 404', async (address) => {
    const response = await ask(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  test.each([
    '2013-11-27T09:00:00Z',
    '2013-11-27T14:00:00+05:00',
    '0000-01-01T00:00:00Z',
    '0000-01-01T00:00:00+14:00',
    '9999-12-31T23:59:59Z',
    '9999-12-31T23:59:59.999999-12:00',
  ])('the cut-off %s is an instant and has an answer', async (knownAt) => {
    for (const path of tables.filter((table) => !table.includes('/KZ') && !table.includes('/milestones/')))
      expect([
        path,
        (await ask(`/kazakhstan${path}.json?knownAt=${encodeURIComponent(knownAt)}`)).status,
      ]).toEqual([path, 200])
  })

  test.each(['1000-01-01', '9999-12-31'])('the day %s has an answer', async (asOf) => {
    for (const path of tables.filter((table) => !table.includes('/KZ') && !table.includes('/milestones/')))
      expect([path, (await ask(`/kazakhstan${path}.json?asOf=${asOf}`)).status]).toEqual([path, 200])
  })
})

test('every recommendation, milestone and source of the file has its address, and every case, round and statement is found in the data', async () => {
  for (const { ref } of file.recommendations) {
    const body = await askJson(`/kazakhstan/recommendations/${ref}.json`)
    expect([body.ref, body.source.key]).toEqual([
      ref,
      file.recommendations.find((one) => one.ref === ref)?.source,
    ])
  }
  for (const { key } of file.milestones)
    expect((await ask(`/kazakhstan/milestones/${key}.json`)).status).toBe(200)
  const cases = await askJson('/kazakhstan/cases.json')
  expect(cases.cases.map((one) => one.key).sort()).toEqual(file.cases.map((one) => one.key).sort())
  const rounds = await askJson('/kazakhstan/rounds.json')
  expect(rounds.rounds.map((one) => one.key).sort()).toEqual(file.rounds.map((one) => one.key).sort())
  const sources = await askJson('/kazakhstan/sources.json')
  expect(sources.sources.map((one) => one.key).sort()).toEqual(file.sources.map((one) => one.key).sort())
  const statements = sources.sources.flatMap((one) => one.commitments.map((c) => c.key))
  expect(statements.sort()).toEqual(file.commitments.map((one) => one.key).sort())
}, 120_000)

test('after a publication the same address shows the new finding, and with the earlier cut-off what was known before', async () => {
  const own = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
  try {
    const data = buildPublicData(own)
    const read = async (address: string) => (await data.request(address)).text()
    const { rows } = await callAs(own).recommendation.list({ dossier, side: 'partner', standing: 'unknown' })
    const gated = rows.find((row) => row.gates.unknown > 0) ?? rows[0]
    if (!gated) throw new Error('no recommendation is unknown today')
    const addresses = ['.json', '/linkage.json', '/recommendations.csv', `/recommendations/${gated.ref}.json`]
    const knownAt = JSON.parse(await read('/kazakhstan.json')).knownAt
    const before = await Promise.all(addresses.map((path) => read(`/kazakhstan${path}?knownAt=${knownAt}`)))
    const openBefore = await Promise.all(addresses.map((path) => read(`/kazakhstan${path}`)))
    const people = { analyst: callAs(own, anActor('analyst')), reviewer: callAs(own, anActor('reviewer')) }
    const effective = new Date().toISOString().slice(0, 10)
    await publish(people, {
      dossier,
      ref: gated.ref,
      effective,
      level: 'substantial',
      evidence: evidenceFrom('seed'),
    })
    const pinned = await Promise.all(addresses.map((path) => read(`/kazakhstan${path}?knownAt=${knownAt}`)))
    const openAfter = await Promise.all(addresses.map((path) => read(`/kazakhstan${path}`)))
    // The version tells how many findings there have been; it belongs to the record, not to the cut.
    const withoutVersion = (text: string) => text.replace(/"(version|changedAt)":("[^"]*"|\d+)/g, '')
    expect(pinned.map(withoutVersion)).toEqual(before.map(withoutVersion))
    for (const [i, path] of addresses.entries())
      expect([path, openAfter[i] === openBefore[i]]).toEqual([path, false])
    const [old, now] = [JSON.parse(openBefore[0] ?? ''), JSON.parse(openAfter[0] ?? '')]
    expect(now.overall.distribution).toEqual({
      ...old.overall.distribution,
      unknown: old.overall.distribution.unknown - 1,
      substantial: old.overall.distribution.substantial + 1,
    })
    expect(now.overall.coverage.assessed).toBe(old.overall.coverage.assessed + 1)
    expect(now.overall.index.low).toBeGreaterThan(old.overall.index.low)
  } finally {
    await own.close()
  }
})

/** RFC 4180, as far as these tables need it. */
function parseCsv(bytes: ArrayBuffer): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  expect(text.startsWith('\ufeff')).toBe(true)
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}
