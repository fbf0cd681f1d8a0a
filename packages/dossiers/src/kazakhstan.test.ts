import { createHash } from 'node:crypto'
import { listDossierErrors } from '@waymark/exchange/dossier-file/check-references'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import { describe, expect, test } from 'vitest'
import { getSentence, parseSeedText } from '../test/seed-text.ts'
import { getSourceCopy, getStarterDossier, starterDossiers } from './starter-dossiers.ts'

const bytes = await getStarterDossier('kazakhstan')
const parsed = parseDossierFile(bytes)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error.errors, null, 1))
const dossier = parsed.value

const copy = await getSourceCopy('kazakhstan', '000_437b1209f754ef77.txt')
if (copy === null) throw new Error('the text of the statement is missing')
const seed = parseSeedText(new TextDecoder('utf-8', { fatal: true }).decode(copy))

const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')

test('the file is the one whose hash is recorded', () => {
  expect(sha256(bytes)).toBe(starterDossiers.kazakhstan.sha256)
  expect(sha256(copy)).toBe('7a4d335557b91b7463311fafbc123348a2aedf4e9a7b391811fcf090ce619ed5')
})

test('the dossier has no errors, on the day of its newest finding as later', () => {
  for (const today of ['2026-11-23', '2030-01-01']) {
    expect(listDossierErrors(dossier, { today, now: `${today}T23:59:59Z`, isNew: true }).errors).toEqual([])
  }
})

test('the dossier says itself that its assessments are a reading that nobody named has reviewed', () => {
  expect(dossier.dossier.note).toContain('illustrative editorial reading')
  expect(dossier.dossier.note).toContain('none of those organisations has reviewed them')
})

test('every stored copy that a source names is there, and none can be reached by another path', async () => {
  const named = dossier.sources.flatMap((source) => (source.file === undefined ? [] : [source.file]))
  expect(named).toContain('000_437b1209f754ef77.txt')
  for (const file of named) expect(await getSourceCopy('kazakhstan', file)).not.toBeNull()
  expect(await getSourceCopy('kazakhstan', 'missing.txt')).toBeNull()
  expect(await getSourceCopy('kazakhstan', '../kazakhstan.json')).toBeNull()
})

/** The rows that quote the statement's concerns: its seven bullets, each an area with recommendations. */
describe.each([
  [
    'zhanaozen-investigation',
    'bullet 1',
    'The failure to ensure an impartial and thorough investigation',
    ['KZ-2013-06', 'KZ-2013-07'],
  ],
  [
    'zhanaozen-trials',
    'bullet 2',
    'The imprisonment of individuals accused of involvement',
    ['KZ-2013-08', 'KZ-2013-09', 'KZ-2013-10', 'KZ-2013-11'],
  ],
  [
    'political-opposition',
    'bullet 3',
    'The renewed attack on the political opposition',
    ['KZ-2013-12', 'KZ-2013-13', 'KZ-2013-14', 'KZ-2013-15'],
  ],
  [
    'media-freedom',
    'bullet 4',
    'The closure of a number of major opposition media outlets',
    ['KZ-2013-16', 'KZ-2013-17', 'KZ-2013-18', 'KZ-2013-19'],
  ],
  [
    'attacks-on-journalists',
    'bullet 5',
    'The continued pattern of physical attacks against journalists',
    ['KZ-2013-20', 'KZ-2013-21'],
  ],
  [
    'activists',
    'bullet 6',
    'Cases of persecution of civil society activists',
    ['KZ-2013-22', 'KZ-2013-23', 'KZ-2013-24', 'KZ-2013-25', 'KZ-2013-26'],
  ],
  [
    'assembly',
    'bullet 7',
    'Continued restrictions of the right to freedom of assembly',
    ['KZ-2013-27', 'KZ-2013-28'],
  ],
])('the concern %s', (area, part, opening, refs) => {
  test('is an area whose recommendations lead back to its bullet', () => {
    expect(seed.parts.get(part)?.[0]).toMatch(new RegExp(`^${opening}`))
    expect(dossier.areas.map((row) => row.key)).toContain(area)
    const rows = dossier.recommendations.filter((row) => row.area === area && row.source === 'seed')
    expect(rows.map((row) => row.ref)).toEqual(refs)
    for (const row of rows) {
      expect(row.locator?.startsWith(`${part}, sentence `), row.ref).toBe(true)
      expect(getSentence(seed, row.locator ?? ''), row.ref).not.toBeNull()
      // The statement voices concerns; that an ask is meant is the editors' reading, and the row says so.
      expect(row.basis, row.ref).toBe('implied')
    }
  })

  test('was proposed at the round of 27 November 2013', () => {
    for (const ref of refs) {
      const events = dossier.uptake.filter((row) => row.recommendation === ref && row.source === 'seed')
      expect(
        events.map((row) => [row.kind, row.date, row.round]),
        ref,
      ).toEqual([['proposed', '2013-11-27', 'hrd-05']])
    }
  })
})

/** Everyone whom the statement names, and the events and groups that it speaks of. */
test.each([
  ['Roza Tuletaeva', 'roza-tuletaeva', /Tuletaeva/, 'KZ-2013-10'],
  ['Vladimir Kozlov', 'vladimir-kozlov', /Kozlov/, 'KZ-2013-12'],
  ['wife and daughter', 'shalabayeva', /Shalabayeva and her daughter/, 'KZ-2013-15'],
  ['Mukhtar Ablyazov', 'mukhtar-ablyazov', /Ablyazov/, 'KZ-2013-14'],
  ['exiled opponents', 'exiled-opponents', /exiled opponents/, 'KZ-2013-14'],
  ['Lukpan Akhmedyarov', 'akhmedyarov-attack', /Akhmedyarov/, 'KZ-2013-20'],
  ['Zinaida Mukhortova', 'zinaida-mukhortova', /Mukhortova/, 'KZ-2013-22'],
  ['Alexander Kharlamov', 'alexander-kharlamov', /Kharlamov/, 'KZ-2013-23'],
  ['Vadim Kuramshin', 'vadim-kuramshin', /Kuramshin/, 'KZ-2013-25'],
  ['Zhanaozen events', 'zhanaozen-2011', /Zhanaozen/, 'KZ-2013-06'],
  ['accused of involvement in the Zhanaozen riots', 'zhanaozen-defendants', /Zhanaozen riots/, 'KZ-2013-08'],
  ['closure of a number of major opposition media outlets', 'opposition-media-2012', /media/, 'KZ-2013-16'],
  ['suspension of the activities of media', 'suspended-media', /suspended/, 'KZ-2013-17'],
  ['blocking of websites', 'blocked-websites', /blocked/, 'KZ-2013-19'],
])(
  '%s of the statement is a case, linked to a recommendation and with a dated status',
  (words, key, name, ref) => {
    expect(seed.whole).toContain(words)
    const row = dossier.cases.find((one) => one.key === key)
    expect(row?.publicName).toMatch(name)
    expect(row?.recommendations).toContain(ref)
    const linked = dossier.recommendations.find((one) => one.ref === ref)
    expect(linked?.source).toBe('seed')
    expect(getSentence(seed, linked?.locator ?? '')).not.toBeNull()
    const sources = row?.statuses.map((status) => status.source) ?? []
    expect(sources).toContain('seed')
  },
)

test.each([
  ['bullet 3, sentence 2', 'Kozlov', 'KZ-2013-12'],
  ['bullet 2, sentence 4', 'adequate treatment', 'KZ-2013-10'],
  ['bullet 3, sentence 4', 'Ablyazov', 'KZ-2013-15'],
  ['bullet 5, sentence 3', 'Those who ordered the attack', 'KZ-2013-20'],
  ['bullet 6, sentence 2', 'Mukhortova', 'KZ-2013-22'],
  ['bullet 6, sentence 3', 'Kharlamov', 'KZ-2013-23'],
  ['bullet 6, sentence 5', 'Kuramshin', 'KZ-2013-26'],
  ['bullet 6, sentence 6', 'safety and well-being', 'KZ-2013-25'],
  ['paragraph 1, sentence 2', 'prominently raise concerns', 'KZ-2013-01'],
  ['paragraph after the bullets, sentence 1', 'recommendations for steps', 'KZ-2013-03'],
  ['paragraph after the bullets, sentence 2', 'specific progress steps', 'KZ-2013-04'],
  ['background paragraph 2, sentence 3', 'condition closer relations', 'KZ-2013-05'],
])('%s, which says “%s”, is where %s comes from', (locator, words, ref) => {
  expect(getSentence(seed, locator)).toContain(words)
  expect(dossier.recommendations.find((row) => row.ref === ref)).toMatchObject({ source: 'seed', locator })
})

/** The statements of policy that the text rests its demand on. */
test.each([
  [
    'eu-2007-results-oriented',
    '2007-06-22',
    'background paragraph 1, sentence 1',
    '2007 Central Asia Strategy',
  ],
  [
    'ep-2012-11-must-be-linked',
    '2012-11-22',
    'background paragraph 2, sentence 4',
    'In a resolution adopted a year ago',
  ],
  ['hrvp-2012-will-be-influenced', '2012-03-14', 'background paragraph 2, sentence 5', 'Catherine Ashton'],
])('the statement %s of %s is a commitment with its sentence', (key, date, locator, words) => {
  expect(getSentence(seed, locator)).toContain(words)
  expect(dossier.commitments.find((row) => row.key === key)).toMatchObject({ date, source: 'seed', locator })
})

test.each([
  ['hrd-2011', '2011-11', 'since the last meeting in November 2011'],
  ['hrd-05', '2013-11-27', 'scheduled to take place in Astana on 27 November'],
])('the round %s of %s is in the dossier, on the word of the statement', (key, date, words) => {
  expect(seed.whole).toContain(words)
  expect(dossier.rounds.find((row) => row.key === key)).toMatchObject({ date, source: 'seed' })
})

test.each([
  ['pca-in-force', '1999-07-01', 'one in force since 1999'],
  ['central-asia-strategy', '2007-06-22', '2007 Central Asia Strategy'],
  ['epca-round-2013-10', '2013-10-09', 'resumed after over a year-long break'],
])(
  'the step %s of %s, of which the statement speaks, is a milestone with a source',
  (key, occurred, words) => {
    expect(seed.whole).toContain(words)
    const row = dossier.milestones.find((one) => one.key === key)
    expect(row).toMatchObject({ occurred, locator: expect.any(String) })
    expect(dossier.sources.map((source) => source.key)).toContain(row?.source)
  },
)

test('every excerpt from the statement is its very words, in the sentence that its locator names', () => {
  const tidy = (s: string) => s.replace(/\s+/g, ' ').trim()
  const items = dossier.assessments.flatMap((row) => row.evidence.filter((item) => item.source === 'seed'))
  expect(items.length).toBeGreaterThan(30)
  for (const item of items) {
    const sentence = getSentence(seed, item.locator ?? '')
    expect(sentence, item.locator).not.toBeNull()
    if (item.excerpt !== undefined) expect(sentence, item.locator).toContain(tidy(item.excerpt))
  }
})

test('every locator into the statement names a sentence that it has', () => {
  const rows = [...dossier.recommendations, ...dossier.uptake, ...dossier.commitments, ...dossier.claims]
  const locators = rows.filter((row) => row.source === 'seed').map((row) => row.locator ?? 'none')
  expect(locators.length).toBeGreaterThan(50)
  expect(locators.filter((locator) => getSentence(seed, locator) === null)).toEqual([])
})
