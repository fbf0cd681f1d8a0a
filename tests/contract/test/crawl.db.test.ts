import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aMarkedFile,
  Canaries,
  markers,
  plantFormerCase,
  plantShownCase,
  plantWork,
  withPrivateCases,
} from '../src/canaries.ts'
import { type Crawled, crawlSite } from '../src/crawl-site.ts'
import { people } from '../src/full-record.ts'
import { formatBytes, importFile, openTestRecord, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
const refs = ['XX-2011-01', 'XX-2012-01']
const open = () => openTestRecord({ template: 'marked', bytes: formatBytes(aMarkedFile()) })

/** An edition, so that its page, data and zip are there. */
async function publishEdition(record: TestRecord): Promise<void> {
  const { analyst, reviewer } = people(record)
  const { edition } = await analyst.edition.propose({
    dossier,
    asOf: '2013-06-30',
    title: 'Invented edition',
  })
  await reviewer.edition.publish({ dossier, edition })
}

/** What no link leads to, but somebody may ask for. */
const guesses = [
  `/embed/${dossier}`,
  `/ru/embed/${dossier}/recommendations/${refs[0]}`,
  `/embed/${dossier}/milestones/signed`,
  `/${dossier}/cases?q=x`,
  `/${dossier}/recommendations/XX-0000-00`,
  `/kk/${dossier}/milestones/nothing`,
  `/${dossier}?asOf=nonsense`,
  '/__manifest?p=/invented&version=1',
  '/desk/invented',
]

describe('what is private is nowhere on the site', () => {
  const canaries = new Canaries()
  let record: TestRecord
  let site: Crawled
  beforeAll(async () => {
    record = await open()
    const file = await plantFormerCase(record, withPrivateCases(aMarkedFile(), canaries), canaries)
    await importFile(record, file)
    await plantWork(record, canaries, refs)
    await plantShownCase(record, canaries)
    await publishEdition(record)
    const probes = canaries.planted.filter((_, i) => i % 40 === 0)
    const asked = probes.map((one) => `/${dossier}/recommendations?q=${encodeURIComponent(one)}`)
    site = await crawlSite(record, { more: [...guesses, ...asked.slice(0, 5)] })
  }, 240_000)
  afterAll(() => record.close())

  test('none of more than 400 canaries is in a page, payload, file, feed, zip or header', () => {
    expect(canaries.planted.length).toBeGreaterThan(400)
    for (const [address, answer] of site) {
      // What the asker wrote into the address is no answer to the asker.
      const asked = decodeURIComponent(address)
      const hits = canaries.planted.filter((one) => !asked.includes(one) && answer.includes(one))
      expect([address, hits]).toEqual([address, []])
    }
  })

  test('the crawl goes everywhere: pages in three languages, payloads, tables, documents, feeds and the edition', () => {
    const addresses = [...site.keys()]
    expect(addresses.length).toBeGreaterThan(250)
    for (const pattern of [
      /^\/invented$/,
      /^\/ru\/invented\/linkage/,
      /^\/kk\/invented\/cases/,
      /\.data$/,
      /\.csv/,
      /\.xlsx/,
      /\.json/,
      /\.bib/,
      /brief\.pdf/,
      /brief\.docx/,
      /feed\.atom/,
      /catalog\.jsonld/,
      /editions\/.*\.zip$/,
      /^\/assets\/.*\.css$/,
    ])
      expect(
        addresses.some((one) => pattern.test(one)),
        String(pattern),
      ).toBe(true)
  })

  test('the public marks are found, so that the search is known to look', () => {
    const all = [...site.values()].join('\n')
    const found = markers.filter((one) => new RegExp(`${one}\\b`).test(all))
    expect(found.length).toBeGreaterThanOrEqual(50)
    for (const kind of ['.pdf', '.docx', '.xlsx', '.zip', '.atom', '.data']) {
      const text = [...site]
        .filter(([address]) => address.split('?')[0]?.endsWith(kind))
        .map(([, one]) => one)
      expect(
        markers.some((one) => text.join('\n').includes(one)),
        kind,
      ).toBe(true)
    }
  })
})

test('two records that differ in private data alone are the same site, byte for byte', async () => {
  const [plain, busy] = [await open(), await open()]
  try {
    await plantWork(busy, new Canaries(), refs)
    const [a, b] = [
      await crawlSite(plain, { more: guesses, most: 1 }),
      await crawlSite(busy, { more: guesses, most: 1 }),
    ]
    expect([...b.keys()]).toEqual([...a.keys()])
    for (const [address, answer] of a) expect([address, b.get(address)]).toEqual([address, answer])
  } finally {
    await plain.close()
    await busy.close()
  }
}, 240_000)
