import type { PreviewReport } from '@waymark/api/features/table/table.view'
import { deskExchange } from '@waymark/messages/en/desk-exchange'
import { type Column, DataTable } from '@waymark/ui/data-table'

const copy = deskExchange

type SheetError = PreviewReport['errors'][number]
type Cell = PreviewReport['changes'][number]['cells'][number]['from']
type Line = {
  readonly place: string
  readonly key: string
  readonly field: string
  readonly from: Cell
  readonly to: Cell
  readonly isNew: boolean
}

/** One line a cell that changes, and one a row that is new. */
const listLines = (changes: PreviewReport['changes']): Line[] =>
  changes.flatMap(({ kind, sheet, row, key, cells }): Line[] =>
    kind === 'add'
      ? [{ place: copy.place(sheet, row), key, field: copy.isNew, from: null, to: null, isNew: true }]
      : cells.map(({ sheet: of, head, part, from, to }) => ({
          place: copy.place(sheet, row),
          key,
          field: `${of}: ${copy.part(head, part)}`,
          from,
          to,
          isNew: false,
        })),
  )

const formatCell = (cell: Cell) =>
  cell === null ? <span className="quiet">{copy.empty}</span> : <span className="say">{String(cell)}</span>

const errorColumns: readonly Column<SheetError>[] = [
  { key: 'sheet', header: copy.errorColumns.sheet, cell: ({ sheet }) => sheet },
  {
    key: 'row',
    header: copy.errorColumns.row,
    narrowLabel: copy.errorColumns.row,
    numeric: true,
    cell: ({ row }) => row,
  },
  {
    key: 'column',
    header: copy.errorColumns.column,
    narrowLabel: copy.errorColumns.column,
    cell: ({ column, head }) => [column, head].filter((one) => one !== null).join(' · '),
  },
  { key: 'message', header: copy.errorColumns.message, cell: ({ message }) => message },
]

const changeColumns: readonly Column<Line>[] = [
  { key: 'place', header: copy.changeColumns.place, cell: ({ place }) => place },
  {
    key: 'key',
    header: copy.changeColumns.key,
    narrowLabel: copy.changeColumns.key,
    cell: ({ key }) => <span className="say">{key}</span>,
  },
  {
    key: 'field',
    header: copy.changeColumns.field,
    narrowLabel: copy.changeColumns.field,
    cell: ({ field }) => field,
  },
  {
    key: 'from',
    header: copy.changeColumns.from,
    narrowLabel: copy.changeColumns.from,
    cell: ({ from, isNew }) => (isNew ? null : formatCell(from)),
  },
  {
    key: 'to',
    header: copy.changeColumns.to,
    narrowLabel: copy.changeColumns.to,
    cell: ({ to, isNew }) => (isNew ? null : formatCell(to)),
  },
]

/** Everything that is wrong with a file, by sheet, row and column. */
export function SheetErrors({ errors, errorCount }: Pick<PreviewReport, 'errors' | 'errorCount'>) {
  if (errorCount === 0) return null
  return (
    <section className="part" aria-labelledby="wrong">
      <h2 id="wrong">{copy.errors(errorCount)}</h2>
      <p>{copy.errorsLead}</p>
      {errors.length < errorCount && <p className="quiet">{copy.firstOf(errors.length, errorCount)}</p>}
      <DataTable
        caption={copy.errors(errorCount)}
        hideCaption
        columns={errorColumns}
        rows={errors}
        getKey={(one) => JSON.stringify(one)}
      />
    </section>
  )
}

/** Every change, cell by cell: what is on record and what the file says. */
export function SheetChanges({ preview }: { preview: PreviewReport }) {
  const lines = listLines(preview.changes)
  if (lines.length === 0) return null
  const all = preview.added + preview.changed
  return (
    <section className="part" aria-labelledby="changes">
      <h2 id="changes">{copy.changes}</h2>
      {preview.changes.length < all && <p className="quiet">{copy.firstOf(preview.changes.length, all)}</p>}
      <DataTable
        caption={copy.changes}
        hideCaption
        columns={changeColumns}
        rows={lines}
        getKey={(one) => JSON.stringify(one)}
      />
    </section>
  )
}
