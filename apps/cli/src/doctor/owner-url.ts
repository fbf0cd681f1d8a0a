import type { Config } from '@waymark/config/config'
import { ServerError } from '@waymark/db/server/errors'
import { startServer } from '@waymark/db/server/start-server'
import type { Check } from './database-checks.ts'

/**
 * Runs the checks on the database's owner, without opening the record: opening it would bring it up to date first.
 * A database that cannot be had is a fault of the check `database server`.
 */
export async function withOwnerUrl(
  { database, dataDir }: Config,
  log: (message: string) => void,
  check: (ownerUrl: string) => Promise<Check[]>,
): Promise<Check[]> {
  if (database.kind === 'external') return check(database.url).catch(listUnreachable)
  let server: Awaited<ReturnType<typeof startServer>>
  try {
    server = await startServer({ dataDir, log })
  } catch (error) {
    if (error instanceof ServerError) return listUnreachable(error)
    throw error
  }
  try {
    return await check(server.ownerUrl)
  } catch (error) {
    return listUnreachable(error)
  } finally {
    await server.stop()
  }
}

function listUnreachable(error: unknown): Check[] {
  const { message, code } = error as NodeJS.ErrnoException
  return [{ name: 'database server', state: 'fault', detail: message || `cannot be reached (${code})` }]
}
