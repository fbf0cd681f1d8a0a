import type { TableName } from '../dossier-file/schema.ts'
import { formatCellForComparison, formatField } from './cells.ts'
import type { Fields, Register, RegisterRow } from './register.ts'
import { getShape } from './shapes.ts'

/** What tells the rows from each other that have no key of their own. */
const natural = {
  uptake: ['recommendation', 'kind', 'date', 'source'],
  claims: ['recommendation', 'actor', 'date'],
} as const

/**
 * The number on record for rows that bring none, so that the same sheet twice adds nothing twice: rows that are on record
 * just so first, then those of which the natural key is. Undefined: the row is new, or has a number.
 */
export function matchUnnumbered(
  table: TableName,
  rows: readonly Fields[],
  register: Register,
): (number | undefined)[] {
  const matched = rows.map((): number | undefined => undefined)
  if (table !== 'uptake' && table !== 'claims') return matched
  const columns = getShape(table).columns.filter(({ field }) => field !== 'id')
  const taken = new Set(rows.map((row) => row.id))
  const known: readonly RegisterRow<Fields>[] = register.tables[table]
  const getKey = (row: Fields) => natural[table].map((field) => String(row[field] ?? '')).join('|')
  const byKey = Map.groupBy(known, ({ row }) => getKey(row))
  const isSame = (given: Fields, { row }: RegisterRow<Fields>) =>
    columns.every(
      (column) =>
        !Object.hasOwn(given, column.field) ||
        formatCellForComparison(column, formatField(column, given[column.field])) ===
          formatCellForComparison(column, formatField(column, row[column.field])),
    )
  for (const fits of [isSame, () => true]) {
    for (const [i, row] of rows.entries()) {
      if (row.id !== undefined || matched[i] !== undefined) continue
      const found = byKey.get(getKey(row))?.find((one) => !taken.has(one.id) && fits(row, one))
      if (found === undefined) continue
      taken.add(found.id)
      matched[i] = found.id
    }
  }
  return matched
}
