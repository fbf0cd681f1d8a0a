import type { CsvValue } from './csv.ts'
import { formatColumn, formatRow, formatSheet, formatSheetName, getWidth, zipSheets } from './xlsx.ts'
import { styles } from './xlsx-parts.ts'

export type BookColumn = {
  readonly header: string
  /** Where the choices for the column's cells stand, as a range: `Lists!$A$2:$A$6`. Other values are refused by the spreadsheet. */
  readonly choices?: string
}

export type BookSheet = {
  readonly name: string
  readonly columns: readonly BookColumn[]
  readonly rows: readonly (readonly CsvValue[])[]
}

/** Rows for which a spreadsheet offers the choices, beyond those that are there. */
const roomForNew = 2000

/**
 * A workbook of several tables: a sheet a table, heads bold and frozen, drop-downs where a column has choices. As in `buildXlsx`
 * no cell is ever a formula, and the same input gives the same bytes. Throws where a text is too long for a cell: what is
 * meant to be read back must not be cut.
 */
export function buildXlsxBook(sheets: readonly BookSheet[]): Uint8Array<ArrayBuffer> {
  return zipSheets(
    sheets.map((sheet, i) => ({ name: formatSheetName(sheet.name), data: buildSheet(sheet, i === 0) })),
  )
}

function buildSheet({ name, columns, rows }: BookSheet, selected: boolean): string {
  const cut: string[] = []
  const widths = columns.map(({ header }, i) =>
    rows.reduce(
      (width, row) => Math.max(width, row[i] == null ? 0 : getWidth(String(row[i]))),
      getWidth(header),
    ),
  )
  const heads = columns.map(({ header }) => header)
  const lines = [formatRow(1, heads, cut, styles.bold), ...rows.map((row, i) => formatRow(i + 2, row, cut))]
  if (cut.length > 0) throw new RangeError(`A text is too long for a cell: ${name} ${cut[0]}.`)
  return formatSheet(lines, widths, true, { selected, after: formatChoices(columns, rows.length) })
}

function formatChoices(columns: readonly BookColumn[], count: number): string {
  const rules = columns.flatMap(({ choices }, i) => {
    if (choices === undefined) return []
    const letter = formatColumn(i)
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${letter}2:${letter}${count + roomForNew}"><formula1>${choices}</formula1></dataValidation>`,
    ]
  })
  return rules.length === 0
    ? ''
    : `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
}
