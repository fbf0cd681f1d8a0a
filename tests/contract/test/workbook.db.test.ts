import { views } from '@waymark/api/public-data/views'
import { getStarterDossier } from '@waymark/dossiers/starter-dossiers'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildContext, buildPublicData, openTestRecord, type TestRecord } from '../src/open-test-record.ts'

const dossier = 'kazakhstan'
const names = { ref: 'KZ-2013-12', key: 'epca-signed' }
let record: TestRecord
beforeAll(async () => {
  record = await openTestRecord({ template: dossier, bytes: await getStarterDossier(dossier) })
})
afterAll(() => record.close())

const ask = (address: string, headers: Record<string, string> = {}) =>
  buildPublicData(record).request(address, { headers })

/** The sheets as a program that is not ours reads them. */
async function askWorkbook(address: string) {
  const response = await ask(address)
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ])
  const [table, about] = await readWorkbook(Buffer.from(await response.arrayBuffer()), { trim: false })
  return { table, about, facts: Object.fromEntries(about?.data ?? []) }
}

test.each(views.filter((view) => view.headers.length > 0))(
  'the workbook of $path holds the rows of the view, and says what they are',
  async (view) => {
    const path = view.path.replace(':ref', names.ref).replace(':key', names.key)
    const own = Object.entries(names).filter(([name]) => view.path.includes(`:${name}`))
    const { rows } = await view.read(buildContext(record, null), {
      dossier,
      asOf: '2016-01-01',
      ...Object.fromEntries(own),
    })
    const { table, about, facts } = await askWorkbook(`/${dossier}${path}.xlsx?asOf=2016-01-01`)
    expect(rows?.length).toBeGreaterThan(0)
    expect(table?.sheet).toBe(view.title)
    expect(table?.data).toEqual([
      view.headers,
      ...(rows ?? []).map((row) => view.headers.map((header) => (row[header] === '' ? null : row[header]))),
    ])
    expect(about?.sheet).toBe('About')
    const knownAt = rows?.[0]?.knownAt
    expect(facts).toMatchObject({
      Table: view.title,
      Dossier: expect.stringMatching(/.+ \(kazakhstan\)$/),
      'As of': expect.stringContaining('2016-01-01'),
      'Known at': expect.stringContaining(String(knownAt)),
      Method: 'm1',
      Rows: String(rows?.length),
      Address: `http://localhost/${dossier}${path}?asOf=2016-01-01&knownAt=${knownAt}&method=m1`,
      Rights: expect.stringContaining('belong to their authors'),
    })
  },
)

test('the address in a workbook keeps what was filtered, and leads to the same page', async () => {
  const { facts, table } = await askWorkbook('/kazakhstan/recommendations.xlsx?area=expression&utm=x')
  const address = new URL(String(facts.Address))
  expect([address.searchParams.get('area'), address.searchParams.has('utm')]).toEqual(['expression', false])
  const again = await askWorkbook(`${address.pathname}.xlsx${address.search}`)
  expect(again.table).toEqual(table)
})

test.each([
  ['/kazakhstan/linkage.xlsx?asOf=2015-12-21', 'kazakhstan-linkage-2015-12-21.xlsx'],
  ['/kazakhstan.xlsx?asOf=2015-12-21', 'kazakhstan-scorecard-2015-12-21.xlsx'],
  [
    '/kazakhstan/recommendations/KZ-2013-12.xlsx?asOf=2015-12-21&utm=";x',
    'kazakhstan-recommendations-KZ-2013-12-2015-12-21.xlsx',
  ],
])('%s is kept as %s', async (address, name) => {
  expect((await ask(address)).headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
})

test('only a workbook is to be kept as a file; JSON and CSV are shown as before', async () => {
  for (const ending of ['json', 'csv'])
    expect((await ask(`/kazakhstan.${ending}`)).headers.get('content-disposition')).toBe(null)
})

test('a workbook has one tag however often it is made, and is not sent again to who has it', async () => {
  const address = '/kazakhstan/milestones.xlsx?asOf=2013-11-27'
  const first = await ask(address)
  const etag = first.headers.get('etag') ?? ''
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const again = await ask(address, { 'if-none-match': etag })
  expect([again.status, again.headers.get('etag'), (await again.arrayBuffer()).byteLength]).toEqual([
    304,
    etag,
    0,
  ])
  expect((await ask('/kazakhstan/milestones.xlsx', { 'if-none-match': etag })).status).toBe(200)
  const pinned = await ask(`${address}&knownAt=2001-01-01T00:00:00Z`)
  expect(pinned.headers.get('cache-control')).toBe('public, max-age=120')
})
