import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCsv, parseCsvText } from './csv.ts'
import { formats } from './formats.ts'

type Row = { ref: string; title: string; count: number | null }

const columns = [
  { header: 'ref', get: (row: Row) => row.ref },
  { header: 'title', get: (row: Row) => row.title },
  { header: 'count', get: (row: Row) => row.count },
]

test('a table is comma-separated, with a header, quotes where they are needed, and CRLF', () => {
  const rows = [
    { ref: 'XX-1', title: 'Say “a, b” and "c"', count: -1 },
    { ref: 'XX-2', title: 'Екі\nжол', count: null },
  ]
  expect(buildCsv(columns, rows)).toBe(
    'ref,title,count\r\nXX-1,"Say “a, b” and ""c""",-1\r\nXX-2,"Екі\nжол",\r\n',
  )
  expect(buildCsv(columns, [], { byteOrderMark: true })).toBe('\ufeffref,title,count\r\n')
})

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠1',
  "'=1",
  "''@x",
])('the text %j is never a formula, and comes back unchanged', (title) => {
  const [, line] = parse(buildCsv(columns, [{ ref: 'XX-1', title, count: 1 }]), { record_delimiter: '\r\n' })
  expect(line?.[1]).toBe(`'${title}`)
  expect(parseCsvText(line?.[1] ?? '')).toBe(title)
})

test('any text survives the way out and back', () => {
  const texts = fc.string({ unit: fc.constantFrom(...'ab=+-@\'",;\r\n\t＝ жқ😀') })
  fc.assert(
    fc.property(fc.array(texts), (titles) => {
      const csv = buildCsv(
        columns,
        titles.map((title) => ({ ref: 'XX-1', title, count: 0 })),
      )
      const [, ...lines] = parse(csv, { record_delimiter: '\r\n' })
      expect(lines.map((line) => parseCsvText(line[1] ?? ''))).toEqual(titles)
      for (const line of lines) expect(line[1]).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }),
    { numRuns: 500 },
  )
})

test('every format of the list writes the same table', () => {
  const rows = [{ ref: 'XX-1', title: 'T', count: null }]
  expect(formats.json.build({ columns, rows })).toBe(
    '[\n {\n  "ref": "XX-1",\n  "title": "T",\n  "count": null\n }\n]\n',
  )
  expect(formats.csv.build({ columns, rows })).toBe('ref,title,count\r\nXX-1,T,\r\n')
})
