import {
  buildMappedSheet,
  buildMapping,
  getSheetShape,
  isAboutSheet,
  listHeads,
  type MappedSheet,
  type Mapping,
  type ReadSheet,
} from '@waymark/exchange/tables/mapped-sheet'
import { getShape, isSheetName } from '@waymark/exchange/tables/shapes'
import type { SheetName } from '@waymark/exchange/tables/sheet-shape'
import { sha256 } from '@waymark/ledger/hash'

/** What a person said of a sheet: what it is (`skip`: not to be read), and which column is which field. */
export type SheetChoice = { readonly shape: string; readonly mapping: readonly (string | null)[] }

/** A sheet with what it is taken for: null where nothing fits, or it is not to be read. */
export type ChosenSheet = {
  readonly sheet: ReadSheet
  readonly heads: readonly string[]
  readonly shape: SheetName | null
  readonly mapping: Mapping
}

/** Tells sheets with the same heads again. */
export const hashHeads = (heads: readonly string[]): string => sha256(JSON.stringify(heads))

/**
 * What the sheets of a file are: as was said of them, as was said of such heads before, or by their words. `table`: what a file of
 * one sheet is, where somebody said so.
 */
export function chooseSheets(
  sheets: readonly ReadSheet[],
  said: {
    readonly table?: string | undefined
    readonly choices?: Readonly<Record<string, SheetChoice>> | undefined
    readonly remembered?: ReadonlyMap<string, SheetChoice> | undefined
  },
): ChosenSheet[] {
  return sheets
    .filter((sheet) => !isAboutSheet(sheet.name) && sheet.rows.length > 0)
    .map((sheet) => {
      const heads = listHeads(sheet)
      const choice = said.choices?.[sheet.name] ?? said.remembered?.get(hashHeads(heads))
      if (choice !== undefined) {
        const shape = isSheetName(choice.shape) ? choice.shape : null
        return { sheet, heads, shape, mapping: shape === null ? [] : keepFields(shape, choice.mapping) }
      }
      const shape = said.table !== undefined && isSheetName(said.table) ? said.table : getSheetShape(sheet)
      return { sheet, heads, shape, mapping: shape === null ? [] : buildMapping(shape, heads) }
    })
}

/** A mapping without what is no field of the shape, each field once. */
function keepFields(shape: SheetName, mapping: readonly (string | null)[]): Mapping {
  const left = new Set(getShape(shape).columns.map(({ field }) => field))
  return mapping.map((field) => (field !== null && left.delete(field) ? field : null))
}

export const buildMappedSheets = (chosen: readonly ChosenSheet[]): MappedSheet[] =>
  chosen.flatMap(({ sheet, shape, mapping }) =>
    shape === null ? [] : [buildMappedSheet(sheet, shape, mapping)],
  )
