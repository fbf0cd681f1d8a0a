import type { PreviewReport } from '@waymark/api/features/table/table.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import type { DeskWords } from './desk-words.ts'
import { useDeskWords } from './use-desk-words.ts'

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
const listLines = ({ t }: DeskWords, changes: PreviewReport['changes']): Line[] =>
  changes.flatMap(({ kind, sheet, row, key, cells }): Line[] =>
    kind === 'add'
      ? [
          {
            place: t.exchange.place(sheet, row),
            key,
            field: t.exchange.isNew,
            from: null,
            to: null,
            isNew: true,
          },
        ]
      : cells.map(({ sheet: of, head, part, from, to }) => ({
          place: t.exchange.place(sheet, row),
          key,
          field: `${of}: ${t.exchange.part(head, part)}`,
          from,
          to,
          isNew: false,
        })),
  )

const formatCell = ({ t }: DeskWords, cell: Cell) =>
  cell === null ? (
    <span className="quiet">{t.exchange.empty}</span>
  ) : (
    <span className="say">{String(cell)}</span>
  )

const buildErrorColumns = ({ t }: DeskWords): readonly Column<SheetError>[] => [
  { key: 'sheet', header: t.exchange.errorColumns.sheet, cell: ({ sheet }) => sheet },
  {
    key: 'row',
    header: t.exchange.errorColumns.row,
    narrowLabel: t.exchange.errorColumns.row,
    numeric: true,
    cell: ({ row }) => row,
  },
  {
    key: 'column',
    header: t.exchange.errorColumns.column,
    narrowLabel: t.exchange.errorColumns.column,
    cell: ({ column, head }) => [column, head].filter((one) => one !== null).join(' · '),
  },
  { key: 'message', header: t.exchange.errorColumns.message, cell: ({ message }) => message },
]

const buildChangeColumns = (words: DeskWords): readonly Column<Line>[] => [
  { key: 'place', header: words.t.exchange.changeColumns.place, cell: ({ place }) => place },
  {
    key: 'key',
    header: words.t.exchange.changeColumns.key,
    narrowLabel: words.t.exchange.changeColumns.key,
    cell: ({ key }) => <span className="say">{key}</span>,
  },
  {
    key: 'field',
    header: words.t.exchange.changeColumns.field,
    narrowLabel: words.t.exchange.changeColumns.field,
    cell: ({ field }) => field,
  },
  {
    key: 'from',
    header: words.t.exchange.changeColumns.from,
    narrowLabel: words.t.exchange.changeColumns.from,
    cell: ({ from, isNew }) => (isNew ? null : formatCell(words, from)),
  },
  {
    key: 'to',
    header: words.t.exchange.changeColumns.to,
    narrowLabel: words.t.exchange.changeColumns.to,
    cell: ({ to, isNew }) => (isNew ? null : formatCell(words, to)),
  },
]

/** Everything that is wrong with a file, by sheet, row and column. */
export function SheetErrors({ errors, errorCount }: Pick<PreviewReport, 'errors' | 'errorCount'>) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.exchange
  if (errorCount === 0) return null
  return (
    <section className="part" aria-labelledby="wrong">
      <h2 id="wrong">{copy.errors(errorCount)}</h2>
      <p>{copy.errorsLead}</p>
      {errors.length < errorCount && <p className="quiet">{copy.firstOf(errors.length, errorCount)}</p>}
      <DataTable
        caption={copy.errors(errorCount)}
        hideCaption
        columns={buildErrorColumns(words)}
        rows={errors}
        getKey={(one) => JSON.stringify(one)}
      />
    </section>
  )
}

/** Every change, cell by cell: what is on record and what the file says. */
export function SheetChanges({ preview }: { preview: PreviewReport }) {
  const words = useDeskWords()
  const { t } = words
  const copy = t.exchange
  const lines = listLines(words, preview.changes)
  if (lines.length === 0) return null
  const all = preview.added + preview.changed
  return (
    <section className="part" aria-labelledby="changes">
      <h2 id="changes">{copy.changes}</h2>
      {preview.changes.length < all && <p className="quiet">{copy.firstOf(preview.changes.length, all)}</p>}
      <DataTable
        caption={copy.changes}
        hideCaption
        columns={buildChangeColumns(words)}
        rows={lines}
        getKey={(one) => JSON.stringify(one)}
      />
    </section>
  )
}
