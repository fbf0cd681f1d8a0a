import { createHash } from 'node:crypto'
import { formatCanonicalJson, type JsonValue } from './canonical-json.ts'

/** What one entry wrote into one table: how many rows, and the hash over them. */
export type RowsDigest = { table: string; count: number; sha256: string }

/**
 * The digest of an entry's rows in one table: SHA-256 over the canonical JSON of each row, a line feed after each,
 * in the order given. Give the rows in a fixed order (their id), or the digest differs.
 */
export function buildRowsDigest(table: string, rows: Iterable<JsonValue>): RowsDigest {
  const hash = createHash('sha256')
  let count = 0
  for (const row of rows) {
    hash.update(`${formatCanonicalJson(row)}\n`)
    count += 1
  }
  return { table, count, sha256: hash.digest('hex') }
}

/** The first way in which the rows found differ from the rows recorded, as a sentence; null when they agree. */
export function formatRowsDifference(
  recorded: readonly RowsDigest[],
  found: readonly RowsDigest[],
): string | null {
  const byTable = new Map(found.map((digest) => [digest.table, digest]))
  for (const digest of recorded) {
    const now = byTable.get(digest.table) ?? { count: 0, sha256: null }
    byTable.delete(digest.table)
    if (now.count !== digest.count) {
      return `the entry recorded ${digest.count} rows in ${digest.table}, and ${now.count} are there`
    }
    if (digest.count > 0 && now.sha256 !== digest.sha256) {
      return `the rows of this entry in ${digest.table} are not what was recorded`
    }
  }
  const extra = [...byTable.values()].find((digest) => digest.count > 0)
  return extra
    ? `${extra.count} rows in ${extra.table} say they come from this entry, which recorded none there`
    : null
}
