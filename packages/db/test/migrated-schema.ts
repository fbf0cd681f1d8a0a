import { startTestServer } from '@waymark/testdb/test-server'
import pg from 'pg'
import { migrate } from '../src/migrate.ts'
import { groupRoles } from '../src/roles.ts'
import { buildSchemaDump } from '../src/schema-dump.ts'

export const schemaFile = new URL('../schema.sql', import.meta.url)

const heading = `-- What the migrations make, read from the catalogs of PostgreSQL 18. Nothing runs this file: it is here to be read, and so
-- that a change of the schema shows in review. Written by: pnpm --filter @waymark/db schema

`

/** The content of schema.sql, from a new server that holds nothing but the migrations. */
export async function getMigratedSchema(): Promise<string> {
  const server = await startTestServer()
  const owner = new pg.Client({ connectionString: server.url })
  try {
    await owner.connect()
    for (const role of Object.values(groupRoles)) await owner.query(`create role ${role} nologin`)
    await migrate(server.url)
    return heading + (await buildSchemaDump(owner))
  } finally {
    await owner.end()
    await server.stop()
  }
}
