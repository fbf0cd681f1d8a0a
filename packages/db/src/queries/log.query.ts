import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

const step = 20_000

/** The hashes of all audit entries, in order, each as 32 bytes: the leaves' contents of the log. */
export async function listEntryHashes(db: Kysely<Database>): Promise<Buffer[]> {
  const hashes: Buffer[] = []
  for (let after = 0; ; ) {
    const { rows } = await sql<{ seq: number; hash: string }>`
      select seq, hash from audit_entry where seq > ${after} order by seq limit ${step}`.execute(db)
    for (const { hash } of rows) hashes.push(Buffer.from(hash, 'hex'))
    const last = rows.at(-1)
    if (last === undefined || rows.length < step) return hashes
    after = last.seq
  }
}
