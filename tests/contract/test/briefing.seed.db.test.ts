import { getSourceCopy, getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import { getSentence, parseSeedText } from '@waymark/dossiers/test/seed-text'
import { parseDossierFile } from '@waymark/exchange/dossier-file/parse'
import { type ReadDocument, readDocx, readPdf } from '@waymark/exchange/test/read-document'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../src/full-record.ts'
import { openTestRecord, type TestRecord } from '../src/open-test-record.ts'

/** The statement of 2013 that the project starts from: what a reader would hold beside the briefing. */
const copy = await getSourceCopy('kazakhstan', '000_437b1209f754ef77.txt')
if (copy === null) throw new Error('the text of the statement is missing')
const seed = parseSeedText(new TextDecoder('utf-8', { fatal: true }).decode(copy))
const parsed = parseDossierFile(await getStarterDossier('kazakhstan'))
if (!parsed.ok) throw new Error('the starter dossier does not parse')
const file = parsed.value
const dossier = 'kazakhstan'
const day = '2013-11-27'

/** The seven concerns, each by the sentence that opens it and the recommendations that it stands behind. */
const concerns = [
  [
    'bullet 1, sentence 1',
    'The failure to ensure an impartial and thorough investigation',
    ['KZ-2013-06', 'KZ-2013-07'],
  ],
  [
    'bullet 2, sentence 1',
    'The imprisonment of individuals accused',
    ['KZ-2013-08', 'KZ-2013-09', 'KZ-2013-10', 'KZ-2013-11'],
  ],
  [
    'bullet 3, sentence 1',
    'The renewed attack on the political opposition',
    ['KZ-2013-12', 'KZ-2013-13', 'KZ-2013-14', 'KZ-2013-15'],
  ],
  [
    'bullet 4, sentence 1',
    'The closure of a number of major opposition media outlets',
    ['KZ-2013-16', 'KZ-2013-17', 'KZ-2013-18', 'KZ-2013-19'],
  ],
  ['bullet 5, sentence 1', 'The continued pattern of physical attacks', ['KZ-2013-20', 'KZ-2013-21']],
  [
    'bullet 6, sentence 1',
    'Cases of persecution of civil society activists',
    ['KZ-2013-22', 'KZ-2013-23', 'KZ-2013-24', 'KZ-2013-25', 'KZ-2013-26'],
  ],
  [
    'bullet 7, sentence 1',
    'Continued restrictions of the right to freedom of assembly',
    ['KZ-2013-27', 'KZ-2013-28'],
  ],
] as const

/** Everyone and everything that it names, as the briefing calls them. */
const cases = [
  ['Zhanaozen events', 'Zhanaozen events of December 2011'],
  ['accused of involvement in the Zhanaozen riots', 'People convicted over the Zhanaozen riots'],
  ['Roza Tuletaeva', 'Roza Tuletaeva'],
  ['Vladimir Kozlov', 'Vladimir Kozlov'],
  ['wife and daughter', 'Alma Shalabayeva and her daughter'],
  ['Mukhtar Ablyazov', 'Mukhtar Ablyazov'],
  ['exiled opponents', 'Europe-based exiled opponents'],
  ['closure of a number of major opposition media outlets', 'Opposition media closed in late 2012'],
  ['suspension of the activities of media', 'Media suspended for minor violations'],
  ['blocking of websites', 'Websites blocked for challenging the official line'],
  ['Lukpan Akhmedyarov', 'Attack on journalist Lukpan Akhmedyarov'],
  ['Zinaida Mukhortova', 'Zinaida Mukhortova'],
  ['Alexander Kharlamov', 'Alexander Kharlamov'],
  ['Vadim Kuramshin', 'Vadim Kuramshin'],
] as const

const statements = [
  ['background paragraph 1, sentence 1', '2007 Central Asia Strategy', 'eu-2007-results-oriented'],
  ['background paragraph 2, sentence 4', 'In a resolution adopted a year ago', 'ep-2012-11-must-be-linked'],
  ['background paragraph 2, sentence 5', 'Catherine Ashton', 'hrvp-2012-will-be-influenced'],
] as const

const source = file.sources.find(({ key }) => key === 'seed')
const squeeze = (text: string) => text.replace(/\s/g, '')

describe('the briefing for the round of 27 November 2013, made of the starter dossier', () => {
  let record: TestRecord
  let briefing: number
  let word: ReadDocument & { readonly files: Readonly<Record<string, string>> }
  let pdf: ReadDocument
  let html: string
  beforeAll(async () => {
    record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
    const { analyst } = people(record)
    const made = await analyst.briefing.create({
      dossier,
      round: 'hrd-05',
      title: 'Briefing for the human rights dialogue with Kazakhstan',
      language: 'en',
      audience: 'delegation',
      asOf: day,
      suggested: true,
    })
    briefing = made.briefing
    const take = async (format: 'docx' | 'pdf' | 'html') => {
      const { base64 } = await analyst.briefing.export({ dossier, briefing, format })
      return new Uint8Array(Buffer.from(base64, 'base64'))
    }
    word = readDocx(await take('docx'))
    pdf = await readPdf(await take('pdf'))
    html = Buffer.from(await take('html')).toString('utf8')
  }, 180_000)
  afterAll(() => record.close())

  /** A note that cites the statement at a place: who published it, its title, its date, the place and the address. */
  const cites = (locator: string) =>
    word.notes.filter(
      (note) =>
        note.includes(source?.publisher ?? '?') &&
        note.includes(source?.title ?? '?') &&
        note.includes('November 2013') &&
        note.includes(`, ${locator}`) &&
        note.includes(source?.url ?? '?'),
    )

  test.each(concerns)(
    'the concern of %s is in it, with its recommendations and its source',
    (locator, words, refs) => {
      expect(getSentence(seed, locator)).toContain(words)
      expect(cites(locator)).not.toEqual([])
      for (const ref of refs) {
        const asked = file.recommendations.find((one) => one.ref === ref)
        expect(word.body).toContain(`${ref} ${asked?.title}`)
        expect(word.body).toContain(asked?.text)
        expect(cites(asked?.locator ?? '?')).not.toEqual([])
      }
    },
  )

  test('no sentence of the seven concerns is missing: each is cited', () => {
    const sentences = [...seed.parts].flatMap(([part, all]) =>
      part.startsWith('bullet') ? all.map((_, i) => `${part}, sentence ${i + 1}`) : [],
    )
    expect(sentences.length).toBeGreaterThan(20)
    expect(sentences.filter((locator) => cites(locator).length === 0)).toEqual([])
  })

  test.each(cases)('“%s” of the statement is the case %s, with a status and its source', (words, name) => {
    expect(seed.whole).toContain(words)
    const row = file.cases.find(({ publicName }) => publicName === name)
    const status = row?.statuses.find((one) => one.source === 'seed')
    expect(status).toBeDefined()
    expect(word.body).toMatch(new RegExp(`${name}: [a-z][^.]*, [^.]*2013`))
    expect(cites(status?.note ?? '?')).not.toEqual([])
  })

  test.each(statements)(
    'the policy statement of %s (%s) is in it, with its source',
    (locator, words, key) => {
      expect(getSentence(seed, locator)).toContain(words)
      const statement = file.commitments.find((one) => one.key === key)
      expect(word.body).toContain(statement?.summary)
      expect(cites(locator)).not.toEqual([])
    },
  )

  test('it compares with the last meeting that the statement speaks of', () => {
    expect(seed.whole).toContain('since the last meeting in November 2011')
    expect(word.body).toContain(
      'Since Human rights dialogue of November 2011 (number not seen), November 2011:',
    )
  })

  test('nothing is invented: every fact names its row, and says what the file says of it', async () => {
    const { facts } = await people(record).analyst.briefing.get({ dossier, briefing })
    expect(facts.length).toBeGreaterThan(300)
    const rows = {
      dossier: ['all'],
      area: file.areas.map(({ key }) => key),
      recommendation: file.recommendations.map(({ ref }) => ref),
      case: file.cases.map(({ key }) => key),
      commitment: file.commitments.map(({ key }) => key),
      milestone: file.milestones.map(({ key }) => key),
    } as const
    for (const { id, row } of facts)
      expect([id, rows[row.kind as keyof typeof rows]]).toEqual([id, expect.arrayContaining([row.key])])
    // Every text of the record that a fact holds stands in the file, letter by letter.
    const whole = new Set<string>()
    const collect = (value: unknown, into: Set<string>): void => {
      if (typeof value === 'string') into.add(value)
      else if (typeof value === 'object' && value !== null)
        for (const one of Object.values(value)) collect(one, into)
    }
    collect(file, whole)
    const said = new Set<string>()
    for (const { value } of facts) collect({ ...value, part: '' }, said)
    const known =
      /^$|^not-assessed$|^stale$|^(un)?met$|^unknown$|^contrary$|^(met|passed)-|^proposed$|^as-issued$|^explicit$/
    expect([...said].filter((text) => !whole.has(text) && !known.test(text))).toEqual([])
  })

  test('nothing of it is later than the day', async () => {
    const { facts } = await people(record).analyst.briefing.get({ dossier, briefing })
    const dates = facts.flatMap(({ value }) => {
      if (value.part === 'asked') return [value.issued]
      if (value.part === 'uptake' || value.part === 'claim' || value.part === 'statement') return [value.date]
      return value.part === 'finding' && value.effective !== null ? [value.effective] : []
    })
    const silent = facts.filter(({ value }) => value.part === 'case' && value.statuses.length === 0)
    expect(silent).toEqual([])
    expect(word.body).not.toContain('Events of January 2022')
    expect(word.body).not.toContain('511 to 115')
    expect(dates.length).toBeGreaterThan(100)
    expect(dates.filter((date) => date > day && !day.startsWith(date))).toEqual([])
  })

  test('every generated sentence with a figure carries its method, its date and its cut-off in the notes', async () => {
    const { facts, basis } = await people(record).analyst.briefing.get({ dossier, briefing })
    const counted = facts.filter(({ value }) =>
      ['figures', 'area', 'lineage', 'change', 'milestone', 'finding', 'gate'].includes(value.part),
    )
    expect(counted.length).toBeGreaterThan(100)
    const note = /^Method m1; state of 27 November 2013; record cut-off \d+ \w+ \d{4}, \d\d:\d\d UTC\.$/
    for (const { id, notes } of counted) expect([id, notes.some((one) => note.test(one))]).toEqual([id, true])
    expect(basis).toMatchObject({ asOf: day, method: 'm1' })
  })

  test('Word, PDF and HTML say the same, word by word', () => {
    expect(squeeze(pdf.body)).toBe(squeeze(word.body))
    expect(pdf.notes.map(squeeze)).toEqual(word.notes.map(squeeze))
    const text = squeeze(
      html
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<section class="notes">.*?<\/section>/s, '')
        .replace(/<footer>.*?<\/footer>|<title>.*?<\/title>|<sup>.*?<\/sup>/gs, '')
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
    )
    expect(text).toContain(squeeze(word.body).slice(0, 5000))
    expect(html).not.toMatch(/<script|javascript:|\son\w+=/i)
    expect((html.match(/<li id="note-\d+">/g) ?? []).length).toBe(word.notes.length)
  })

  test('the Word file has real headings, lists and footnotes, and says of nobody that they wrote it', () => {
    const xml = word.files['word/document.xml'] ?? ''
    for (const style of ['Title', 'Heading1', 'Heading2', 'ListBullet'])
      expect(xml).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(word.files['docProps/core.xml']).toContain('<dc:creator></dc:creator>')
    expect(word.files['docProps/core.xml']).toContain('<cp:lastModifiedBy></cp:lastModifiedBy>')
  })
})
