import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startTestServer } from './test-server.ts'

/** What a test file needs to reach the server of its run. `run` begins the name of every database of the run. */
export type TestDatabaseServer = { readonly url: string; readonly run: string }

declare module 'vitest' {
  interface ProvidedContext {
    testDatabaseServer: TestDatabaseServer
  }
}

/**
 * One server for the whole run. `DATABASE_TEST_URL` (a superuser's URL) names another server to use, such as an
 * older PostgreSQL; the databases made there are dropped at the end.
 */
export default async function createTestServer(project: TestProject): Promise<() => Promise<void>> {
  const run = `t${randomBytes(5).toString('hex')}`
  const given = process.env.DATABASE_TEST_URL
  if (given) {
    project.provide('testDatabaseServer', { url: given, run })
    return () => removeDatabases(given, run)
  }
  const server = await startTestServer()
  project.provide('testDatabaseServer', { url: server.url, run })
  return () => server.stop()
}

async function removeDatabases(url: string, run: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [`${run}_`],
  )
  for (const { name } of rows) {
    await client.query(`alter database "${name}" is_template false`)
    await client.query(`drop database "${name}" with (force)`)
  }
  await client.end()
}
