import type { MappedSheet } from './mapped-sheet.ts'
import { getShape } from './shapes.ts'
import type { Place } from './table-rows.ts'

/** One thing wrong with a table: the sheet as it is called in the file, the row and the column as a person counts them. */
export type SheetError = {
  readonly sheet: string
  readonly row: number | null
  /** `C`; null where the error is about the whole row, or the sheet has no such column. */
  readonly column: string | null
  readonly head: string | null
  readonly message: string
}

/** A, B … Z, AA, AB … */
export const formatColumnLetter = (i: number): string =>
  (i < 26 ? '' : formatColumnLetter(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26))

/** An error at its place. The sentence speaks of the column by its head, not by the field's name in a dossier file. */
export function formatPlacedError(
  sheets: readonly MappedSheet[],
  place: Place,
  field: string | null,
  message: string,
): SheetError {
  const sheet = sheets.find((one) => one.shape === place.shape && one.title === place.title)
  const at = field === null ? -1 : (sheet?.mapping.indexOf(field) ?? -1)
  const head = getShape(place.shape).columns.find((column) => column.field === field)?.head ?? null
  return {
    sheet: place.title,
    row: place.row,
    column: at < 0 || at >= (sheet?.width ?? Number.POSITIVE_INFINITY) ? null : formatColumnLetter(at),
    head,
    message: head === null ? message : message.replaceAll(`“${field}”`, `“${head}”`),
  }
}
