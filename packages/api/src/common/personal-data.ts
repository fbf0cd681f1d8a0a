import { randomBytes } from 'node:crypto'
import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { formatCanonicalJson, type JsonValue } from '@waymark/ledger/canonical-json'
import { sha256 } from '@waymark/ledger/hash'

/** A salt of its own for every row: without it, nobody can try names against a hash. Erased together with the row. */
export const createSalt = (): string => randomBytes(16).toString('hex')

/** SHA-256 of the canonical JSON of a row, as hex. */
export const hashRow = (row: unknown): string =>
  sha256(formatCanonicalJson(JSON.parse(JSON.stringify(row)) as JsonValue))

/** What the ledger keeps of personal content: erasing content and salt leaves the chain verifiable. */
export const hashPersonal = (salt: string, content: unknown): string => sha256(salt + hashRow(content))

/** Keeps personal content under a salt of its own, and gives the hash that the ledger keeps. */
export async function createPersonal(w: Write, rowId: number, content: unknown): Promise<string> {
  const salt = createSalt()
  await createRows(w.trx, 'personal_data', [{ row_id: rowId, salt, content }])
  return hashPersonal(salt, content)
}
