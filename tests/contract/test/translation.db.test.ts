import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { expectRefusal } from '../src/expect-refusal.ts'
import { aFullFile, openInvented, people } from '../src/full-record.ts'
import { importFile, type TestRecord } from '../src/open-test-record.ts'
import { translate } from '../src/translation-calls.ts'

const dossier = 'invented'
const place = { dossier, kind: 'recommendation', key: 'XX-2011-01' } as const
const title = { kind: 'recommendation', key: 'XX-2011-01', field: 'title', language: 'kk' } as const
let record: TestRecord
beforeEach(async () => {
  record = await openInvented()
})
afterEach(() => record.close())

const getView = () => people(record).analyst.translation.get(place)
const getTitle = async (language: 'ru' | 'kk') =>
  (await getView()).fields
    .find(({ field }) => field === 'title')
    ?.translations.find((one) => one.language === language)

/** The recommendation as a changed file has it. */
function correct(over: { readonly title?: string; readonly text?: string }) {
  const file = aFullFile()
  const recommendations = file.recommendations.map((one) =>
    one.ref === place.key ? { ...one, ...over } : one,
  )
  return importFile(record, { ...file, recommendations })
}

const keep = (text: string) => translate(record, title, text)

test('a translation is up to date until the original says something else, and then says what it was made of', async () => {
  const { analyst } = people(record)
  expect((await getTitle('kk'))?.state).toBe('missing')
  await keep('Ойдан шығарылған заң қабылдансын.')
  expect(await getTitle('kk')).toMatchObject({
    state: 'current',
    text: 'Ойдан шығарылған заң қабылдансын.',
    madeOf: null,
  })
  await correct({ text: 'Adopt an invented law without any permits.' })
  expect((await getTitle('kk'))?.state, 'another field has changed').toBe('current')
  expect((await analyst.queue.work({ dossier })).outdated.total).toBe(0)
  await correct({
    text: 'Adopt an invented law without any permits.',
    title: 'Adopt and apply an invented law',
  })
  expect(await getTitle('kk')).toMatchObject({ state: 'outdated', madeOf: 'Adopt an invented law' })
  const { outdated } = await analyst.queue.work({ dossier })
  expect(outdated.rows.map(({ kind, key, field, language }) => [kind, key, field, language])).toEqual([
    ['recommendation', 'XX-2011-01', 'title', 'kk'],
  ])
  await keep('Ойдан шығарылған заң қабылдансын және қолданылсын.')
  expect((await getTitle('kk'))?.state).toBe('current')
  expect((await analyst.queue.work({ dossier })).outdated.total).toBe(0)
})

test('what somebody else translated meanwhile is not written over, and neither is a wording that nobody saw', async () => {
  await keep('Бірінші.')
  const { ofVersion } = await getView()
  const again = (over: { basedOn?: number; ofVersion?: number }) =>
    people(record).analyst.translation.record({
      ...place,
      field: 'title',
      language: 'kk',
      text: 'Екінші.',
      ofVersion,
      basedOn: 0,
      ...over,
    })
  await expectRefusal(record, () => again({}), 'record-moved-on')
  await expectRefusal(record, () => again({ ofVersion: ofVersion + 1_000_000 }), 'record-moved-on')
  expect((await getTitle('kk'))?.text).toBe('Бірінші.')
})

test('a field of another kind is not taken', async () => {
  const { ofVersion } = await getView()
  const input = { ...place, field: 'summary', language: 'kk', text: 'Х.', ofVersion, basedOn: 0 } as const
  await expect(people(record).analyst.translation.record(input)).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('the list counts what is missing and out of date in each language, and finds it by kind and state', async () => {
  const { analyst } = people(record)
  const list = (over: object) => analyst.translation.list({ dossier, language: 'kk', ...over })
  const before = await list({ state: 'open' })
  const counts = before.counts.filter(({ language }) => language === 'kk')
  expect(counts.map(({ kind }) => kind)).toEqual([
    'dossier',
    'area',
    'round',
    'milestone',
    'commitment',
    'recommendation',
    'step',
    'finding',
    'case',
  ])
  expect(before.total).toBe(counts.reduce((sum, { missing }) => sum + missing, 0))
  await keep('Заң.')
  await correct({ title: 'Adopt and apply an invented law' })
  expect((await list({ state: 'outdated' })).rows.map(({ key, field }) => [key, field])).toEqual([
    ['XX-2011-01', 'title'],
  ])
  const steps = await list({ kind: 'step' })
  expect(steps.rows.map(({ key }) => key)).toEqual(['XX-2011-01.law', 'XX-2011-01.practice'])
})

describe('readers', () => {
  const reader = () => people(record).viewer
  const get = (over: object = {}) => reader().recommendation.get({ dossier, ref: 'XX-2011-01', ...over })
  const textsOf = async (over: object = {}) => (await get({ lang: 'kk', ...over })).frame.cut.texts ?? []

  test('are given every text of a page that is on record in their language, beside the original', async () => {
    const finding = (
      await people(record).analyst.translation.list({ dossier, kind: 'finding', language: 'kk' })
    ).rows
    const said = [
      ['dossier', dossier, 'title', 'Ойдан шығарылған құжаттама'],
      ['area', 'courts', 'title', 'Соттар'],
      [
        'round',
        (await reader().round.list({ dossier })).rounds[0]?.key ?? '',
        'title',
        'Ойдан шығарылған кездесу',
      ],
      ['milestone', 'signed', 'title', 'Қол қойылды'],
      ['recommendation', 'XX-2011-01', 'text', 'Ойдан шығарылған заң қабылдаңыз.'],
      ['step', 'XX-2011-01.law', 'text', 'Заң күшіне енген'],
      ['finding', finding[0]?.key ?? '', 'rationale', 'Ойдан шығарылған негіздеме'],
    ] as const
    for (const [kind, key, field, text] of said)
      await translate(record, { kind, key, field, language: 'kk' }, text)
    const texts = await textsOf()
    const area = (await get()).area.key
    expect(texts.map(({ kind, text }) => [kind, text]).sort()).toEqual(
      said
        .filter(([kind, key]) => kind !== 'area' || key === area)
        .map(([kind, , , text]) => [kind, text])
        .sort(),
    )
    expect(texts.find(({ kind }) => kind === 'step')).toMatchObject({
      key: 'XX-2011-01',
      original: 'Invented law in force',
      originalLanguage: null,
      outdatedSince: null,
    })
    // The words of its source, whose language is on record.
    expect(texts.find(({ kind }) => kind === 'recommendation')?.originalLanguage).toBe('en')
    expect(await textsOf({ lang: 'ru' })).toEqual([])
    const { frame } = await get()
    expect([frame.cut.lang, frame.cut.texts]).toEqual([undefined, undefined])
  })

  test('are told that a translation is out of date, and since when', async () => {
    await keep('Заң қабылдансын')
    await correct({ title: 'Adopt and apply an invented law' })
    const changedAt = (await get()).frame.changedAt
    await correct({ title: 'Adopt and apply an invented law', text: 'Another text, later.' })
    const [text] = await textsOf()
    expect(text).toMatchObject({ text: 'Заң қабылдансын', original: 'Adopt and apply an invented law' })
    expect(text?.outdatedSince).toBe(changedAt)
  })

  test('see at an earlier cut-off what was translated by then, beside what the original said', async () => {
    const atFirst = (await get()).frame.changedAt
    await keep('Бірінші')
    const known = (await get()).frame.changedAt
    await correct({ title: 'Adopt and apply an invented law' })
    await keep('Екінші')
    expect(await textsOf({ knownAt: atFirst })).toEqual([])
    expect(
      (await textsOf({ knownAt: known })).map(({ original, text, outdatedSince }) => [
        original,
        text,
        outdatedSince,
      ]),
    ).toEqual([['Adopt an invented law', 'Бірінші', null]])
    expect((await textsOf()).map(({ text }) => text)).toEqual(['Екінші'])
  })

  test('are asked for by one query, however much is translated, and by none where nothing is', async () => {
    const read = (lang?: 'kk') => reader().recommendation.list({ dossier, ...(lang && { lang }) })
    const count = async (lang?: 'kk') => {
      // What is kept until the next write is at hand.
      await read(lang)
      let queries = 0
      const client = (
        record.db.public as unknown as { getExecutor(): { executeQuery: (...given: never[]) => unknown } }
      ).getExecutor()
      const execute = client.executeQuery
      client.executeQuery = (...given) => {
        queries++
        return execute.apply(client, given)
      }
      try {
        await read(lang)
      } finally {
        client.executeQuery = execute
      }
      return queries
    }
    const plain = await count()
    const none = await count('kk')
    await keep('Заң')
    const few = await count('kk')
    await translate(
      record,
      { kind: 'recommendation', key: 'XX-2012-01', field: 'title', language: 'kk' },
      'Тізілім',
    )
    await translate(
      record,
      { kind: 'milestone', key: 'signed', field: 'title', language: 'kk' },
      'Қол қойылды',
    )
    expect([none, few, await count('kk')]).toEqual([plain, plain + 1, plain + 1])
  })
})
