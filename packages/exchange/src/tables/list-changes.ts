import { listDossierErrors } from '../dossier-file/check-references.ts'
import { ErrorList, type FileError } from '../dossier-file/file-error.ts'
import type { DossierContext, Known } from '../dossier-file/known.ts'
import { parseParts } from '../dossier-file/parse.ts'
import { type LooseDossierFile, type TableName, tableNames } from '../dossier-file/schema.ts'
import { listUniquenessErrors } from '../dossier-file/uniqueness.ts'
import { type Cell, formatCellForComparison } from './cells.ts'
import type { MappedSheet } from './mapped-sheet.ts'
import { formatPlacedError, type SheetError } from './placed-error.ts'
import { type Fields, getRowKey, type Line, listRowLines, type Register } from './register.ts'
import { sheetShapes } from './shapes.ts'
import { buildRawRows, type Place, type RawRow } from './table-rows.ts'

/** One cell that changes: on which sheet, under which head, from what to what. `part`: the place of the item in its row. */
export type CellChange = {
  readonly sheet: string
  readonly head: string
  readonly part: number | null
  readonly from: Cell
  readonly to: Cell
}

/** A row that an import adds, or whose standing version it supersedes. */
export type Change = {
  readonly table: TableName
  readonly key: string
  readonly kind: 'add' | 'change'
  readonly place: Place
  /** Id and version on record of what is changed; null for an addition. */
  readonly known: { readonly id: number; readonly version: number } | null
  /** Why a table may not change it; null where it may. */
  readonly closed: string | null
  readonly row: Fields
  readonly cells: readonly CellChange[]
}

export type Changes = {
  readonly changes: readonly Change[]
  readonly unchanged: number
  readonly errors: readonly SheetError[]
  readonly errorCount: number
}

type Today = Pick<DossierContext, 'today' | 'now'>

/**
 * What sheets mean for a register: what they add, what they change, and everything that is wrong, each error by sheet, row and
 * column. Rows that say what is on record are counted and not checked again.
 */
export function listChanges(register: Register, sheets: readonly MappedSheet[], now: Today): Changes {
  const raw = buildRawRows(register, sheets)
  const byTable = new Map(tableNames.map((table) => [table, raw.rows.filter((row) => row.table === table)]))
  const errors = new ErrorList()
  const rawFile = Object.fromEntries(tableNames.map((t) => [t, byTable.get(t)?.map((row) => row.fields)]))
  // A copy: parsing takes what it refuses out of what it was given.
  const parsed = parseParts(
    structuredClone({ format: 'waymark-dossier/1', dossier: register.dossier, ...rawFile }),
    errors,
  ) as LooseDossierFile
  const refused = new Set(errors.errors.map(({ path }) => /^\$\.(\w+\[\d+\])/.exec(path)?.[1]))
  const changes: Change[] = []
  const changed: Record<string, (Fields | undefined)[]> = {}
  let unchanged = 0
  for (const table of tableNames) {
    const rows = byTable.get(table) ?? []
    changed[table] = rows.map((rawRow, i) => {
      const row = parsed[table]?.[i] as Fields | undefined
      if (row === undefined) return undefined
      const change = getChange(rawRow, row)
      if (change === null) {
        if (!refused.has(`${table}[${i}]`)) unchanged += 1
        return undefined
      }
      changes.push(change)
      return row
    })
  }
  const file = { dossier: register.dossier, ...changed } as LooseDossierFile
  const context = { ...now, isNew: false, known: buildKnown(register) }
  const found = [...listDossierErrors(file, context).errors, ...listUniquenessErrors(parsed)]
  for (const error of found) errors.add(error)
  const all = [
    ...raw.errors.map((error) => formatPlacedError(sheets, error, error.field, error.message)),
    ...listFrozen(changes, sheets),
    ...errors.errors.map((error) => placeError(byTable, sheets, error)),
  ]
  return {
    changes,
    unchanged,
    errors: all.slice(0, 1000),
    errorCount: all.length + errors.errorCount - errors.errors.length,
  }
}

/** Null where the row says what is on record. */
function getChange({ table, key, known, place }: RawRow, row: Fields): Change | null {
  const id = known?.id ?? 0
  const cells = known === null ? [] : listCellChanges(table, { id, before: known.row, after: row })
  if (known !== null && cells.length === 0) return null
  return {
    table,
    key: getRowKey(table, row, known?.id) ?? key,
    kind: known === null ? 'add' : 'change',
    place,
    known: known === null ? null : { id: known.id, version: known.version },
    closed: known?.closed ?? null,
    row,
    cells,
  }
}

/** What differs between two forms of a row, cell by cell, as the sheets have them. */
export function listCellChanges(
  table: TableName,
  { id, before, after }: { id: number; before: Fields; after: Fields },
): CellChange[] {
  return sheetShapes
    .filter((shape) => shape.table === table)
    .flatMap((shape) => {
      const [old, fresh] = [before, after].map((row) => listRowLines(shape, { row, id, version: 0 }))
      const count = Math.max(old?.length ?? 0, fresh?.length ?? 0)
      return Array.from({ length: count }, (_, i) =>
        compareLines(shape, shape.part === null ? null : i, old?.[i], fresh?.[i]),
      ).flat()
    })
}

const compareLines = (
  shape: (typeof sheetShapes)[number],
  part: number | null,
  old: Line | undefined,
  fresh: Line | undefined,
): CellChange[] =>
  shape.columns.flatMap((column, c) => {
    const [from, to] = [old?.cells[c] ?? null, fresh?.cells[c] ?? null]
    // The owner's key says nothing of its own where a part comes or goes.
    if (column.field === shape.part?.of) return []
    if (formatCellForComparison(column, from) === formatCellForComparison(column, to)) return []
    return [{ sheet: shape.title, head: column.head, part, from, to }]
  })

/** Cases have people behind them: they are changed where two persons look at it, never by a table. */
const listFrozen = (changes: readonly Change[], sheets: readonly MappedSheet[]): SheetError[] =>
  changes.flatMap(({ table, place, key, closed }) => {
    const message =
      table === 'cases'
        ? `The case “${key}” differs from the record. Cases are changed on their own pages: take the row out, or put it back as it was exported.`
        : closed
    return message === null ? [] : [formatPlacedError(sheets, place, null, message)]
  })

function placeError(
  byTable: ReadonlyMap<TableName, readonly RawRow[]>,
  sheets: readonly MappedSheet[],
  { path, message }: FileError,
): SheetError {
  const [, table = '', index = '', rest = ''] = /^\$\.(\w+)\[(\d+)\](.*)$/.exec(path) ?? []
  const row = byTable.get(table as TableName)?.[Number(index)]
  if (row === undefined) return { sheet: '', row: null, column: null, head: null, message }
  const [, field = '', at, , inner] = /^\.(\w+)(?:\[(\d+)\](\.(\w+))?)?/.exec(rest) ?? []
  const part = at === undefined ? undefined : row.parts[field]?.[Number(at)]
  const place = part ?? row.place
  return formatPlacedError(
    sheets,
    place,
    (part === undefined ? field : inner) || null,
    formatForSheet(message, byTable),
  )
}

/** Sentences that name another place of the file name its row of the sheet instead. */
const formatForSheet = (message: string, byTable: ReadonlyMap<TableName, readonly RawRow[]>): string =>
  message.replace(/\$\.(\w+)\[(\d+)\]/g, (whole, table: string, index: string) => {
    const place = byTable.get(table as TableName)?.[Number(index)]?.place
    return place === undefined ? whole : `${place.title}, row ${place.row}`
  })

function buildKnown(register: Register): Known {
  const keysOf = (table: 'actors' | 'sources' | 'areas' | 'rounds' | 'commitments' | 'tracks') =>
    new Set(register.tables[table].map(({ row }) => row.key))
  return {
    actors: keysOf('actors'),
    sources: keysOf('sources'),
    areas: keysOf('areas'),
    rounds: keysOf('rounds'),
    commitments: keysOf('commitments'),
    tracks: keysOf('tracks'),
    milestones: new Map(
      register.tables.milestones.map(({ row }) => [row.key, { occurred: row.occurred ?? null }]),
    ),
    recommendations: new Map(
      register.tables.recommendations.map(({ row }) => [
        row.ref,
        {
          issued: row.issued,
          steps: new Set((row.steps ?? []).map((step) => step.key)),
          lineage: (row.lineage ?? []).map((one) => one.ref),
        },
      ]),
    ),
  }
}
