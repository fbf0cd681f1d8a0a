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
import { people } from '../src/full-record.ts'
import { formatBytes, importFile, openTestRecord, type TestRecord } from '../src/open-test-record.ts'
import { type Answers, readPublicAnswers } from '../src/public-answers.ts'
import { dumpText } from '../src/tables.ts'
import { publish } from '../src/workflow.ts'

const refs = ['XX-2011-01', 'XX-2012-01']
const where = { dossier: 'invented', refs, milestones: ['signed'] }
const open = () => openTestRecord({ template: 'marked', bytes: formatBytes(aMarkedFile()) })

describe('what is private is in no public answer', () => {
  const canaries = new Canaries()
  let record: TestRecord
  let answers: Answers
  beforeAll(async () => {
    record = await open()
    const file = await plantFormerCase(record, withPrivateCases(aMarkedFile(), canaries), canaries)
    await importFile(record, file)
    await plantWork(record, canaries, refs)
    await plantShownCase(record, canaries)
    const { analyst, reviewer } = people(record)
    const id = await publish({ analyst, reviewer }, { ref: 'XX-2011-01', level: 'some' })
    const { version } = await analyst.assessment.form({ dossier: 'invented', ref: 'XX-2011-01' })
    await reviewer.assessment.withdraw({
      dossier: 'invented',
      id,
      basedOn: version,
      reason: canaries.plant(),
    })
    const probes = [...new Set(canaries.planted.filter((_, i) => i % 10 === 0))]
    answers = await readPublicAnswers(record, { ...where, probes })
  }, 240_000)
  afterAll(() => record.close())

  test('more than 200 canaries are on record, in three scripts', async () => {
    const accounts = await record.query<{ row: string }>('select t::text as row from auth."user" t')
    const everything = `${await dumpText(record)} ${accounts.map((one) => one.row).join(' ')}`
    const there = canaries.planted.filter((one) => everything.includes(one))
    expect(new Set(there).size).toBeGreaterThan(200)
    expect(there.filter((one) => /[а-я]/i.test(one)).length).toBeGreaterThan(100)
  })

  test('none of them is in an answer: not in a body, a header, a search result or a refusal', () => {
    for (const [name, text] of answers) {
      const hits = canaries.planted.filter((one) => text.includes(one))
      expect([name, hits]).toEqual([name, []])
    }
  })

  test('searching for one finds nothing', () => {
    const searches = [...answers].filter(([name]) => /^(recommendation|source)\.list .*"q":/.test(name))
    expect(searches.length).toBeGreaterThan(20)
    for (const [name, text] of searches) expect([name, JSON.parse(text).total]).toEqual([name, 0])
  })

  test('the public marks are found, so that the search is known to look', () => {
    const all = [...answers.values()].join('\n')
    const found = markers.filter(
      (one) =>
        all.includes(`${one} `) ||
        all.includes(`${one}"`) ||
        all.includes(`${one},`) ||
        all.includes(`${one}\\`),
    )
    expect(found.length).toBeGreaterThanOrEqual(50)
    expect(answers.size).toBeGreaterThan(120)
  })

  test('the search looks inside workbooks: what a table holds is found there too', () => {
    const found = (ending: string) => {
      const text = [...answers]
        .filter(([name]) => name.endsWith(ending))
        .map(([, one]) => one)
        .join('\n')
      return markers.filter((one) => new RegExp(`${one}\\b`).test(text))
    }
    const inTables = found('.csv')
    expect(inTables.length).toBeGreaterThan(10)
    expect(found('.xlsx')).toEqual(expect.arrayContaining(inTables))
  })

  test('the public window itself holds none of them either', async () => {
    const views = await record.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'public_record'`,
    )
    for (const { name } of views) {
      const rows = await record.query<{ row: string }>(`select t::text as row from public_record.${name} t`)
      const text = rows.map((one) => one.row).join('\n')
      expect([name, canaries.planted.filter((one) => text.includes(one))]).toEqual([name, []])
    }
  })
})

describe('two records that differ in private data alone', () => {
  test('give byte-equal public answers, tags and counts included', async () => {
    const [plain, busy] = [await open(), await open()]
    try {
      const canaries = new Canaries()
      await plantWork(busy, canaries, refs)
      const [a, b] = [await readPublicAnswers(plain, where), await readPublicAnswers(busy, where)]
      expect([...b.keys()]).toEqual([...a.keys()])
      for (const [name, text] of a) expect([name, b.get(name)]).toEqual([name, text])
    } finally {
      await plain.close()
      await busy.close()
    }
  }, 240_000)

  test('also when what differs is an import of cases that the public may not know of', async () => {
    const [plain, busy] = [await open(), await open()]
    try {
      await importFile(busy, withPrivateCases(aMarkedFile(), new Canaries()))
      const [a, b] = [await readPublicAnswers(plain, where), await readPublicAnswers(busy, where)]
      for (const [name, text] of a) expect([name, b.get(name)]).toEqual([name, text])
    } finally {
      await plain.close()
      await busy.close()
    }
  }, 240_000)
})
