import type { CsvValue } from '../formats/csv.ts'
import { buildCsv } from '../formats/csv.ts'
import { formatColumn } from '../formats/xlsx.ts'
import { type BookSheet, buildXlsxBook } from '../formats/xlsx-book.ts'
import { listLines, type Register } from './register.ts'
import { getShape, sheetShapes } from './shapes.ts'
import type { Column, SheetName, SheetShape } from './sheet-shape.ts'

/** Vocabularies by the sheet and field that they belong to, a column each on the sheet Lists. */
const lists = sheetShapes.flatMap((shape) =>
  shape.columns
    .filter(({ choices }) => choices.length > 0)
    .map((column) => ({ shape: shape.name, field: column.field, column, title: shape.title })),
)

const findChoices = (shape: SheetShape, column: Column): { choices: string } | object => {
  const at = lists.findIndex((one) => one.shape === shape.name && one.field === column.field)
  if (at < 0) return column.kind === 'boolean' ? { choices: '"true,false"' } : {}
  const letter = formatColumn(at)
  return { choices: `Lists!$${letter}$2:$${letter}$${column.choices.length + 1}` }
}

const buildSheet = (shape: SheetShape, rows: BookSheet['rows']): BookSheet => ({
  name: shape.title,
  columns: shape.columns.map((column) => ({ header: column.head, ...findChoices(shape, column) })),
  rows,
})

const kinds: Readonly<Record<Column['kind'], string>> = {
  text: 'text',
  key: 'short text',
  date: 'date: YYYY, YYYY-MM or YYYY-MM-DD',
  number: 'whole number',
  boolean: 'true or empty',
  choice: 'one of a list',
  list: 'several, separated by semicolons',
  lineage: 'kind and reference, several separated by semicolons',
}

/** The data dictionary: every column of every sheet, with what it means and what it takes. */
export const listDictionary = (): {
  readonly heads: readonly string[]
  readonly rows: readonly CsvValue[][]
} => ({
  heads: ['Sheet', 'Column', 'Field', 'Needed', 'Type', 'Values', 'Meaning'],
  rows: sheetShapes.flatMap((shape) =>
    shape.columns.map((column) => [
      shape.title,
      column.head,
      column.field,
      column.required ? 'yes' : 'no',
      kinds[column.kind],
      column.choices.join(', ') || null,
      column.about,
    ]),
  ),
})

function buildDictionary(): BookSheet {
  const { heads, rows } = listDictionary()
  return { name: 'Dictionary', columns: heads.map((header) => ({ header })), rows }
}

function buildLists(): BookSheet {
  const length = Math.max(...lists.map(({ column }) => column.choices.length))
  return {
    name: 'Lists',
    columns: lists.map(({ title, column }) => ({ header: `${title}: ${column.head}` })),
    rows: Array.from({ length }, (_, i) => lists.map(({ column }) => column.choices[i] ?? null)),
  }
}

/**
 * The register as a workbook: a sheet a table, the data dictionary, and the vocabularies that the drop-downs offer. What is
 * exported imports back to nothing changed. Null gives the template: the same sheets without rows.
 *
 * @param names the sheets to write; all unless given
 */
export function buildRegisterBook(
  register: Register | null,
  names: readonly SheetName[] = sheetShapes.map(({ name }) => name),
): Uint8Array<ArrayBuffer> {
  const sheets = names.map((name) =>
    buildSheet(getShape(name), register === null ? [] : listLines(register, name).map(({ cells }) => cells)),
  )
  return buildXlsxBook([...sheets, buildDictionary(), buildLists()])
}

/** One sheet of the register as CSV, with the mark that lets Excel read it as UTF-8. */
export function buildRegisterCsv(register: Register | null, name: SheetName): string {
  const columns = getShape(name).columns.map(({ head }, i) => ({
    header: head,
    get: (row: readonly CsvValue[]) => row[i] ?? null,
  }))
  const rows = register === null ? [] : listLines(register, name).map(({ cells }) => cells)
  return buildCsv(columns, rows, { byteOrderMark: true })
}
