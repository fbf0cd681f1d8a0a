import type { DatabaseConfig } from '@waymark/config/config'
import { getKeptSecret } from '@waymark/config/secret'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { type OpenDatabase, type OpenOptions, openDatabase } from './open.ts'
import { buildLoginPasswords, buildLoginUrl, ensureRoles, type LoginPasswords } from './roles.ts'
import { type EmbeddedServer, startServer } from './server/start-server.ts'

export type RecordOptions = {
  readonly database: DatabaseConfig
  /** WAYMARK_DATA, absolute. */
  readonly dataDir: string
  /** The installation's secret; passwords of the login roles on an external server are derived from it. */
  readonly secret: string
  readonly log: (message: string) => void
  /** For tests on a throw-away server. */
  readonly unsafe?: boolean
  readonly observe?: OpenOptions['observe']
}

/**
 * Opens the record: starts or joins the database server, makes sure of its roles, brings the schema up to date, and
 * opens the pools. Several processes may do so at once.
 * @throws ServerError, RolesRefusedError, NewerDatabaseError, ServerRefusedError: plain sentences, nothing was changed.
 */
export async function openRecord({
  database,
  dataDir,
  secret,
  log,
  unsafe = false,
  observe,
}: RecordOptions): Promise<OpenDatabase> {
  const { server, ownerUrl, name, passwords } = await prepareServer({ database, dataDir, secret, log })
  try {
    const applied = await migrate(ownerUrl)
    if (applied.length > 0) log(`Brought the database up to date: ${applied.join(', ')}.`)
    const replicaUrl =
      database.kind === 'external' && database.replicaUrl
        ? buildLoginUrl(database.replicaUrl, 'public', name, passwords)
        : null
    const opened = await openDatabase({
      ownerUrl,
      appUrl: buildLoginUrl(ownerUrl, 'app', name, passwords),
      publicUrl: buildLoginUrl(ownerUrl, 'public', name, passwords),
      authUrl: buildLoginUrl(ownerUrl, 'auth', name, passwords),
      embedded: server !== null,
      log,
      unsafe,
      ...(replicaUrl === null ? {} : { replicaUrl }),
      ...(observe === undefined ? {} : { observe }),
    })
    let closed: Promise<void> | undefined
    const close = async () => {
      await opened.close()
      await server?.stop()
    }
    return {
      ...opened,
      close: () => {
        closed ??= close()
        return closed
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

type Prepared = {
  readonly server: EmbeddedServer | null
  readonly ownerUrl: string
  readonly name: string
  readonly passwords: LoginPasswords
}

/** Starts or joins the server and makes sure of the roles; what the schema is like is not looked at. */
async function prepareServer({
  database,
  dataDir,
  secret,
  log,
}: Pick<RecordOptions, 'database' | 'dataDir' | 'secret' | 'log'>): Promise<Prepared> {
  const server = database.kind === 'embedded' ? await startServer({ dataDir, log }) : null
  try {
    const ownerUrl = database.kind === 'external' ? database.url : (server?.ownerUrl ?? '')
    // The embedded server's roles belong to its data directory, so that every process that may open it agrees on them.
    const roleSecret = server === null ? secret : await getKeptSecret(dataDir, 'role-secret')
    const name = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
    const passwords = buildLoginPasswords(roleSecret, name)
    await prepareRoles(ownerUrl, name, passwords)
    return { server, ownerUrl, name, passwords }
  } catch (error) {
    await server?.stop()
    throw error
  }
}

/**
 * For work of the owner on a database whose schema is yet to be made: its server runs and its roles are there meanwhile.
 * Errors are those of {@link openRecord}.
 */
export async function withOwnerOf<T>(
  options: Pick<RecordOptions, 'database' | 'dataDir' | 'secret' | 'log'>,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const { server, ownerUrl } = await prepareServer(options)
  try {
    return await work(ownerUrl)
  } finally {
    await server?.stop()
  }
}

async function prepareRoles(
  ownerUrl: string,
  database: string,
  passwords: ReturnType<typeof buildLoginPasswords>,
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await ensureRoles(owner, { database, passwords })
  } finally {
    await owner.end()
  }
}
