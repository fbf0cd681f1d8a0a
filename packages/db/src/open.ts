import { Kysely, type LogEvent, PostgresDialect } from 'kysely'
import pg from 'pg'
import { accountTypes, recordTypes } from './drivers.ts'
import type { PublicDatabase } from './public-schema.ts'
import type { Database } from './schema.ts'

export type OpenOptions = {
  /** For migrations and backups; opened by those who need it, never kept in a pool. */
  readonly ownerUrl: string
  readonly appUrl: string
  readonly publicUrl: string
  readonly authUrl: string
  /** The public role's URL at a streaming replica. Public pages read there; nothing is decided from it. */
  readonly replicaUrl?: string
  /** Our own server must also have data checksums; another's storage may do that work itself. */
  readonly embedded: boolean
  /** Connections in each of the pools for app and public; accounts have a quarter. Default 10. */
  readonly poolSize?: number
  /** Milliseconds after which the server ends a statement of app or public. Default 5,000. */
  readonly statementTimeout?: number
  /** Told of connections lost while idle. The pool replaces them. */
  readonly log?: (message: string) => void
  /** For tests on a throw-away server: skips the check that what is acknowledged is on disk. */
  readonly unsafe?: boolean
  /** Told of every statement of app and public when it has ended; for measurements and tests. */
  readonly observe?: (statement: ObservedStatement) => void
}

/** A statement as it was sent. `ms` includes the way to the server and back. */
export type ObservedStatement = {
  readonly role: 'app' | 'public'
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly ms: number
}

export type OpenDatabase = {
  readonly app: Kysely<Database>
  readonly public: Kysely<PublicDatabase>
  /** Account tables, schema `auth`; instants are `Date` objects here (see drivers.ts). */
  readonly auth: pg.Pool
  readonly ownerUrl: string
  /** For a connection that listens, beside the pools (listen.ts). */
  readonly appUrl: string
  /** True where public pages are read from a replica, which may be behind. */
  readonly readsReplica: boolean
  /** Ends all connections; may be called again. */
  close(): Promise<void>
}

/** The server would lose or tear acknowledged writes, or is too old. The message says which setting to change. */
export class ServerRefusedError extends Error {
  override readonly name = 'ServerRefusedError'
}

/**
 * Opens the pools of the three login roles.
 * @throws ServerRefusedError unless the server is PostgreSQL 15 or newer and durable (trust.md R-2).
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { poolSize = 10, log = () => {} } = options
  const limits = { max: poolSize, statementTimeout: options.statementTimeout ?? 5000, log }
  const app = createPool({ ...limits, url: options.appUrl, name: 'waymark app', schema: 'waymark' })
  const read = options.replicaUrl ?? options.publicUrl
  const publicPool = createPool({ ...limits, url: read, name: 'waymark public', schema: 'public_record' })
  const auth = createPool({
    ...limits,
    max: Math.max(2, Math.ceil(poolSize / 4)),
    url: options.authUrl,
    name: 'waymark auth',
    schema: 'auth',
    types: accountTypes,
  })
  let closed: Promise<unknown> | undefined
  const close = async () => {
    closed ??= Promise.all([app.end(), publicPool.end(), auth.end()])
    await closed
  }
  try {
    await refuseUnfitServer(app, options)
    if (options.replicaUrl) await refuseOldServer(publicPool)
  } catch (error) {
    await close()
    throw error
  }
  const { observe } = options
  const logFor = (role: 'app' | 'public') =>
    observe === undefined
      ? {}
      : {
          log: ({ query, queryDurationMillis }: LogEvent) =>
            observe({ role, sql: query.sql, parameters: query.parameters, ms: queryDurationMillis }),
        }
  return {
    app: new Kysely<Database>({ dialect: new PostgresDialect({ pool: app }), ...logFor('app') }),
    public: new Kysely<PublicDatabase>({
      dialect: new PostgresDialect({ pool: publicPool }),
      ...logFor('public'),
    }),
    auth,
    ownerUrl: options.ownerUrl,
    appUrl: options.appUrl,
    readsReplica: options.replicaUrl !== undefined,
    close,
  }
}

export type PoolOptions = {
  readonly url: string
  readonly name: string
  readonly schema: string
  readonly max: number
  readonly statementTimeout: number
  readonly log: (message: string) => void
  readonly types?: pg.CustomTypesConfig
}

/** A pool that reads and writes in one schema. */
export function createPool({
  url,
  name,
  schema,
  max,
  statementTimeout,
  log,
  types = recordTypes,
}: PoolOptions): pg.Pool {
  const settings = {
    // The temporary schema last: otherwise it comes first, and a temporary table could stand before a real one.
    search_path: `${schema},pg_temp`,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    timezone: 'UTC',
    datestyle: 'ISO',
    jit: 'off',
    // The record is read from memory or solid-state disks: with the default of 4 the planner sorts whole tables on disk
    // rather than follow the index that has them in order.
    random_page_cost: '1.1',
    work_mem: '16MB',
  }
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    options: Object.entries(settings)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' '),
    max,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  // Without a listener a server that stops while a connection is idle would end this process.
  pool.on('error', (error) => log(`A database connection of "${name}" was lost: ${error.message}`))
  return pool
}

async function refuseUnfitServer(pool: pg.Pool, { unsafe, embedded }: OpenOptions): Promise<void> {
  await refuseOldServer(pool)
  if (unsafe) return
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') and setting = 'off'`,
  )
  const off = rows.map((row) => row.name).filter((name) => embedded || name !== 'data_checksums')
  if (off.length === 0) return
  throw new ServerRefusedError(
    `The database server has ${off.join(', ')} switched off: a power cut could lose or damage what it has acknowledged. ` +
      off.map((name) => remedies[name]).join(' '),
  )
}

const remedies: Readonly<Record<string, string>> = {
  fsync: 'Set fsync = on and reload the server.',
  full_page_writes: 'Set full_page_writes = on and reload the server.',
  synchronous_commit:
    'Set synchronous_commit = on and reload the server; look also for ALTER ROLE or ALTER DATABASE settings.',
  data_checksums: 'Stop the server and run pg_checksums --enable on its data directory.',
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: number; text: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as text`,
  )
  const [version] = rows
  if (version && version.number >= 150_000) return
  throw new ServerRefusedError(
    `The database server is PostgreSQL ${version?.text}; Waymark needs version 15 or newer. Upgrade it, or unset DATABASE_URL to use the embedded server.`,
  )
}
