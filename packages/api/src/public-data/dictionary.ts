import type { DataMessages } from '@waymark/messages/en/public-data'
import type { Language } from '@waymark/messages/language'
import { dataMessages } from '@waymark/messages/public-data'
import { type Column, type ColumnName, columns } from './columns.ts'
import { dataHeaders } from './data-table.ts'
import { linkageHeaders } from './linkage-tables.ts'
import { headers } from './tables.ts'
import { type TableName, type ViewName, viewList } from './view-list.ts'

/** What has to be said of the views and of the columns of every table: a sentence that is missing does not compile. */
type Described = {
  readonly views: Readonly<Record<ViewName, { readonly title: string; readonly text: string }>>
  readonly columns: { readonly [T in TableName]: Readonly<Record<ColumnName<T>, string>> }
}

const words: Readonly<Record<Language, DataMessages & Described>> = dataMessages

/** The words of the open data in a language. */
export const getDataWords = (language: Language): DataMessages & Described => words[language]

const allHeaders: { readonly [T in TableName]: readonly ColumnName<T>[] } = {
  ...headers,
  ...linkageHeaders,
  ...dataHeaders,
}

/** The columns of a table, in the order of the file. */
export const getHeaders = (table: TableName | null): readonly string[] =>
  table === null ? [] : allHeaders[table]

export type DescribedColumn = {
  readonly name: string
  readonly type: Column['type']
  readonly unit: NonNullable<Column['unit']> | null
  readonly values: readonly string[] | null
  /** True where no row leaves it empty. */
  readonly always: boolean
  readonly description: string
}

/** What every column of a table holds, in a language, in the order of the file. */
export function listColumns(table: TableName, language: Language): DescribedColumn[] {
  const declared: Readonly<Record<string, Column>> = columns[table]
  const described: Readonly<Record<string, string>> = words[language].columns[table]
  return getHeaders(table).map((name) => {
    const column = declared[name]
    const description = described[name]
    if (column === undefined || description === undefined)
      throw new Error(`The column ${name} of ${table} is not declared.`)
    const { type, unit = null, values = null, always = false } = column
    return { name, type, unit, values, always, description }
  })
}

/** The columns of a view's table; null where it makes none. */
export const listViewColumns = (view: ViewName, language: Language): DescribedColumn[] | null => {
  const { table } = viewList[view]
  return table === null ? null : listColumns(table, language)
}
