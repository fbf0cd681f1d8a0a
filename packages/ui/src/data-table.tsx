import type { ReactNode } from 'react'

export type Column<Row> = {
  readonly key: string
  readonly header: ReactNode
  /** Shown before the value where the table is stacked; left out for values that speak for themselves. */
  readonly narrowLabel?: string
  /** Right-aligned, tabular. */
  readonly numeric?: boolean
  readonly nowrap?: boolean
  readonly quiet?: boolean
  readonly sort?: 'ascending' | 'descending'
  readonly cell: (row: Row) => ReactNode
}

/**
 * A plain table. The first column names the row.
 *
 * @param caption the table's name; visible unless `hideCaption`
 * @param narrow `stack` turns rows into blocks under 640 px; `scroll` keeps columns and scrolls sideways
 */
export function DataTable<Row>({
  caption,
  hideCaption = false,
  columns,
  rows,
  getKey,
  narrow = 'stack',
}: {
  caption: string
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  getKey: (row: Row) => string
  narrow?: 'stack' | 'scroll'
}) {
  const table = (
    <table className={narrow === 'stack' ? 'plain stack' : 'plain'}>
      <caption className={hideCaption ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, header, numeric, sort }) => (
            <th key={key} scope="col" className={numeric ? 'num' : undefined} aria-sort={sort}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={getKey(row)}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.key} scope="row" className={getCellClass(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} className={getCellClass(column)} data-l={column.narrowLabel}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'stack') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={caption}>
      {table}
    </section>
  )
}

function getCellClass({ numeric, nowrap, quiet }: Pick<Column<never>, 'numeric' | 'nowrap' | 'quiet'>) {
  const names = [numeric && 'num', nowrap && 'nowrap', quiet && 'quiet'].filter(Boolean)
  return names.length === 0 ? undefined : names.join(' ')
}
