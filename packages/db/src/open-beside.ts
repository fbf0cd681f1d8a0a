import { Kysely, PostgresDialect } from 'kysely'
import { createPool } from './open.ts'
import type { Database } from './schema.ts'

/**
 * The record alone, for a thread that works beside the server, which has opened and examined the database already. Two
 * connections: one that writes, one that says how far the writing has come.
 */
export function openBeside(
  appUrl: string,
  log: (message: string) => void,
): { readonly app: Kysely<Database>; readonly close: () => Promise<void> } {
  const pool = createPool({
    url: appUrl,
    name: 'waymark jobs',
    schema: 'waymark',
    max: 2,
    statementTimeout: 60_000,
    log,
  })
  return { app: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), close: () => pool.end() }
}
