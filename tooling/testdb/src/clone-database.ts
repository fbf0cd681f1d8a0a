import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestDatabaseServer } from './global-setup.ts'

export type Template = {
  /** Lower-case letters, digits and underscores; one name for one content. */
  readonly template: string
  /** Fills an empty database, at the URL of its owner; it must close its connections. Called once a run. */
  readonly migrate: (url: string) => Promise<void>
}

/** `url` is the owner's, who is a superuser. */
export type DatabaseClone = { readonly url: string; readonly name: string; drop(): Promise<void> }

/**
 * A new database, equal to the migrated template. The first caller of a run makes the template while the others
 * wait; a copy takes about 50 ms. Works in a test file under the vitest preset `db`, and elsewhere with `server`.
 */
export async function cloneDatabase(
  { template, migrate }: Template,
  server: TestDatabaseServer = inject('testDatabaseServer'),
): Promise<DatabaseClone> {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(template)) throw new Error(`Not a template name: ${template}`)
  const source = `${server.run}_${template}`
  const name = `${source}_${randomBytes(4).toString('hex')}`
  await withClient(server.url, async (client) => {
    if (!(await hasDatabase(client, source))) await createTemplate(client, server.url, source, migrate)
    // By files: page by page through the log takes twice as long, and fills the log.
    await client.query(`create database "${name}" template "${source}" strategy file_copy`)
  })
  return {
    url: databaseUrl(server.url, name),
    name,
    drop: () =>
      withClient(server.url, async (client) => {
        await client.query(`drop database if exists "${name}" with (force)`)
      }),
  }
}

async function createTemplate(client: pg.Client, url: string, source: string, migrate: Template['migrate']) {
  // Held by the session in the maintenance database, which all callers share.
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [source])
  try {
    if (await hasDatabase(client, source)) return
    const draft = `${source}_draft`
    await client.query(`drop database if exists "${draft}" with (force)`)
    await client.query(`create database "${draft}"`)
    await migrate(databaseUrl(url, draft))
    // The final name appears only on a finished template; nobody may connect to it, or it could not be copied.
    await client.query(`alter database "${draft}" allow_connections false`)
    await client.query(`alter database "${draft}" rename to "${source}"`)
  } finally {
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [source])
  }
}

async function hasDatabase(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  return rowCount === 1
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'waymark-testdb' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
