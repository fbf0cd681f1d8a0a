import type { DossierFile, TableName } from '../dossier-file/schema.ts'
import { type Cell, parseCell } from './cells.ts'
import type { MappedSheet } from './mapped-sheet.ts'
import { matchUnnumbered } from './match-unnumbered.ts'
import { type Fields, formatAssessmentKey, getRowKey, type Register, type RegisterRow } from './register.ts'
import { getShape } from './shapes.ts'
import type { Column, SheetName } from './sheet-shape.ts'

/** Where something of a row stands in the workbook. */
export type Place = { readonly shape: SheetName; readonly title: string; readonly row: number }

/** A row as the sheets have it: raw fields, where they come from, and what it is on record. */
export type RawRow = {
  readonly table: TableName
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly known: RegisterRow<Fields> | null
  readonly place: Place
  readonly parts: Readonly<Record<string, readonly Place[]>>
}

/** What is wrong at a place, before the schemas are asked. */
export type PlacedError = Place & { readonly field: string | null; readonly message: string }

export type RawRows = { readonly rows: readonly RawRow[]; readonly errors: readonly PlacedError[] }

type Draft = {
  table: TableName
  key: string
  fields: Record<string, unknown>
  known: RegisterRow<Fields> | null
  place: Place
  parts: Record<string, Place[]>
}

/**
 * The rows of the sheets put together: parts go to the row that they belong to, and a row that is on record keeps the fields
 * for which its sheet has no column. An empty cell empties its field.
 */
export function buildRawRows(register: Register, sheets: readonly MappedSheet[]): RawRows {
  const known = new Map<string, RegisterRow<Fields>>()
  for (const [table, rows] of Object.entries(register.tables) as [
    TableName,
    readonly RegisterRow<Fields>[],
  ][]) {
    for (const one of rows) {
      const key = getRowKey(table, one.row, one.id)
      if (key !== null) known.set(`${table} ${key}`, one)
      if (table === 'assessments') known.set(`${table} ${formatAssessmentKey(one.id)}`, one)
    }
  }
  const findings = new Map(register.tables.assessments.map((one) => [one.id, one]))
  for (const [key, id] of register.aliases ?? []) {
    const standing = findings.get(id)
    if (standing !== undefined && !known.has(`assessments ${key}`)) known.set(`assessments ${key}`, standing)
  }
  const state: State = { register, known, drafts: new Map(), errors: [], fresh: 0 }
  for (const sheet of sheets) if (getShape(sheet.shape).part === null) addRows(state, sheet)
  for (const sheet of sheets) if (getShape(sheet.shape).part !== null) addParts(state, sheet)
  return {
    rows: [...state.drafts.values()].map((draft) => ({ ...draft, fields: clear(draft.fields) })),
    errors: state.errors,
  }
}

type State = {
  readonly register: Register
  readonly known: ReadonlyMap<string, RegisterRow<Fields>>
  readonly drafts: Map<string, Draft>
  readonly errors: PlacedError[]
  fresh: number
}

type Row = MappedSheet['rows'][number]

/** The cells of a row by field. */
function readCells({ shape, mapping }: MappedSheet, row: Row): Record<string, unknown> {
  const columns = new Map(getShape(shape).columns.map((column) => [column.field, column]))
  const fields: Record<string, unknown> = {}
  for (const [i, field] of mapping.entries()) {
    const column: Column | undefined = field === null ? undefined : columns.get(field)
    if (column !== undefined) fields[column.field] = parseCell(column, row.cells[i] ?? (null as Cell))
  }
  return fields
}

function addRows(state: State, sheet: MappedSheet): void {
  const { table } = getShape(sheet.shape)
  const read = sheet.rows.map((row) => ({ row, fields: readCells(sheet, row) }))
  const numbers = matchUnnumbered(
    table,
    read.map((one) => one.fields),
    state.register,
  )
  for (const [i, { row, fields: given }] of read.entries()) {
    const place = { shape: sheet.shape, title: sheet.title, row: row.number }
    const { id, ...fields } = given
    const number = typeof id === 'number' ? id : numbers[i]
    const key = getRowKey(table, fields, number)
    const known = key === null ? null : (state.known.get(`${table} ${key}`) ?? null)
    if (id !== undefined && known === null) {
      const message = `${String(id)} is not a number of this table on record. Leave the cell empty for a new row.`
      state.errors.push({ ...place, field: 'id', message })
    }
    if (table === 'assessments' && known === null && /^n-\d+$/.test(key ?? '')) {
      const message = `${key} is not on record. Keys that begin with “n-” are given by the record: choose another for a new row.`
      state.errors.push({ ...place, field: 'key', message })
    }
    const at = `${table} ${key ?? `new ${state.fresh++}`}`
    const before = state.drafts.get(at)
    if (before !== undefined) {
      const message = `${key} is already in row ${before.place.row}. Keep one of the two.`
      state.errors.push({ ...place, field: getKeyField(table), message })
      continue
    }
    state.drafts.set(at, {
      table,
      key: key ?? '',
      fields: { ...(known?.row ?? {}), ...fields, ...getOwnKey(table, known) },
      known,
      place,
      parts: {},
    })
  }
}

/** An assessment that has no key of its own on record is named by its number in the sheet, and stays without one. */
const getOwnKey = (table: TableName, known: RegisterRow<Fields> | null) =>
  table === 'assessments' && known !== null ? { key: known.row.key } : {}

const getKeyField = (table: TableName): string =>
  table === 'recommendations'
    ? 'ref'
    : table === 'linkages'
      ? 'milestone'
      : table === 'uptake' || table === 'claims'
        ? 'id'
        : 'key'

function addParts(state: State, sheet: MappedSheet): void {
  const { table, part } = getShape(sheet.shape)
  if (part === null) return
  const given = new Map<string, { fields: Record<string, unknown>; place: Place }[]>()
  for (const row of sheet.rows) {
    const place = { shape: sheet.shape, title: sheet.title, row: row.number }
    const { [part.of]: owner, ...fields } = readCells(sheet, row)
    const at = `${table} ${String(owner ?? '')}`
    if (!state.drafts.has(at) && !state.known.has(at)) {
      const message =
        owner === undefined
          ? `The row does not say to what it belongs. Fill in “${part.of}”.`
          : `“${String(owner)}” is neither on record nor in the workbook. Correct it, or add it.`
      state.errors.push({ ...place, field: part.of, message })
      continue
    }
    given.set(at, [...(given.get(at) ?? []), { fields: clear(fields), place }])
  }
  for (const [at, parts] of given) {
    const draft = state.drafts.get(at) ?? buildKnownDraft(state, table, at, parts[0]?.place as Place)
    const before = (draft.known?.row[part.field] ?? []) as readonly Fields[]
    const isKeyed = part.field === 'steps'
    // Fields for which the sheet has no column are kept, part by part.
    const read = parts.map(({ fields, place }, i) => {
      const known = isKeyed ? before.find((one) => one.key === fields.key) : before[i]
      return { fields: clear({ ...keepUnmapped(sheet, known), ...fields }), place }
    })
    const all = isKeyed ? mergeKeyed(before, read, draft.place) : read
    draft.fields[part.field] = all.map((one) => one.fields)
    draft.parts[part.field] = all.map((one) => one.place)
    state.drafts.set(at, draft)
  }
}

type Part = { readonly fields: Fields; readonly place: Place }

/** A step that a sheet does not name is not thereby gone: nothing is taken off the record by leaving it out. */
function mergeKeyed(before: readonly Fields[], read: readonly Part[], place: Place): Part[] {
  const isNamed = (fields: Fields) => read.some((one) => one.fields.key === fields.key)
  const isKnown = (fields: Fields) => before.some((one) => one.key === fields.key)
  return [
    ...before.flatMap((fields) =>
      isNamed(fields)
        ? read.filter((one) => one.fields.key === fields.key)
        : [{ fields: clear(fields), place }],
    ),
    ...read.filter((one) => !isKnown(one.fields)),
  ]
}

const keepUnmapped = (sheet: MappedSheet, before: Fields | undefined): Fields =>
  before === undefined
    ? {}
    : Object.fromEntries(Object.entries(before).filter(([field]) => !sheet.mapping.includes(field)))

const buildKnownDraft = (state: State, table: TableName, at: string, place: Place): Draft => {
  const known = state.known.get(at) as RegisterRow<Fields>
  const key = at.slice(table.length + 1)
  return { table, key, fields: { ...known.row }, known, place, parts: {} }
}

/** Without the fields that have no value: the schemas tell "not there" from "undefined". */
const clear = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

export type ParsedRow = DossierFile[TableName][number]
