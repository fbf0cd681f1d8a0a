import { buildCsv } from '@waymark/exchange/formats/csv'
import { buildXlsxBook } from '@waymark/exchange/formats/xlsx-book'
import { formatCanonicalJson } from '@waymark/ledger/canonical-json'
import { editionFiles } from '@waymark/ledger/edition'
import { getMethod } from '@waymark/scoring/methods/registry'
import { editionTableNames, editionTables } from './edition-columns.ts'
import type { EditionContent, EditionRows, FrozenContent } from './edition-content.ts'
import { formatReadme, licence, type ReadmeParts } from './edition-readme.ts'

/** Path of the workbook in the zip. */
export const workbookPath = 'edition.xlsx'
export const tablePath = (table: string): string => `tables/${table}.csv`

/** Every file of an edition's zip, but the manifest, its signature and the key. */
export function buildFiles(
  { content, json }: FrozenContent,
  checkpoint: string,
  parts: ReadmeParts,
): Map<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ['README.md', formatReadme(content, parts)],
    [editionFiles.data, json],
    ...editionTableNames.map((table): [string, string] => [
      tablePath(table),
      buildCsv(listColumns(table), content.tables[table], { byteOrderMark: true }),
    ]),
    [workbookPath, buildBook(content)],
    ['method.json', `${formatCanonicalJson(getMethod(content.method))}\n`],
    ['LICENCE.txt', licence],
    [editionFiles.checkpoint, checkpoint],
  ])
}

const listColumns = (table: keyof typeof editionTables) =>
  editionTables[table].columns.map(({ name }) => ({
    header: name,
    get: (row: EditionRows[number]) => row[name] ?? null,
  }))

/** A cell of a spreadsheet holds 32,767 characters. */
const longestCell = 32_000

const buildBook = ({ tables }: EditionContent): Uint8Array =>
  buildXlsxBook(
    editionTableNames.map((table) => ({
      name: editionTables[table].title,
      columns: editionTables[table].columns.map(({ name }) => ({ header: name })),
      rows: tables[table].map((row) =>
        editionTables[table].columns.map(({ name }) => {
          const value = row[name] ?? null
          return typeof value === 'string' && value.length > longestCell
            ? `${value.slice(0, longestCell).toWellFormed()} … (whole in ${editionFiles.data})`
            : value
        }),
      ),
    })),
  )
