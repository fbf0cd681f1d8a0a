import { z } from 'zod'
import { type TableName, tables } from '../dossier-file/schema.ts'

/** How a cell is read: `list` is several keys or references in one cell, `lineage` pairs of kind and reference. */
export type CellKind = 'text' | 'key' | 'date' | 'number' | 'boolean' | 'choice' | 'list' | 'lineage'

export type Column = {
  /** The field of the dossier file, or what only a sheet has: `id` and the key of the row that this one belongs to. */
  readonly field: string
  readonly head: string
  readonly about: string
  readonly kind: CellKind
  readonly choices: readonly string[]
  readonly required: boolean
}

export const sheetNames = [
  'recommendations',
  'steps',
  'assessments',
  'evidence',
  'uptake',
  'claims',
  'sources',
  'actors',
  'areas',
  'rounds',
  'commitments',
  'tracks',
  'milestones',
  'linkages',
  'cases',
  'statuses',
] as const
export type SheetName = (typeof sheetNames)[number]

/** One sheet of the register. `part`: its rows are parts of the rows of another table, which the column `of` names. */
export type SheetShape = {
  readonly name: SheetName
  readonly title: string
  readonly about: string
  readonly table: TableName
  readonly part: { readonly field: string; readonly of: string } | null
  readonly columns: readonly Column[]
}

export type Told = readonly [field: string, head: string, about: string]

const dates = new Set(['date', 'issued', 'effective', 'planned', 'occurred', 'factDate'])
const longTexts = new Set(['text', 'title', 'summary', 'note', 'rationale', 'excerpt', 'name'])

function buildColumn(fields: Readonly<Record<string, z.ZodType>>, [field, head, about]: Told): Column {
  const told = { field, head, about, choices: [] as readonly string[] }
  if (field === 'id') return { ...told, kind: 'number', required: false }
  const given = fields[field]
  // The key of the row that a part belongs to.
  if (given === undefined) return { ...told, kind: 'key', required: true }
  const required = !given.safeParse(undefined).success
  let schema = given
  while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    schema = schema.unwrap() as z.ZodType
  if (field === 'lineage') return { ...told, kind: 'lineage', required }
  if (schema instanceof z.ZodEnum)
    return { ...told, kind: 'choice', required, choices: schema.options.map(String) }
  if (schema instanceof z.ZodArray) return { ...told, kind: 'list', required }
  if (schema instanceof z.ZodNumber) return { ...told, kind: 'number', required }
  if (schema instanceof z.ZodBoolean) return { ...told, kind: 'boolean', required }
  if (dates.has(field)) return { ...told, kind: 'date', required }
  return { ...told, kind: longTexts.has(field) ? 'text' : 'key', required }
}

/** A sheet whose types, vocabularies and required columns come from the schemas of the dossier file. */
export const buildShape = (
  name: SheetName,
  title: string,
  about: string,
  [table, part, fields]: readonly [TableName, SheetShape['part'], Readonly<Record<string, z.ZodType>>],
  told: readonly Told[],
): SheetShape => ({
  name,
  title,
  about,
  table,
  part,
  columns: told.map((one) => buildColumn(fields, one)),
})

/** A row of the sheet is a row of the table. */
export const whole = (table: TableName) => [table, null, tables[table].shape] as const
/** A row of the sheet is a part, in `field`, of the row of the table that its column `of` names. */
export const partOf = (table: TableName, field: string, of: string, schema: z.ZodObject) =>
  [table, { field, of }, schema.shape] as const
