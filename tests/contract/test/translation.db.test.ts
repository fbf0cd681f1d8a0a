import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectRefusal } from '../src/expect-refusal.ts'
import { aFullFile, openInvented, people } from '../src/full-record.ts'
import { importFile, type TestRecord } from '../src/open-test-record.ts'
import { readPublicAnswers } from '../src/public-answers.ts'

const place = { dossier: 'invented', ref: 'XX-2011-01' } as const
let record: TestRecord
beforeEach(async () => {
  record = await openInvented()
})
afterEach(() => record.close())

const getView = () => people(record).analyst.translation.list(place)
const getTitle = async (language: 'ru' | 'kk') =>
  (await getView()).fields
    .find(({ field }) => field === 'title')
    ?.translations.find((one) => one.language === language)

/** The recommendation as a changed file has it. */
function correct(over: { readonly title?: string; readonly text?: string }) {
  const file = aFullFile()
  const recommendations = file.recommendations.map((one) =>
    one.ref === place.ref ? { ...one, ...over } : one,
  )
  return importFile(record, { ...file, recommendations })
}

async function keep(text: string, over: { basedOn?: number; ofVersion?: number } = {}) {
  const { ofVersion } = await getView()
  return people(record).analyst.translation.record({
    ...place,
    field: 'title',
    language: 'kk',
    text,
    ofVersion,
    basedOn: (await getTitle('kk'))?.version ?? 0,
    ...over,
  })
}

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
  expect((await analyst.queue.work({ dossier: 'invented' })).outdated.total).toBe(0)
  await correct({
    text: 'Adopt an invented law without any permits.',
    title: 'Adopt and apply an invented law',
  })
  expect(await getTitle('kk')).toMatchObject({ state: 'outdated', madeOf: 'Adopt an invented law' })
  const { outdated } = await analyst.queue.work({ dossier: 'invented' })
  expect(outdated.rows.map(({ ref, field, language }) => [ref, field, language])).toEqual([
    ['XX-2011-01', 'title', 'kk'],
  ])
  await keep('Ойдан шығарылған заң қабылдансын және қолданылсын.')
  expect((await getTitle('kk'))?.state).toBe('current')
  expect((await analyst.queue.work({ dossier: 'invented' })).outdated.total).toBe(0)
})

test('what somebody else translated meanwhile is not written over, and neither is a wording that nobody saw', async () => {
  await keep('Бірінші.')
  const { ofVersion } = await getView()
  await expectRefusal(record, () => keep('Екінші.', { basedOn: 0 }), 'record-moved-on')
  await expectRefusal(record, () => keep('Екінші.', { ofVersion: ofVersion + 1_000_000 }), 'record-moved-on')
  expect((await getTitle('kk'))?.text).toBe('Бірінші.')
})

test('readers see the original: no public answer holds a translation', async () => {
  const read = () =>
    readPublicAnswers(record, {
      dossier: place.dossier,
      refs: [place.ref],
      milestones: ['signed'],
      probes: ['аударма'],
    })
  const before = await read()
  await keep('Жарияланбаған аударма.')
  expect(await read()).toEqual(before)
})
