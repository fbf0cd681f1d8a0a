import type { Cell } from './cells.ts'
import { foldHead, listSynonyms } from './head-synonyms.ts'
import { getShape, sheetShapes } from './shapes.ts'
import type { SheetName } from './sheet-shape.ts'

/** A sheet as it was read: the first row has the heads. */
export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

/** Which column is which field, by place; null for a column that is not read. */
export type Mapping = readonly (string | null)[]

/** A sheet of which is known what it is. Row numbers and column places are those that a person sees in the sheet. */
export type MappedSheet = {
  readonly shape: SheetName
  readonly title: string
  readonly mapping: Mapping
  /** Columns that the sheet really has, where fields behind them were made up for it. */
  readonly width?: number
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[]
}

/** Sheets of the workbook that say something about it and hold no rows. */
export const isAboutSheet = (name: string): boolean => /^(about|dictionary|lists)$/i.test(name.trim())

export const listHeads = (sheet: ReadSheet): string[] =>
  (sheet.rows[0] ?? []).map((cell) => (cell === null ? '' : String(cell).trim()))

/** The heads of a sheet as fields of a shape, as far as their words tell; each field once. */
export function buildMapping(shape: SheetName, heads: readonly string[]): Mapping {
  const taken = new Set<string>()
  return heads.map((head) => {
    const folded = foldHead(head)
    const column = getShape(shape).columns.find(
      (one) => !taken.has(one.field) && listSynonyms(shape, one).includes(folded),
    )
    if (folded === '' || column === undefined) return null
    taken.add(column.field)
    return column.field
  })
}

/** What a sheet is: by its title, else by the shape whose heads it has most of. Null when nothing fits. */
export function getSheetShape(sheet: ReadSheet): SheetName | null {
  const titled = sheetShapes.find(
    ({ title, name }) => foldHead(title) === foldHead(sheet.name) || name === foldHead(sheet.name),
  )
  if (titled !== undefined) return titled.name
  const heads = listHeads(sheet)
  const scored = sheetShapes.map(({ name, columns }) => {
    const found = new Set(buildMapping(name, heads).filter((field) => field !== null))
    const missing = columns.filter(({ field, required }) => required && !found.has(field)).length
    return { name, score: found.size - missing }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= 1 ? best.name : null
}

/** The rows of a sheet under a mapping; empty rows are left out. */
export function buildMappedSheet(sheet: ReadSheet, shape: SheetName, mapping: Mapping): MappedSheet {
  const rows = sheet.rows
    .map((cells, i) => ({ number: i + 1, cells }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ''))
  return { shape, title: sheet.name, mapping, rows }
}
