import { strToU8, zipSync } from 'fflate'
import { type CsvValue, isFormulaLike } from './csv.ts'
import { buildPackageParts, styles } from './xlsx-parts.ts'

/** What a table is: pairs of label and value, one a row of the sheet "About". */
export type About = readonly (readonly [label: string, value: string])[]

/** A further sheet: its name, its header line, and its rows. */
export type FurtherSheet = {
  readonly name: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
}

/** What a spreadsheet can hold (ECMA-376 leaves it open; these are the limits of Excel, which others keep to). */
const mostRows = 1_048_576
const mostColumns = 16_384
const mostCharacters = 32_767
/** Cells that the note on cut texts names one by one. */
const mostNamed = 20

const aboutSheet = 'About'

/**
 * A table as a workbook (Office Open XML, ISO/IEC 29500): a sheet with the table, its header row bold and frozen, and a
 * sheet "About" with what the table is. No cell is ever a formula: a text is a text whatever it begins with, and stays one when
 * a reader edits its cell. Numbers are numbers, truth values are truth values, null and an empty text are an empty cell. Dates stay the
 * texts they are, since a spreadsheet knows no "2013" that is a date.
 *
 * The same input gives the same bytes on every machine and in every time zone: no clock is read.
 *
 * What cannot be in XML (lone surrogates, control characters but tab and line breaks) becomes U+FFFD. A text of more than
 * 32,767 characters cannot be in a cell: it is cut and ends in "…", and "About" names the cells where that happened, so
 * that nothing is lost in silence.
 *
 * @param columns header and field of each column, in order
 * @param name of the table's sheet; what a sheet cannot be called is mended
 * @param further a third sheet, such as what each column means
 * @throws RangeError when the table has more rows or columns than a sheet can hold
 */
export function buildXlsx<Row>(
  columns: readonly { readonly header: string; readonly get: (row: Row) => CsvValue }[],
  rows: Iterable<Row>,
  {
    name = '',
    about = [],
    further,
  }: { readonly name?: string; readonly about?: About; readonly further?: FurtherSheet } = {},
): Uint8Array<ArrayBuffer> {
  if (columns.length > mostColumns) throw new RangeError(`A sheet holds ${mostColumns} columns at most.`)
  const all = [...rows]
  // One row is the header's.
  if (all.length >= mostRows) throw new RangeError(`A sheet holds ${mostRows} rows at most.`)
  const cut: string[] = []
  const widths = columns.map((column) => getWidth(column.header))
  const lines = [
    formatRow(
      1,
      columns.map((column) => column.header),
      cut,
      styles.bold,
    ),
  ]
  for (const row of all) {
    const values = columns.map((column) => column.get(row))
    for (const [i, value] of values.entries())
      widths[i] = Math.max(widths[i] ?? 0, value === null ? 0 : getWidth(String(value)))
    lines.push(formatRow(lines.length + 1, values, cut))
  }
  const facts = cut.length === 0 ? about : [...about, ['Cut', formatCutNote(cut)] as const]
  const sheets = [{ name: formatSheetName(name), data: formatSheet(lines, widths, true) }]
  if (facts.length > 0)
    sheets.push({
      name: aboutSheet,
      data: formatSheet(facts.map(formatFact), [getWidth('Record cut-off'), widest], false),
    })
  if (further !== undefined) sheets.push(buildFurther(further))
  return zipSheets(sheets)
}

/** A sheet that explains another: short texts of our own. Throws where one is too long for a cell. */
function buildFurther({ name, heads, rows }: FurtherSheet): { readonly name: string; readonly data: string } {
  const cut: string[] = []
  const lines = [heads, ...rows]
  const widths = heads.map((_, i) =>
    lines.reduce((width, line) => Math.max(width, getWidth(String(line[i] ?? ''))), 0),
  )
  const data = formatSheet(
    lines.map((line, i) => formatRow(i + 1, line, cut, i === 0 ? styles.bold : undefined)),
    widths,
    true,
    { selected: false },
  )
  if (cut.length > 0) throw new RangeError(`A text is too long for a cell: ${name} ${cut[0]}.`)
  return { name: formatSheetName(name), data }
}

/** The workbook of these sheets, as bytes. */
export function zipSheets(
  sheets: readonly { readonly name: string; readonly data: string }[],
): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(buildPackageParts(sheets))
  // A local time without a zone: the zip has the same stamp wherever it is made (its calendar begins in 1980).
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), {
    mtime: '1980-01-01T12:00:00',
  })
}

/** XML 1.0, production 2: everything but these may be a character of a document. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/** A text as content of `<t>`: `_x0041_` would be read as "A" (ST_Xstring), and a plain CR as a line feed. */
const formatText = (text: string): string =>
  text
    .replace(notXml, '\ufffd')
    .replace(/[&<>\r]/g, (one) => escapes[one] ?? one)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

function formatCell(place: string, value: CsvValue, cut: string[], style: number): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number' && Number.isFinite(value)) return `<c r="${place}"><v>${value}</v></c>`
  let text = String(value)
  if (text.length > mostCharacters) {
    cut.push(place)
    text = `${text.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`
  }
  const s = style === styles.plain && isFormulaLike(text) ? styles.quoted : style
  const styled = s === styles.plain ? '' : ` s="${s}"`
  return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${formatText(text)}</t></is></c>`
}

/** A row of cells; cells whose text had to be cut are named in `cut`. */
export const formatRow = (
  n: number,
  values: readonly CsvValue[],
  cut: string[],
  style: number = styles.plain,
): string =>
  `<row r="${n}">${values.map((value, i) => formatCell(`${formatColumn(i)}${n}`, value, cut, style)).join('')}</row>`

/** Facts come from the caller, who keeps them short; a longer one is cut like any text. */
const formatFact = ([label, value]: About[number], i: number): string =>
  `<row r="${i + 1}">${formatCell(`A${i + 1}`, label, [], styles.bold)}${formatCell(`B${i + 1}`, value, [], styles.wrapped)}</row>`

/** A, B … Z, AA, AB … */
export const formatColumn = (i: number): string =>
  (i < 26 ? '' : formatColumn(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

const frozen =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'

/** A sheet's XML. `selected`: the workbook opens on it. `after`: what comes behind the rows. */
export function formatSheet(
  lines: readonly string[],
  widths: readonly number[],
  table: boolean,
  { selected = table, after = '' }: { readonly selected?: boolean; readonly after?: string } = {},
): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">${table ? frozen : ''}</sheetView></sheetViews>`,
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    after,
  ].join('')
}

const [narrowest, widest] = [8, 60]

/** Width of a column in digits of the font, with room on both sides, for the longest text; a long text is seen in its cell. */
export const getWidth = (text: string): number => Math.min(Math.max(text.length + 2, narrowest), widest)

/** At most 31 characters, none of `[]:*?/\`, no apostrophe at an end; not empty, not "History" (Excel's own), not our other sheet. */
export function formatSheetName(name: string): string {
  const mended = name
    .replace(notXml, ' ')
    .replace(/[[\]:*?/\\\t\r\n]/g, ' ')
    .slice(0, 31)
    .toWellFormed()
    .replace(/^['\s]+|['\s]+$/g, '')
  return mended === '' || /^(history|about)$/i.test(mended) ? 'Table' : mended
}

const formatCutNote = (cut: readonly string[]): string => {
  const more = cut.length > mostNamed ? ` and ${cut.length - mostNamed} more` : ''
  return `A cell holds ${mostCharacters} characters at most. Longer texts end in “…” here: ${cut.slice(0, mostNamed).join(', ')}${more}. They are whole in the other formats.`
}
