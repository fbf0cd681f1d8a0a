import type { ObservedStatement, OpenDatabase } from '@waymark/db/open'
import { CompiledQuery } from 'kysely'

/**
 * Sends statements again, one after the other on one connection of the role that reads, with nothing around them: what
 * the database alone takes for a request. A request itself sends some of them side by side.
 */
export async function replayStatements(
  record: OpenDatabase,
  statements: readonly ObservedStatement[],
): Promise<number> {
  return record.public.connection().execute(async (db) => {
    const start = performance.now()
    for (const { sql, parameters } of statements)
      await db.executeQuery(CompiledQuery.raw(sql, [...parameters]))
    return performance.now() - start
  })
}
