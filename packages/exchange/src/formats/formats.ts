import { buildCsv, type CsvOptions, type CsvValue } from './csv.ts'
import { buildJson } from './json.ts'
import { type About, buildXlsx, type FurtherSheet } from './xlsx.ts'

/** A table to be written: the columns with their headers, and the rows. */
export type Table<Row> = {
  readonly columns: readonly { readonly header: string; readonly get: (row: Row) => CsvValue }[]
  readonly rows: Iterable<Row>
  /** What the table is called, and what it is: for formats that can say so beside it. */
  readonly name?: string
  readonly about?: About
  readonly further?: FurtherSheet
}

type Format = {
  readonly extension: string
  readonly mediaType: string
  readonly build: <Row>(table: Table<Row>, options?: CsvOptions) => string | Uint8Array
}

/** The formats in which any table can be had. A new one is a file here and a line in this list. */
export const formats = {
  csv: {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    build: <Row>({ columns, rows }: Table<Row>, options?: CsvOptions) => buildCsv(columns, rows, options),
  },
  json: {
    extension: 'json',
    mediaType: 'application/json; charset=utf-8',
    build: <Row>({ columns, rows }: Table<Row>) =>
      buildJson(
        [...rows].map((row) => Object.fromEntries(columns.map(({ header, get }) => [header, get(row)]))),
      ),
  },
  xlsx: {
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    build: <Row>({ columns, rows, ...kept }: Table<Row>) => buildXlsx(columns, rows, kept),
  },
} as const satisfies Record<string, Format>

export type FormatName = keyof typeof formats
