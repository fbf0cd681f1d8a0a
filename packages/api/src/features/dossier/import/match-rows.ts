import type { KnownRow } from '@waymark/db/queries/known.query'

/** What a file row means for the record: new, a changed version of something on record, or nothing. */
export type Match<Row> = {
  readonly row: Row
  readonly index: number
  readonly known: KnownRow | null
  readonly same: boolean
}

/**
 * Finds for each file row what it is on record. Rows of a key are paired with equal ones first, then in order, so that
 * rows without a key of their own (several assessments of one day, say) never change places when one is added.
 * `isSame` compares a row with what its known counterpart was last imported as.
 */
export function matchRows<Row>(
  rows: readonly Row[],
  known: readonly KnownRow[],
  keyOf: (row: Row) => string,
  isSame: (row: Row, known: KnownRow) => boolean,
): Match<Row>[] {
  const byKey = Map.groupBy(known, (k) => k.key)
  const matches: (Match<Row> | null)[] = rows.map((row, index) => {
    const candidates = byKey.get(keyOf(row))
    const at = candidates?.findIndex((k) => isSame(row, k)) ?? -1
    if (candidates === undefined || at < 0) return null
    return { row, index, known: candidates.splice(at, 1)[0] ?? null, same: true }
  })
  return matches.map((match, index) => {
    if (match) return match
    const row = rows[index] as Row
    return { row, index, known: byKey.get(keyOf(row))?.shift() ?? null, same: false }
  })
}

/** The same where it was decided before what a row is on record; rows of which nothing was said go by their key. */
export function matchDecided<Row>(
  rows: readonly Row[],
  known: readonly KnownRow[],
  given: {
    readonly rootOf: ReadonlyMap<unknown, number | null>
    readonly keyOf: (row: Row) => string
    readonly isSame: (row: Row, known: KnownRow) => boolean
  },
): Match<Row>[] {
  const byRoot = new Map(known.map((k) => [k.rootId, k]))
  const byKey = new Map(known.map((k) => [k.key, k]))
  return rows.map((row, index) => {
    const root = given.rootOf.get(row)
    const found = root === undefined ? byKey.get(given.keyOf(row)) : root === null ? null : byRoot.get(root)
    return { row, index, known: found ?? null, same: found != null && given.isSame(row, found) }
  })
}
