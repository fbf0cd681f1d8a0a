import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aNewCase } from '../src/case-calls.ts'
import { expectRefusal } from '../src/expect-refusal.ts'
import { openInvented, people } from '../src/full-record.ts'
import { buildPublicData, type TestRecord } from '../src/open-test-record.ts'
import { translate } from '../src/translation-calls.ts'

const dossier = 'invented'
let record: TestRecord
beforeEach(async () => {
  record = await openInvented()
})
afterEach(() => record.close())

describe('a table of translations', () => {
  const title = { kind: 'recommendation', key: 'XX-2011-01', field: 'title', language: 'ru' } as const
  const takeOut = async (format: 'csv' | 'xlsx' = 'csv') => {
    const { analyst } = people(record)
    const file = await analyst.translation.export({ dossier, format, language: 'ru' })
    return { dossier, name: file.name, base64: file.base64 }
  }
  const read = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64').toString('utf8')
  /** The table with a translation written in the rows that begin so. */
  const fill = (file: Awaited<ReturnType<typeof takeOut>>, words: Readonly<Record<string, string>>) => {
    const lines = read(file)
      .split('\r\n')
      .map((line) => {
        const text = Object.entries(words).find(([begin]) => line.startsWith(begin))?.[1]
        return text === undefined ? line : line.replace(/,[^,]*,(missing|current|outdated),/, `,${text},$1,`)
      })
    return { ...file, base64: Buffer.from(lines.join('\r\n')).toString('base64') }
  }
  const rowOfTitle = 'recommendation,XX-2011-01,XX-2011-01 Adopt an invented law,title,ru'

  test.each(['csv', 'xlsx'] as const)(
    'that was only taken out, as %s, and brought in changes nothing',
    async (format) => {
      await translate(record, title, 'Закон; "в кавычках", = не формула\nи вторая строка')
      const file = await takeOut(format)
      const { analyst } = people(record)
      const plan = await analyst.translation.check(file)
      expect(plan).toMatchObject({ added: 0, changed: 0, unchanged: 1, errors: [], unreadable: null })
      expect(await analyst.translation.import({ ...file, basis: plan.basis })).toEqual({
        added: 0,
        changed: 0,
      })
    },
  )

  test('brings in what a translator wrote, and readers see it', async () => {
    const { analyst, viewer } = people(record)
    const file = fill(await takeOut(), {
      [rowOfTitle]: 'Принять вымышленный закон',
      'step,XX-2011-01.law,': 'Закон в силе',
    })
    const plan = await analyst.translation.check(file)
    expect(plan).toMatchObject({ added: 2, changed: 0, errorCount: 0 })
    expect(await analyst.translation.import({ ...file, basis: plan.basis })).toEqual({ added: 2, changed: 0 })
    const { frame } = await viewer.recommendation.get({ dossier, ref: 'XX-2011-01', lang: 'ru' })
    expect(frame.cut.texts?.map(({ text }) => text)).toEqual(['Принять вымышленный закон', 'Закон в силе'])
    const again = fill(await takeOut(), { [rowOfTitle]: 'Принять закон' })
    expect(await analyst.translation.check(again)).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  })

  test('is refused, row by row, where somebody translated meanwhile, changed the original, or wrote a row of their own', async () => {
    const { analyst } = people(record)
    const taken = await takeOut()
    await translate(record, title, 'Другой перевод')
    const mine = fill(taken, { [rowOfTitle]: 'Мой перевод', 'step,XX-2011-01.law,': 'Закон' })
    const odd = read(mine)
      .replace('Invented law in force', 'Invented law, reworded')
      .concat('area,nothing,x,title,ru,x,Область,missing,0\r\n')
    const file = { ...mine, base64: Buffer.from(odd).toString('base64') }
    const plan = await analyst.translation.check(file)
    expect(plan.errors.map(({ code }) => code).sort()).toEqual([
      'original-changed',
      'translated-meanwhile',
      'unknown',
    ])
    await expectRefusal(
      record,
      () => analyst.translation.import({ ...file, basis: plan.basis }),
      'import-refused',
    )
  })

  test('is not brought in when it would do something else than was agreed to', async () => {
    const { analyst } = people(record)
    const file = fill(await takeOut(), { [rowOfTitle]: 'Закон' })
    await expectRefusal(
      record,
      () => analyst.translation.import({ ...file, basis: 'of another plan' }),
      'record-moved-on',
    )
  })

  test('that has no such columns says so', async () => {
    const base64 = Buffer.from('a,b\n1,2\n').toString('base64')
    const plan = await people(record).analyst.translation.check({ dossier, name: 'x.csv', base64 })
    expect(plan.unreadable).toContain('no sheet with the columns')
  })
})

describe('words about a person', () => {
  const summary = { kind: 'case', field: 'summary', language: 'ru' } as const
  /** A case that two people made public. */
  async function publishCase() {
    const { analyst, reviewer } = people(record)
    const { key } = await analyst.case.create(aNewCase())
    const { version } = await analyst.case.get({ dossier, key })
    await analyst.case.propose({ dossier, key, basedOn: version, change: 'publish' })
    await approve(key)
    return { key, analyst, reviewer }
  }
  const proposalOf = async (key: string) =>
    (await people(record).analyst.case.get({ dossier, key })).proposal?.id ?? 0
  const approve = async (key: string) =>
    people(record).reviewer.case.approve({ dossier, key, proposal: await proposalOf(key) })
  const isShown = async () => {
    const response = await buildPublicData(record).request(`/${dossier}/cases.json?lang=ru`)
    return (await response.text()).includes('Вымышлено')
  }

  test('are public in another language once a second person agreed, and not before', async () => {
    const { key, reviewer } = await publishCase()
    const kept = await translate(record, { ...summary, key }, 'Вымышлено.')
    expect(kept).toEqual({ version: null, waits: true })
    expect(await isShown()).toBe(false)
    const { proposal } = await reviewer.case.get({ dossier, key })
    expect([proposal?.change, proposal?.now?.summary, proposal?.after?.summary]).toEqual([
      'translate',
      'Invented.',
      'Вымышлено.',
    ])
    await approve(key)
    expect(await isShown()).toBe(true)
  })

  test('leave the public with the case, with a change of how it is named, and with its erasure', async () => {
    const { key, analyst } = await publishCase()
    await translate(record, { ...summary, key }, 'Вымышлено.')
    await approve(key)
    const { version } = await analyst.case.get({ dossier, key })
    const { sensitivity: _, ...content } = aNewCase({ realName: 'Somebody Fictitious' })
    await analyst.case.correct({ ...content, key, basedOn: version, reason: 'Invented.' })
    await approve(key)
    expect(await isShown()).toBe(false)
    const { fields } = await analyst.translation.get({ dossier, kind: 'case', key })
    const states = fields.flatMap(({ field, translations }) =>
      translations.map(({ language, state }) => [field, language, state].join(' ')),
    )
    expect(states).toContain('summary ru outdated')
    await translate(record, { ...summary, key }, 'Вымышлено вновь.')
    await approve(key)
    expect(await isShown()).toBe(true)
    const now = await analyst.case.get({ dossier, key })
    await analyst.case.propose({ dossier, key, basedOn: now.version, change: 'erase' })
    await approve(key)
    expect(await isShown()).toBe(false)
    const left = await record.query(
      `select 1 from waymark.personal_data where content::text like '%Вымышлено%'`,
    )
    expect(left).toEqual([])
  })

  test('of a case that is not public cannot be translated, and are in no table', async () => {
    const { analyst } = people(record)
    const { key } = await analyst.case.create(aNewCase())
    await expectRefusal(record, () => analyst.translation.get({ dossier, kind: 'case', key }), 'not-found')
    const { base64 } = await analyst.translation.export({ dossier, format: 'csv', language: 'ru' })
    expect(Buffer.from(base64, 'base64').toString('utf8')).not.toMatch(/^case,/m)
  })
})

test('a table at its plain address is in the originals, and in the language that is asked for', async () => {
  await translate(
    record,
    { kind: 'recommendation', key: 'XX-2011-01', field: 'title', language: 'ru' },
    'Вымышленный закон',
  )
  const csv = async (query: string) =>
    (await buildPublicData(record).request(`/${dossier}/recommendations.csv${query}`)).text()
  expect(await csv('')).toContain('Adopt an invented law')
  expect(await csv('')).not.toContain('Вымышленный закон')
  expect(await csv('?lang=ru')).toContain('Вымышленный закон')
  expect(await csv('?lang=ru')).not.toContain('Adopt an invented law')
})
