import { verifyChain } from '@waymark/db/queries/audit.query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectRefusal } from '../src/expect-refusal.ts'
import { openInvented, people } from '../src/full-record.ts'
import { callAs, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'invented'
const [first, second] = ['XX-2011-01', 'XX-2012-01'] as const
const reason = 'Invented reason.'
const onMay = { dossier, asOf: '2013-06-30' }
let record: TestRecord
beforeEach(async () => {
  record = await openInvented()
})
afterEach(() => record.close())

const edit = () => people(record).reviewer.recommendation
const get = (ref: string, more: object = {}) => callAs(record).recommendation.get({ ...onMay, ref, ...more })
const getInstant = async () => (await callAs(record).dossier.frame({ dossier })).changedAt
const getRow = async (ref: string) => ({
  ref,
  basedOn: (await edit().form({ dossier, ref })).version,
})

async function correct(ref: string, over: object) {
  const { version, title, text, area, criterion, reviewEveryMonths, responsible } = await edit().form({
    dossier,
    ref,
  })
  const now = { title, text, area, reviewEveryMonths, responsible, ...(criterion ? { criterion } : {}) }
  return edit().correct({ dossier, ref, basedOn: version, ...now, reason, ...over })
}

test('a correction is public at once on every day; what was known before still says what it said', async () => {
  const before = await get(first)
  const knownAt = await getInstant()
  const changes = { title: 'Adopt another invented law', text: 'Another invented wording.', area: 'courts' }
  await correct(first, { ...changes, criterion: undefined, reviewEveryMonths: 6, responsible: [] })
  const after = await get(first)
  expect(after).toMatchObject({ ...changes, area: { key: 'courts' }, criterion: null, reviewEveryMonths: 6 })
  expect(after.responsible).toEqual([])
  expect(before.responsible.map(({ key }) => key)).toEqual(['second-ministry'])
  expect(await get(first, { asOf: '2012-06-30' })).toMatchObject(
    changes.title ? { title: changes.title } : {},
  )
  const known = await get(first, { knownAt })
  const told = ({ frame: _, ...rest }: typeof before) => rest
  expect(told(known)).toEqual(told(before))
})

test('who issued it, whom it addresses, what it continues, its findings, steps and gates go on as they stood', async () => {
  const told = async (ref: string) => {
    const { frame: _, text: __, ...rest } = await get(ref)
    return rest
  }
  const before = { first: await told(first), second: await told(second) }
  expect(before.second.lineage).toHaveLength(1)
  expect(before.first.gates.length * before.first.history.length * before.first.steps.length).toBeGreaterThan(
    0,
  )
  await correct(first, { text: 'Invented wording one.' })
  await correct(second, { text: 'Invented wording two.' })
  await correct(second, { text: 'Invented wording three.' })
  expect({ first: await told(first), second: await told(second) }).toEqual(before)
  expect((await get(second)).text).toBe('Invented wording three.')
})

test('moved to another area it is counted there, and no more where it was', async () => {
  const count = async () =>
    Object.fromEntries(
      (await callAs(record).recommendation.list(onMay)).rows.map(({ ref, area }) => [ref, area.key]),
    )
  const before = await count()
  expect(before[first]).not.toBe('courts')
  await correct(first, { area: 'courts' })
  expect(await count()).toEqual({ ...before, [first]: 'courts' })
})

test('a version that moved on, an area or a person that is not there, and no reason are refused', async () => {
  const { basedOn } = await getRow(first)
  await correct(first, { title: 'Invented meanwhile' })
  await expectRefusal(record, () => correct(first, { basedOn }), 'record-moved-on')
  await expectRefusal(record, () => correct(first, { area: 'nowhere' }), 'not-in-dossier')
  await expectRefusal(record, () => correct(first, { responsible: ['nobody'] }), 'not-in-dossier')
  await expectRefusal(record, () => correct(first, { reason: ' ' }), 'BAD_REQUEST')
  await expectRefusal(record, () => correct(first, { reviewEveryMonths: 241 }), 'BAD_REQUEST')
  await expectRefusal(record, () => edit().form({ dossier, ref: 'XX-0000-00' }), 'not-found')
  const gone = { ...(await getRow(first)), ref: 'XX-0000-00' }
  await expectRefusal(
    record,
    () => edit().correctMany({ dossier, rows: [gone], area: 'courts', reason }),
    'not-found',
  )
})

test('many are shown before and changed in one write; those that say so already are named and left', async () => {
  const change = { area: 'courts', responsible: ['second-ministry'] }
  const preview = await edit().previewMany({ dossier, refs: [first, second], ...change })
  expect(preview.unchanged).toEqual([])
  expect(preview.rows.map(({ ref, changes }) => [ref, changes.map(({ field }) => field)])).toEqual([
    [first, ['area']],
    [second, ['responsible']],
  ])
  expect(preview.rows[1]?.changes[0]).toEqual({
    field: 'responsible',
    from: '',
    to: 'Second invented ministry',
  })
  const rows = preview.rows.map(({ ref, version }) => ({ ref, basedOn: version }))
  const done = await edit().correctMany({ dossier, rows, ...change, reason })
  expect(done).toEqual({ corrected: [first, second], unchanged: [] })
  const entries = await people(record).reviewer.audit.list({ dossier })
  expect(entries.entries.filter(({ action }) => action === 'recommendation.correct-many')).toHaveLength(1)
  for (const ref of [first, second]) {
    const page = await get(ref)
    expect(page.area.key).toBe('courts')
    expect(page.responsible.map(({ key }) => key)).toEqual(['second-ministry'])
  }
  const again = [await getRow(first), await getRow(second)]
  expect(await edit().previewMany({ dossier, refs: [first, second], ...change })).toEqual({
    rows: [],
    unchanged: [first, second],
  })
  const knownBefore = await getInstant()
  expect(await edit().correctMany({ dossier, rows: again, ...change, reason })).toEqual({
    corrected: [],
    unchanged: [first, second],
  })
  expect(await getInstant()).toBe(knownBefore)
  expect([await getRow(first), await getRow(second)]).toEqual(again)
  expect(await verifyChain(record.db.app)).toMatchObject({ ok: true, faults: [] })
})

test('one row of many that moved on keeps all of them as they are, and is named', async () => {
  const rows = [await getRow(first), await getRow(second)]
  await correct(second, { title: 'Invented meanwhile' })
  const call = () => edit().correctMany({ dossier, rows, reviewEveryMonths: 3, reason })
  await expectRefusal(record, call, 'record-moved-on')
  await expect(call()).rejects.toMatchObject({ cause: { refusal: { path: 'rows[1]' } } })
  expect((await get(first)).reviewEveryMonths).toBe(12)
})

test('an analyst may not: what is public at once takes one who may publish', async () => {
  const { analyst } = people(record)
  const rows = [await getRow(first)]
  await expectRefusal(
    record,
    () => analyst.recommendation.correctMany({ dossier, rows, area: 'courts', reason }),
    'not-allowed',
  )
})
