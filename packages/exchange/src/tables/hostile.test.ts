import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { buildXlsxBook } from '../formats/xlsx-book.ts'
import { readTable } from './read-table.ts'
import { TableRefused } from './table-refused.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'="]
const bodies = [
  '1+1',
  "cmd|'/c calc'!A0",
  'HYPERLINK("http://example.org","x")',
  'SUM(A1:A2)',
  'DDE("cmd";"/c calc";"x")',
  'IMPORTXML("http://example.org","//a")',
  '@SUM(1)',
  'WEBSERVICE("http://example.org")',
  ' ',
  'қазақша мәтін',
]
/** 120 texts that a spreadsheet would run if they were typed into a cell. */
const payloads = starts.flatMap((start) => bodies.map((body) => start + body))

test('120 texts that look like formulas are texts in a workbook, and come back as they were', () => {
  const book = buildXlsxBook([
    { name: 'T', columns: [{ header: '=1+1' }], rows: payloads.map((one) => [one]) },
  ])
  const [sheet] = readTable(book, 'x')
  expect(sheet?.rows.map(([cell]) => cell)).toEqual(['=1+1', ...payloads])
})

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook of one sheet whose parts a test replaces. */
function buildBook(over: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    ...over,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level: 1 },
  )
}
const sheetOf = (rows: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
})

/** Writes another size than the true one into the directory and the header of every entry. */
function lieAboutSizes(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true)
  }
  return copy
}

describe('what is made to do harm is refused with a sentence', () => {
  const noise = new Uint8Array(51 * 1024 * 1024)
  test.each<[string, () => Uint8Array]>([
    ['51 MB of zeros in a sheet', () => buildBook({ 'xl/worksheets/sheet1.xml': noise })],
    ['the same with sizes that lie', () => lieAboutSizes(buildBook({ 'xl/worksheets/sheet1.xml': noise }))],
    [
      'more than 2,000 parts',
      () => buildBook(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`p${i}`, 'x']))),
    ],
    [
      'entities that grow',
      () =>
        buildBook({
          'xl/worksheets/sheet1.xml': `<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>`,
        }),
    ],
    [
      'an external entity',
      () =>
        buildBook({
          'xl/worksheets/sheet1.xml': `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>`,
        }),
    ],
    [
      'a row beyond the last',
      () => buildBook(sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    ],
    ['a column beyond 200', () => buildBook(sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'))],
    ['a row that is no number', () => buildBook(sheetOf('<row r="1e9"><c r="A1"><v>1</v></c></row>'))],
    [
      'a million formats',
      () =>
        buildBook({
          'xl/styles.xml': `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(70_000)}</cellXfs></styleSheet>`,
        }),
    ],
    [
      'one long text named by many cells',
      () =>
        buildBook({
          'xl/sharedStrings.xml': `<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`,
          ...sheetOf(
            Array.from(
              { length: 3000 },
              (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`,
            ).join(''),
          ),
        }),
    ],
    ['a part that is cut off', () => buildBook(sheetOf('<row r="1"><c r="A1"><v>1'))],
    ['a zip that is cut off', () => buildBook().slice(0, 300)],
    ['a zip that is no workbook', () => zipSync({ 'a.txt': strToU8('x') })],
    [
      'a workbook without its sheet',
      () =>
        buildBook({
          'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="../../etc/passwd"/></Relationships>`,
        }),
    ],
    ['an old or locked Excel file', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
    ['a CSV in Windows-1251', () => new Uint8Array([0xcf, 0xf0, 0xe8, 0x2c, 0xe2, 0x0a])],
    ['a CSV in UTF-16', () => new Uint8Array([0xff, 0xfe, 0x41, 0])],
    ['a CSV with a quotation mark too many', () => strToU8('a,b\n"x,y\n')],
    ['bytes that are no text', () => new Uint8Array([1, 0, 2, 0])],
    ['nothing', () => new Uint8Array()],
  ])('%s', (_, build) => {
    const bytes = build()
    let thrown: unknown
    try {
      readTable(bytes, 'x')
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(TableRefused)
    expect((thrown as Error).message).not.toContain('passwd')
  })
})

describe('a workbook as Excel and LibreOffice write it', () => {
  const styles = {
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="[$-409]mmm\\-yy;@"/><numFmt numFmtId="166" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>',
  }
  const row = (cells: string) => sheetOf(`<row r="1">${cells}</row>`)
  const read = (over: Readonly<Record<string, string>>) =>
    readTable(buildBook({ ...styles, ...over }), 'x')[0]?.rows[0]

  test('dates are the dates that are seen, in either calendar, by day or by month', () => {
    const cells =
      '<c r="A1" s="1"><v>41605</v></c><c r="B1" s="2"><v>41605.75</v></c><c r="C1" s="3"><v>41579</v></c><c r="D1" s="4"><v>41605</v></c>'
    expect(read(row(cells))).toEqual(['2013-11-27', '2013-11-27', '2013-11', 41605])
    const book = {
      'xl/workbook.xml': `<workbook xmlns:r="${relations}"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
    }
    expect(read({ ...book, ...row('<c r="A1" s="1"><v>40143</v></c>') })).toEqual(['2013-11-27'])
  })

  test('shared strings with runs and readings, inline strings, truth, errors, and formulas as what they gave', () => {
    const strings = {
      'xl/sharedStrings.xml':
        '<sst><si><r><t>қа</t></r><r><t xml:space="preserve">зақ </t></r><rPh><t>no</t></rPh></si></sst>',
    }
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>_x0041__x005F_x0041_</t></is></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="str"><f>1+1</f><v>two</v></c><c r="F1"><v/></c>'
    expect(read({ ...strings, ...row(cells) })).toEqual(['қазақ ', null, 'A_x0041_', true, 'two'])
  })
})
