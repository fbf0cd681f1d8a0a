import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMarkedFile } from '../src/canaries.ts'
import { type Crawled, crawlSite } from '../src/crawl-site.ts'
import { people } from '../src/full-record.ts'
import { callAs, formatBytes, openTestRecord, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
/** In the key, the names, the texts and the only source of one case, and nowhere else. */
const name = 'zhanarix'
const key = `${name}-jailed`

/** The marked dossier, with a case that names somebody wherever a case can. */
function aFile() {
  const file = aMarkedFile()
  const [one] = file.cases
  const [source] = file.sources
  if (one === undefined || source === undefined) throw new Error('no case')
  return {
    ...file,
    sources: [...file.sources, { ...source, key: `${name}-source`, title: 'Article on Zhanarix' }],
    cases: [
      ...file.cases,
      {
        ...one,
        key,
        publicName: 'Zhanarix Invented',
        summary: 'Zhanarix is plainly invented.',
        statuses: [
          { status: 'detained' as const, date: '2012-07', source: `${name}-source`, note: 'Zhanarix: note' },
        ],
      },
    ],
  }
}

let record: TestRecord
let address: string
let before: Crawled
const own = () => `/${dossier}/cases/${address}`
const listPages = () => ['', '/ru', '/kk'].map((prefix) => `${prefix}${own()}`)
const crawl = (more: readonly string[]) => crawlSite(record, { more, most: 1 })
const listHits = (site: Crawled) =>
  [...site].filter(([, answer]) => answer.toLowerCase().includes(name)).map(([path]) => path)

beforeAll(async () => {
  record = await openTestRecord({ template: 'named', bytes: formatBytes(aFile()) })
  const { analyst, reviewer } = people(record)
  const { edition } = await analyst.edition.propose({
    dossier,
    asOf: '2013-06-30',
    title: 'Invented edition',
  })
  await reviewer.edition.publish({ dossier, edition })
  const { cases } = await callAs(record).case.list({ dossier })
  address = cases.find((one) => one.key === key)?.address ?? ''
  before = await crawl(listPages())
}, 240_000)
afterAll(() => record.close())

test('before it, the name is found in pages of three languages, tables, files and briefs, and in no edition', () => {
  const hits = listHits(before)
  for (const pattern of [
    /^\/invented\/cases$/,
    /^\/ru\/invented\/cases$/,
    /^\/kk\/invented\/cases$/,
    /^\/invented\/recommendations\/XX/,
    /cases\.json/,
    /cases\.csv/,
    /cases\.xlsx/,
    /sources\.csv/,
    /\.data$/,
    /cases\/c[0-9a-f]{12}$/,
  ])
    expect(
      hits.some((one) => pattern.test(one)),
      String(pattern),
    ).toBe(true)
  expect(hits.filter((one) => /editions\/.*\.(zip|json|csv|xlsx)$/.test(one))).toEqual([])
  expect([...before.keys()].some((one) => /editions\/.*\.zip$/.test(one))).toBe(true)
  expect(own()).not.toContain(name)
})

test('after one person made the case internal, the name is nowhere on the site, and a nameless tombstone at its address', async () => {
  const { reviewer } = people(record)
  const knownAt = new Date().toISOString()
  const { version } = await reviewer.case.get({ dossier, key })
  const restricted = {
    dossier,
    key,
    basedOn: version,
    sensitivity: 'internal',
    reason: 'Invented: in danger.',
  } as const
  expect(await reviewer.case.restrict(restricted)).toEqual({ key, waits: false })
  const guesses = [
    `/${dossier}/cases/${key}`,
    `/${dossier}/cases.json?knownAt=${knownAt}`,
    `/${dossier}/cases?asOf=2012-12-31&knownAt=${knownAt}`,
    `/${dossier}/sources?q=article`,
    `/${dossier}/recommendations?q=jailed`,
  ]
  const after = await crawl([...before.keys(), ...guesses])
  expect(after.size).toBeGreaterThanOrEqual(before.size)
  expect(listHits(after).filter((path) => !path.toLowerCase().includes(name))).toEqual([])
  const day = knownAt.slice(0, 10)
  const tombstones = listPages().map((path) => after.get(path) ?? '')
  for (const one of tombstones) expect(one).toMatch(/^410 .*"no-cache"/)
  expect(tombstones[0]).toContain('Taken down')
  expect(tombstones[0]).toContain(String(Number(day.slice(8))))
  expect(tombstones[1]).toContain('Снято с публикации')
  expect(tombstones[2]).toContain('Жарияланымнан алынды')
  // The key may hold the name: its address says no more than that of a key that never was.
  expect(after.get(`/${dossier}/cases/${key}`)).toMatch(/^404 /)
  const reader = callAs(record)
  expect(await reader.case.page({ dossier, case: address })).toMatchObject({ case: null, takenDownOn: day })
  const window = await record.query<{ row: string }>(
    'select t::text as row from public_record.case_tombstone t',
  )
  expect(window.map(({ row }) => row)).toEqual([expect.stringContaining(`${address},${day}`)])
}, 240_000)

test('a case that never was public has no tombstone: its address is that of nothing', async () => {
  const { analyst } = people(record)
  const made = {
    dossier,
    kind: 'person',
    publicName: 'Invented',
    naming: 'name',
    summary: 'Invented.',
  } as const
  await analyst.case.create(made)
  const [{ at = '' } = {}] = await record.query<{ at: string }>(
    `select 'c' || left(encode(sha256(convert_to('waymark/case/' || max(root_id), 'UTF8')), 'hex'), 12) as at from waymark.case_record`,
  )
  expect(at).not.toBe(address)
  await expect(callAs(record).case.page({ dossier, case: at })).rejects.toThrow('not-found')
})

test('it takes two to show it again; then the same address shows it, and after an erasure the tombstone is back', async () => {
  const { analyst, reviewer } = people(record)
  const decide = async (change: 'publish' | 'erase') => {
    const { version } = await analyst.case.get({ dossier, key })
    expect(await analyst.case.propose({ dossier, key, basedOn: version, change })).toMatchObject({
      waits: true,
    })
    const { proposal } = await reviewer.case.get({ dossier, key })
    await reviewer.case.approve({ dossier, key, proposal: proposal?.id ?? 0 })
  }
  const read = () => callAs(record).case.page({ dossier, case: address })
  await decide('publish')
  expect(await read()).toMatchObject({ case: { key }, takenDownOn: null })
  expect((await callAs(record).source.list({ dossier, q: 'article' })).total).toBe(1)
  await decide('erase')
  expect(await read()).toMatchObject({ case: null, takenDownOn: new Date().toISOString().slice(0, 10) })
  expect((await callAs(record).source.list({ dossier, q: 'article' })).total).toBe(0)
})
