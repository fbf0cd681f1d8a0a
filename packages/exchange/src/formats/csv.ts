import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | boolean | null

export type CsvOptions = {
  /** A byte order mark, without which Excel reads UTF-8 as something else. Off unless asked for. */
  readonly byteOrderMark?: boolean
}

/** A text that begins so is run as a formula by spreadsheets: ASCII, tab, line breaks, and the full-width forms. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** Would a spreadsheet take this for a formula if it were typed into a cell? Apostrophes in front change nothing. */
export const isFormulaLike = (text: string): boolean => formulaStart.test(text.replace(/^'+/, ''))

/**
 * A table as CSV (RFC 4180): UTF-8, comma, CRLF, a header line. Texts that a spreadsheet would run get an apostrophe
 * in front; a text that begins with apostrophes before such a character gets one more, so that {@link parseCsvText}
 * gives back exactly what went in.
 *
 * @param columns header and field of each column, in order
 */
export function buildCsv<Row>(
  columns: readonly { readonly header: string; readonly get: (row: Row) => CsvValue }[],
  rows: Iterable<Row>,
  options: CsvOptions = {},
): string {
  const lines: string[][] = [columns.map((column) => formatCell(column.header))]
  for (const row of rows) lines.push(columns.map((column) => formatCell(column.get(row))))
  return stringify(lines, {
    bom: options.byteOrderMark ?? false,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  })
}

function formatCell(value: CsvValue): string {
  if (value === null) return ''
  // Numbers and truth values are ours, never a stranger's text: -1 stays a number.
  if (typeof value !== 'string') return String(value)
  return isFormulaLike(value) ? `'${value}` : value
}

/** The text of a cell as it was before {@link buildCsv} guarded it. */
export const parseCsvText = (cell: string): string =>
  cell.startsWith("'") && isFormulaLike(cell) ? cell.slice(1) : cell
