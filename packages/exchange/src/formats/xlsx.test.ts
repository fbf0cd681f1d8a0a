import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { expect, test } from 'vitest'
import type { CsvValue } from './csv.ts'
import { formats } from './formats.ts'
import { type About, buildXlsx } from './xlsx.ts'

const build = (rows: readonly (readonly CsvValue[])[], kept?: { name?: string; about?: About }) =>
  buildXlsx(
    (rows[0] ?? []).map((header, i) => ({
      header: String(header),
      get: (row: readonly CsvValue[]) => row[i] ?? null,
    })),
    rows.slice(1),
    kept,
  )

/** What a program that is not ours finds in the workbook: sheets in order, cells as values. */
const read = async (bytes: Uint8Array) =>
  (await readWorkbook(Buffer.from(bytes), { trim: false })).map(({ sheet, data }) => ({ sheet, data }))

const readTable = async (bytes: Uint8Array) => (await read(bytes))[0]?.data

const unzip = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]))

test('texts, numbers, truth values and gaps come back as what they were', async () => {
  const rows = [
    ['ref', 'index', 'contrary', 'note'],
    ['KZ-2013-01', -12.5, true, null],
    ['Әділет, «Үміт» & <b>', 0, false, 'two\nlines'],
    ['007', 1e21, null, ' spaced '],
    ['2013', 2013, null, 'constructor'],
    ['2013-11-27', null, null, '__proto__'],
  ]
  expect(await readTable(build(rows))).toEqual(rows)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '＝1', '=HYPERLINK("https://example.org";"x")'])(
  'the text %j is a text in the file, unchanged, and stays one when its cell is edited',
  async (text) => {
    const bytes = build([['a'], [text]])
    expect(await readTable(bytes)).toEqual([['a'], [text]])
    expect(unzip(bytes).get('xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="3" t="inlineStr">')
    expect(unzip(bytes).get('xl/styles.xml')).toMatch(/quotePrefix="1"\/><\/cellXfs>/)
  },
)

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab=+-@\'"&<>;,\n\t_x0041＝ жқӘңғү😀…') }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=cmd|x', 'constructor', 'toString', ']]>', '&amp;', '<f>1</f>', 'ё', 'Қазақстан'),
)
const value = fc.oneof(
  text.filter((one) => one !== ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 0, maxLength: 6 }),
  )

test('any table comes back from another program’s reader, and holds no formula', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const header = (rows[0] ?? [null]).map((_, i) => `column ${i}`)
      const last = header.map(() => 'end')
      const all = [header, ...rows, last]
      const bytes = build(all, { about: [['Table', '=1']] })
      expect(await readTable(bytes)).toEqual(all.map((row) => row.map(asRead)))
      for (const xml of unzip(bytes).values()) expect(xml).not.toMatch(/<f[ >/]/)
    }),
    { numRuns: 100 },
  )
})

/** The reader that the tests use does not know the escape of ISO/IEC 29500-1, 22.9.2.19, by which `_x0041_` stays itself. */
const asRead = (one: CsvValue): CsvValue =>
  typeof one === 'string' ? one.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') : one === 0 ? 0 : one

test('a text that looks like an escape of the format is escaped, so that programs that know it show what was written', () => {
  const sheet = unzip(build([['a'], ['_x0041_ _X000d_ _x41_']])).get('xl/worksheets/sheet1.xml')
  expect(sheet).toContain('>_x005F_x0041_ _x005F_X000d_ _x41_<')
})

test('what XML cannot hold becomes U+FFFD, and the file is read', async () => {
  const bad = ['\0', '\x01', '\x0b', '\x0c', '\x1f', '\ufffe', '\uffff', '\ud800', '\udc00', '\udc00\ud800']
  const rows = [['a'], ...bad.map((one) => [`${one}x${one}`])]
  const bytes = build(rows, { name: '\x01\ud800', about: [['\x02', '\udfff']] })
  const [sheet, about] = await read(bytes)
  expect(sheet?.data).toEqual([
    ['a'],
    ...bad.map((one) => [`${'\ufffd'.repeat(one.length)}x${'\ufffd'.repeat(one.length)}`]),
  ])
  expect(about?.data).toEqual([['\ufffd', '\ufffd']])
  const kept = '\t \r \n \r\n \x7f \x85 \u2028 \ufdd0 \ufffd 😀'
  expect(await readTable(build([['a'], [`|${kept}|`]]))).toEqual([['a'], [`|${kept}|`]])
})

test('a text longer than a cell is cut with a mark, and the sheet "About" names the cell', async () => {
  const long = 'ж'.repeat(32_768)
  const [sheet, about] = await read(
    build([
      ['a', 'b'],
      [long.slice(1), 1],
      ['x', long],
    ]),
  )
  expect(sheet?.data[1]).toEqual([long.slice(1), 1])
  expect(sheet?.data[2]?.[1]).toBe(`${'ж'.repeat(32_766)}…`)
  expect(about?.sheet).toBe('About')
  expect(about?.data).toEqual([['Cut', expect.stringMatching(/ here: B3\. They are whole/)]])
  const half = await readTable(build([['a'], [`${'x'.repeat(32_765)}😀😀`]]))
  expect(half?.[1]?.[0]).toBe(`${'x'.repeat(32_765)}…`)
  const [, many] = await read(build([['a'], ...Array.from({ length: 25 }, () => [long])]))
  expect(many?.data[0]?.[1]).toMatch(/here: A2, A3, .*A21 and 5 more\./)
})

test('a table too large for a sheet is refused', () => {
  const columns = Array.from({ length: 16_385 }, () => ({ header: 'a', get: () => null }))
  expect(() => buildXlsx(columns, [])).toThrow(RangeError)
  expect(() => buildXlsx([], Array(1_048_576).fill(null))).toThrow(RangeError)
})

test('the same table gives the same bytes, at whatever time and in whatever zone', () => {
  const program = `
    const { buildXlsx } = await import(${JSON.stringify(new URL('./xlsx.ts', import.meta.url).href)})
    const bytes = buildXlsx([{ header: 'Қ', get: (row) => row }], ['=1'], { about: [['As of', '2015-12-21']] })
    console.log(JSON.stringify([new Date(2013, 10, 27).getTimezoneOffset(), Buffer.from(bytes).toString('base64')]))`
  const runs = ['UTC', 'Asia/Almaty', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => {
    const env = { ...process.env, TZ: zone }
    const options: ExecFileSyncOptionsWithStringEncoding = {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }
    return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', program], options))
  })
  // The zones must really have been in effect, or the comparison would prove nothing.
  expect(new Set(runs.map(([offset]) => offset)).size).toBe(4)
  expect(new Set(runs.map(([, bytes]) => bytes)).size).toBe(1)
  for (const stamp of listZipStamps(Buffer.from(runs[0][1], 'base64')))
    expect(stamp).toEqual([1980, 1, 1, 12])
})

/** Year, month, day and hour of every entry in the zip's directory (APPNOTE 4.4.6). */
function listZipStamps(bytes: Uint8Array): number[][] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stamps: number[][] = []
  for (let at = 0; at + 16 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const [time, date] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)]
    stamps.push([1980 + (date >> 9), (date >> 5) & 15, date & 31, time >> 11])
  }
  expect(stamps).toHaveLength(7)
  return stamps
}

test('the header row is bold and stays in sight, columns are as wide as their texts within reason', () => {
  const parts = unzip(
    build([
      ['ref', 'title', 'note'],
      ['KZ', 'Twenty characters…..', 'x'.repeat(500)],
    ]),
  )
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  expect(sheet).toContain('<c r="A1" s="1" t="inlineStr">')
  expect([...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([8, 22, 60])
})

test.each([
  ['Linkage', 'Linkage'],
  ['a/b\\c?d*e:f[g]', 'a b c d e f g'],
  ["'quoted'", 'quoted'],
  ['x'.repeat(40), 'x'.repeat(31)],
  ['', 'Table'],
  ['History', 'Table'],
  ['about', 'Table'],
  ['<&">', '<&">'],
])('the name %j is that of a sheet: %j', async (name, sheet) => {
  const sheets = await read(build([['a'], ['b']], { name, about: [['Table', 'T']] }))
  expect(sheets.map((one) => one.sheet)).toEqual([sheet, 'About'])
})

test('the 703rd column is AAA', () => {
  const columns = Array.from({ length: 703 }, (_, i) => ({ header: `h${i}`, get: () => null }))
  const sheet = unzip(buildXlsx(columns, [])).get('xl/worksheets/sheet1.xml') ?? ''
  for (const [i, place] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const)
    expect(sheet).toContain(`<c r="${place}1" s="1" t="inlineStr"><is><t xml:space="preserve">h${i}<`)
})

test('the list of formats has it, with the table’s name and what it is', async () => {
  const bytes = formats.xlsx.build({
    columns: [{ header: 'ref', get: (row: string) => row }],
    rows: ['XX-1'],
    name: 'Cases',
    about: [['Method', 'm1']],
  })
  expect(await read(bytes)).toEqual([
    { sheet: 'Cases', data: [['ref'], ['XX-1']] },
    { sheet: 'About', data: [['Method', 'm1']] },
  ])
})
