import type { ObservedStatement, OpenDatabase } from '@waymark/db/open'
import { CompiledQuery, type Kysely } from 'kysely'

/**
 * Sends statements again, one after the other on one connection of the role that sent each, with nothing around them: what
 * the database alone takes for a request. A request itself sends some of them side by side.
 */
export async function replayStatements(
  record: OpenDatabase,
  statements: readonly ObservedStatement[],
): Promise<number> {
  let ms = 0
  for (const role of ['public', 'app'] as const) {
    const own = statements.filter((statement) => statement.role === role)
    if (own.length === 0) continue
    const db: Kysely<never> = record[role] as unknown as Kysely<never>
    ms += await db.connection().execute(async (one) => {
      const start = performance.now()
      for (const { sql, parameters } of own) await one.executeQuery(CompiledQuery.raw(sql, [...parameters]))
      return performance.now() - start
    })
  }
  return ms
}
