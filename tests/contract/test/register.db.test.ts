import { fold } from '@waymark/api/features/search/fold'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInvented, people } from '../src/full-record.ts'
import { anActor, callAs, type TestRecord } from '../src/open-test-record.ts'
import { getRefusal } from '../src/refusal.ts'
import { aSubmission } from '../src/workflow.ts'

const dossier = 'invented'
const ref = 'XX-2011-01'
let record: TestRecord

beforeAll(async () => {
  record = await openInvented()
})
afterAll(() => record?.close())

test.each(['Élan', 'ЁЛКА', 'Қазақстан', 'Әділет ұйымы', 'Майский', 'ҮНДІ', 'Straße', 'ПРАВО'])(
  'the database and the product fold %s alike',
  async (text) => {
    const [row] = await record.query<{ folded: string }>('select waymark.fold($1) as folded', [text])
    expect(row?.folded).toBe(fold(text))
  },
)

test('a finding that one is to rate without seeing it never matches, for nobody else it is hidden', async () => {
  const { analyst, reviewer } = people(record)
  const { version } = await analyst.assessment.form({ dossier, ref })
  const { id } = await analyst.assessment.submit({
    ...aSubmission({ basedOn: version }),
    rationale: 'Invented: Қылқалам secretword.',
  })
  const second = callAs(record, anActor('analyst', 'second-coder'))
  const listHits = async (who: typeof second, q: string) =>
    (await who.search.all({ dossier, q })).groups.flatMap((group) => group.hits.map((hit) => hit.key))
  const countRows = async (who: typeof second, q: string) => (await who.register.list({ dossier, q })).total
  expect(await listHits(second, 'кылкалам secretword')).toContain(String(id))
  await second.coding.pick({ dossier, id })
  expect(await listHits(second, 'secretword')).toEqual([])
  expect(await countRows(second, 'secretword')).toBe(0)
  expect(await listHits(reviewer, 'secretword')).toContain(String(id))
  expect(await countRows(reviewer, 'қылқалам')).toBe(1)
})

test('a view that changed meanwhile is neither changed nor deleted, and a colleague changes none', async () => {
  const { analyst, reviewer } = people(record)
  const view = await analyst.view.save({ dossier, name: 'Mine', query: 'sort=title', shared: true })
  await analyst.view.change({ dossier, ...view, name: 'Renamed', shared: true })
  const code = async (call: Promise<unknown>) => (await getRefusal(call)).code
  expect(await code(analyst.view.change({ dossier, ...view, name: 'Again', shared: false }))).toBe(
    'record-moved-on',
  )
  expect(await code(analyst.view.drop({ dossier, ...view }))).toBe('record-moved-on')
  expect(await code(reviewer.view.drop({ dossier, id: view.id, rev: 2 }))).toBe('not-found')
  expect(await reviewer.view.list({ dossier })).toMatchObject([{ name: 'Renamed', mine: false }])
})

test('a batch is taken whole or not at all, and a preview keeps nothing', async () => {
  const { analyst } = people(record)
  const { version } = await analyst.assessment.form({ dossier, ref })
  const good = aSubmission({ basedOn: version })
  const moved = { ...good, ref: 'XX-2012-01', basedOn: 999 }
  const count = async () => (await record.query('select from waymark.assessment')).length
  const before = await count()
  const refused = await analyst.register.submit({ dossier, rows: [good, moved] })
  expect(refused).toMatchObject({ submitted: 0, faults: [{ row: 1, code: 'record-moved-on' }] })
  expect(await analyst.register.preview({ dossier, rows: [good] })).toEqual({ submitted: 0, faults: [] })
  expect(await count()).toBe(before)
  expect(await analyst.register.submit({ dossier, rows: [good] })).toEqual({ submitted: 1, faults: [] })
  expect(await count()).toBe(before + 1)
})
