import type { DossierFile, TableName } from '../dossier-file/schema.ts'
import { type Cell, formatField } from './cells.ts'
import { getShape } from './shapes.ts'
import type { SheetName, SheetShape } from './sheet-shape.ts'

/**
 * A row of the record with its place there: `id` of the thing (of an assessment: of the finding that stands), `version`
 * of what stands now.
 */
export type RegisterRow<Row> = {
  readonly row: Row
  readonly id: number
  readonly version: number
  /** Why a table may not change it. */
  readonly closed?: string
}

/** A dossier as it stands on record: the latest version of everything, findings that are published. */
export type Register = {
  readonly dossier: DossierFile['dossier']
  /** Keys of findings that were superseded, with the id of what stands in their place. */
  readonly aliases?: ReadonlyMap<string, number>
  readonly tables: { readonly [T in TableName]: readonly RegisterRow<DossierFile[T][number]>[] }
}

export type Fields = Readonly<Record<string, unknown>>

/** What names a row on record. Rows of uptake and claims have no key: their number on record stands for it. */
export function getRowKey(table: TableName, row: Fields, id: number | undefined): string | null {
  switch (table) {
    case 'recommendations':
      return formatKey(row.ref)
    case 'linkages':
      return typeof row.recommendation === 'string' && typeof row.milestone === 'string'
        ? `${row.recommendation} ${row.milestone}`
        : null
    case 'uptake':
    case 'claims':
      return id === undefined ? null : String(id)
    case 'assessments':
      return formatKey(row.key) ?? (id === undefined ? null : formatAssessmentKey(id))
    default:
      return formatKey(row.key)
  }
}

const formatKey = (key: unknown): string | null => (typeof key === 'string' && key !== '' ? key : null)

/** Names an assessment that was written without a key: `n-1234`. */
export const formatAssessmentKey = (id: number): string => `n-${id}`

/** A line of a sheet with the row that it belongs to. */
export type Line = { readonly key: string; readonly cells: readonly Cell[] }

/** The lines of one sheet for one row of its table: one, or one a part. */
export function listRowLines(shape: SheetShape, placed: RegisterRow<Fields>): Line[] {
  const key = getRowKey(shape.table, placed.row, placed.id) ?? ''
  const { part } = shape
  if (part === null) {
    const own: Fields = { ...placed.row, id: placed.id, ...(shape.table === 'assessments' ? { key } : {}) }
    return [{ key, cells: shape.columns.map((column) => formatField(column, own[column.field])) }]
  }
  const parts = (placed.row[part.field] ?? []) as readonly Fields[]
  return parts.map((one) => ({
    key,
    cells: shape.columns.map((column) =>
      formatField(column, column.field === part.of ? key : one[column.field]),
    ),
  }))
}

/** Every line of a sheet of the register. */
export function listLines(register: Register, name: SheetName): Line[] {
  const shape = getShape(name)
  return (register.tables[shape.table] as readonly RegisterRow<Fields>[]).flatMap((placed) =>
    listRowLines(shape, placed),
  )
}
