import { appRouter } from '@waymark/api/router'
import { buildApiHost } from '@waymark/api-host/serve-api'
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openInvented } from '../src/full-record.ts'
import { injections, listMutations, type Mutation } from '../src/mutations.ts'
import { anActor, buildContext, buildPublicData, callAs, type TestRecord } from '../src/open-test-record.ts'
import { createPlaces } from '../src/places.ts'
import { buildInputs, procedures } from '../src/procedures.ts'
import { countRows, listTables } from '../src/tables.ts'

const site = 'https://waymark.example'
const logged: unknown[] = []
let record: TestRecord
let host: Hono
let inputs: ReturnType<typeof buildInputs>
beforeAll(async () => {
  record = await openInvented()
  inputs = buildInputs(await createPlaces(record))
  const administrator = anActor('administrator')
  host = buildApiHost({
    application: {
      router: appRouter,
      languages: ['en', 'ru', 'kk'],
      createContext: async () => buildContext(record, administrator),
      publicData: [buildPublicData(record)],
      health: async () => true,
      close: async () => {},
    },
    allowedOrigins: [site],
    https: true,
    log: { info: () => {}, error: (fields) => logged.push(fields) },
  })
})
beforeEach(() => {
  logged.length = 0
})
afterAll(() => record.close())

const post = (path: string, body: string | Uint8Array<ArrayBuffer>) =>
  host.request(`/trpc/${path}`, {
    method: 'POST',
    body,
    headers: { origin: site, 'content-type': 'application/json' },
  })
const send = (path: string, input: unknown) =>
  procedures[path]?.type === 'mutation'
    ? post(path, JSON.stringify(input) ?? '')
    : host.request(
        `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(toWellFormed(JSON.stringify(input)))}`}`,
      )
const toWellFormed = (text: string) => text.toWellFormed()

/** Nothing of the inside in an answer: no stack, no path, no SQL, no name of a table. */
const inside =
  /\bat .+:\d+:\d+|\.ts\b|node_modules|node:internal|PostgresConnection|select .+ from |syntax error|relation "|waymark\.[a-z_]+ |"stack"/i

const stored = injections
  .map((words) => JSON.stringify(words).slice(1, -1))
  .filter((words) => words.length > 9)

const measure = async (call: () => Promise<unknown>) => {
  const begun = performance.now()
  await call()
  return performance.now() - begun
}

/**
 * Whether a call takes over a second, and twenty times as long as an ordinary one at the same moment, at each of five
 * tries: a machine that is busy or stalls for a while slows both, and a call that is slow by itself is so every time.
 */
async function isSlow(call: () => Promise<unknown>): Promise<boolean> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const took = await measure(call)
    if (took <= 1000) return false
    if (took <= 20 * (await measure(async () => send('score.get', { dossier: 'invented' })))) return false
  }
  return true
}

async function expectSound(path: string, { name, input }: Mutation) {
  const response = await send(path, input)
  const text = await response.text()
  // Neither what a refusal repeats nor what an earlier call stored as a title is the inside.
  const echoed = stored.reduce(
    (rest, words) => rest.replaceAll(words, ''),
    text.replaceAll(/"message":"[^"]*"/g, ''),
  )
  expect([path, name, response.status < 500, inside.test(echoed)]).toEqual([path, name, true, false])
}

describe('strange inputs', () => {
  test.each(Object.keys(procedures))(
    '%s answers at least a hundred of them without a failure, a stack trace or a second of waiting',
    async (path) => {
      const mutations = listMutations(inputs[path] ?? {}, 100)
      expect(mutations.length).toBeGreaterThanOrEqual(100)
      const slow: string[] = []
      for (const mutation of mutations)
        if (await isSlow(() => expectSound(path, mutation))) slow.push(mutation.name)
      expect(slow).toEqual([])
      expect(logged).toEqual([])
    },
    240_000,
  )

  test.each([
    ['nothing', ''],
    ['not JSON', '{'],
    ['JSON cut off', '{"dossier": "inv'],
    ['a number', '1e999'],
    ['ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a hundred thousand deep', '{"a":'.repeat(100_000)],
    ['a key twice', '{"dossier":"invented","dossier":"kazakhstan"}'],
    ['bad UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ['one megabyte of text', JSON.stringify({ dossier: 'x'.repeat(1_000_000) })],
    ['two megabytes', JSON.stringify({ dossier: 'x'.repeat(2_000_000) })],
    ['a megabyte of commas', `[${'0,'.repeat(500_000)}0]`],
  ])('every changing procedure answers a body of %s with a refusal within a second', async (name, body) => {
    for (const path of Object.keys(procedures).filter((one) => procedures[one]?.type === 'mutation')) {
      const expectRefused = async () => {
        const response = await post(path, body)
        const text = await response.text()
        expect([name, path, response.status >= 400 && response.status < 500, inside.test(text)]).toEqual([
          name,
          path,
          true,
          false,
        ])
      }
      expect([name, path, await isSlow(expectRefused)]).toEqual([name, path, false])
    }
    expect(logged).toEqual([])
  })

  test('in a batch they are answered each for itself, and eleven calls are refused whole', async () => {
    const good = JSON.stringify({ 0: { dossier: 'invented' }, 1: { dossier: '\u0000' } })
    const both = await host.request(`/trpc/score.get,score.get?batch=1&input=${encodeURIComponent(good)}`)
    const answers = (await both.json()) as { result?: unknown; error?: unknown }[]
    expect([both.status, answers.map((one) => 'result' in one)]).toEqual([207, [true, false]])
    const many = Array(11).fill('dossier.list').join(',')
    expect((await host.request(`/trpc/${many}?batch=1&input={}`)).status).toBe(400)
  })

  test('after all of them the record is there, whole, and goes on answering', async () => {
    expect((await listTables(record, 'waymark')).length).toBeGreaterThan(25)
    expect((await countRows(record)).publication).toBeGreaterThan(3)
    expect(await callAs(record, anActor('administrator')).audit.verify({})).toMatchObject({
      ok: true,
      faults: [],
    })
    expect((await send('score.get', { dossier: 'invented' })).status).toBe(200)
  })
})

describe('SQL in a text is text', () => {
  test.each(['recommendation.list', 'source.list'])(
    'searching %s for it finds what has these very characters',
    async (path) => {
      for (const payload of injections) {
        const q = payload.slice(0, 200)
        const response = await send(path, { dossier: 'invented', q })
        const { result } = (await response.json()) as { result: { data: { total: number } } }
        const words = q
          .split(/\s+/)
          .filter((word) => word !== '')
          .slice(0, 10)
        const rows =
          path === 'recommendation.list'
            ? await record.query<{ text: string }>(
                `select concat_ws('\n', key, title, text) as text from waymark.recommendation`,
              )
            : await record.query<{ text: string }>(
                `select concat_ws('\n', title, publisher, key) as text from waymark.source s join waymark.source_publication p on p.source_id = s.root_id`,
              )
        const expected = rows.filter(({ text }) =>
          words.every((word) => text.toLowerCase().includes(word.toLowerCase())),
        ).length
        expect([q, response.status, result.data.total]).toEqual([q, 200, expected])
      }
    },
  )

  test('written into every text of an assessment it comes back as it was', async () => {
    const analyst = callAs(record, anActor('analyst', 'literal'))
    const where = { dossier: 'invented', ref: 'XX-2012-01' }
    for (const payload of injections.filter((text) => text.trim() !== '')) {
      const { version } = await analyst.assessment.form(where)
      const { id } = await analyst.assessment.submit({
        ...where,
        basedOn: version,
        effective: '2013',
        level: 'limited',
        rationale: payload,
        confidence: 'low',
        evidence: [
          {
            source: 'briefing',
            stance: 'supports',
            kind: 'media',
            origin: 'media',
            locator: payload,
            excerpt: payload,
          },
        ],
      })
      const { assessment } = await analyst.assessment.review({ dossier: 'invented', id })
      expect([
        assessment.rationale,
        assessment.evidence[0]?.locator,
        assessment.evidence[0]?.excerpt,
      ]).toEqual([payload, payload, payload])
      await analyst.assessment.retract({ dossier: 'invented', id })
    }
  })

  test('in a parameter of an address it is refused or finds nothing', async () => {
    for (const payload of [...injections, '\u0000', '\ud800'.toWellFormed()])
      for (const name of ['asOf', 'knownAt', 'method', 'area', 'side', 'standing', 'sort', 'q']) {
        const response = await host.request(
          `/invented/recommendations.json?${name}=${encodeURIComponent(payload)}`,
        )
        const text = await response.text()
        expect([name, payload, response.status < 500, inside.test(text)]).toEqual([
          name,
          payload,
          true,
          false,
        ])
      }
  })
})
