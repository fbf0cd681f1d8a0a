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
  `/embed/${dossier}.svg?theme=dark`,
  `/ru/embed/${dossier}.png`,
  `/kk/embed/${dossier}/milestones/signed.svg`,
  `/embed/${dossier}/recommendations/${refs[0]}.png?asOf=2013-01-01`,
  `/embed/${dossier}/recommendations/XX-0000-00.svg`,
  `/embed/${dossier}/areas/nothing.png`,
  `/${dossier}/cases/card.png`,
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
      /^\/invented\/card\.png/,
      /^\/kk\/invented\/recommendations\/[^/]+\/card\.png/,
      /^\/ru\/invented\/milestones\/[^/]+\/card\.png/,
      /^\/invented\/linkage\/card\.png/,
      /^\/invented\/changes\/card\.png/,
      /^\/invented\/editions\/[^/]+\/card\.png/,
      /^\/kk\/embed\/invented\/areas\/[^/]+\.svg/,
      /^\/embed\/invented\/recommendations\/[^/]+\.png/,
      /^\/assets\/.*\.css$/,
    ])
      expect(
        addresses.some((one) => pattern.test(one)),
        String(pattern),
      ).toBe(true)
  })

  test('pictures hold points or outlines alone, and say in the words of the page’s language what they show', () => {
    const found = (pattern: RegExp) =>
      [...site].filter(([address, one]) => pattern.test(address) && /^200 /.test(one))
    const bitmaps = found(/\.png(?:$|\?)/)
    expect(bitmaps.length).toBeGreaterThan(20)
    for (const [address, answer] of bitmaps) {
      const parts = answer.slice(answer.lastIndexOf('] ') + 2).split(' ')
      expect([
        address,
        parts.filter((part) => !['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND'].includes(part)),
      ]).toEqual([address, []])
      expect(parts.at(-1)).toBe('IEND')
    }
    const drawings = found(/\.svg(?:$|\?)/).filter(([address]) => address.includes('embed'))
    for (const [language, word] of [
      ['', 'method m1'],
      ['/ru', 'метод m1'],
      ['/kk', 'әдіс: m1'],
    ] as const) {
      const own = drawings.filter(([address]) => address.startsWith(`${language}/embed/invented`))
      expect(own.length).toBeGreaterThan(0)
      // Kept like every public answer, and other sites may show it.
      for (const [, answer] of own) {
        expect(answer).toContain('["cache-control","public, no-cache"]')
        expect(answer).toContain('["cross-origin-resource-policy","cross-origin"]')
      }
      for (const [, answer] of own) expect(/<desc[^>]*>([^<]+)<\/desc>/.exec(answer)?.[1]).toContain(word)
    }
    expect(drawings.some(([, answer]) => markers.some((one) => answer.includes(one)))).toBe(true)
    for (const absent of [
      '/embed/invented/recommendations/XX-0000-00.svg',
      '/embed/invented/areas/nothing.png',
      '/invented/cases/card.png',
    ])
      expect(site.get(absent)).toMatch(/^404 /)
  })

  test('a link to a page carries its card; one to cases carries none', () => {
    const card = (address: string) =>
      /<meta property="og:image" content="([^"]*)"/.exec(site.get(address) ?? '')?.[1]
    expect(card('/invented')).toBe('https://record.example.org/invented/card.png')
    expect(card('/ru/invented/linkage')).toBe('https://record.example.org/ru/invented/linkage/card.png')
    expect(site.get('/invented')).toMatch(/<meta property="og:image:alt" content="[^"]{80,}"/)
    for (const [address, answer] of site)
      if (/^(?:\/(?:ru|kk))?\/invented\/cases/.test(address))
        expect([address, /og:|twitter:/.test(answer)]).toEqual([address, false])
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
