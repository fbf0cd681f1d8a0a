import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * The same database, which refuses every further statement once the signal is aborted. An open transaction is then
 * rolled back, because its next statement, at the latest the one that appends the audit entry, throws.
 */
export const buildInterruptible = (db: Kysely<Database>, signal: AbortSignal): Kysely<Database> =>
  db.withPlugin({
    transformQuery: ({ node }) => {
      signal.throwIfAborted()
      return node
    },
    transformResult: async ({ result }) => result,
  })
