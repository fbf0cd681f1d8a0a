import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * A process's claim that it uses the server: a shared advisory lock of one session. It ends with the process, however
 * that ends, so there are no stale claims. Who leaves tries for the lock alone: who gets it was the last.
 */
export type Lease = {
  /** Makes a database of the server unless it exists. */
  createDatabase(name: string): Promise<void>
  /** Gives up the claim. True when nobody else has one: the server is ours to stop, and nobody can join meanwhile. */
  release(): Promise<boolean>
  close(): Promise<void>
}

/** Any number, the same in every version: two versions of the product may share a server for a moment. */
const LOCK = '5837491026'

/** @throws the driver's error when the server is starting, stopping or gone. */
export async function createLease(
  url: string,
  timeout: number,
  log: (message: string) => void,
): Promise<Lease> {
  let client = await connect(url, timeout)
  let isOver = false
  const watch = (watched: Session) => {
    watched.once('error', (error) => {
      if (isOver) return
      log(`The connection that marks the database server as in use was lost: ${error.message}`)
      void renew()
    })
    // The claim must not keep a process alive that has nothing else to do.
    watched.unref()
  }
  const renew = async () => {
    for (let pause = 100; !isOver; pause = Math.min(pause * 2, 5000)) {
      await wait(pause, undefined, { ref: false })
      if (isOver) return
      try {
        client = await connect(url, 5000)
        return isOver ? await client.end() : watch(client)
      } catch {
        // Still away: the next start brings it back under the same port if it can.
      }
    }
  }
  watch(client)
  return {
    createDatabase: (name) => createDatabase(client, name),
    release: async () => {
      isOver = true
      client.ref()
      try {
        return await isLast(client)
      } catch {
        // The server may have restarted under us: ask it once more, and take no answer for "gone".
        client = await connect(url, 1000).catch(() => client)
        return isLast(client).catch(() => false)
      }
    },
    close: () => client.end().catch(() => {}),
  }
}

async function createDatabase(client: Session, name: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 1) return
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    // Another first start made it in between.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  }
}

async function isLast(client: Session): Promise<boolean> {
  await client.query(`select pg_advisory_unlock_shared(${LOCK})`)
  const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${LOCK}) as last`)
  return rows[0]?.last === true
}

/** The driver's client, with what its type declarations leave out. */
type Session = pg.Client & { ref(): void; unref(): void }

async function connect(url: string, timeout: number): Promise<Session> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'waymark lease',
    connectionTimeoutMillis: timeout,
    query_timeout: timeout,
    keepAlive: true,
  }) as Session
  client.on('error', () => {})
  try {
    await client.connect()
    // Waits while a leaving process decides; that one ends this session with the server.
    await client.query(`select pg_advisory_lock_shared(${LOCK})`)
    return client
  } catch (error) {
    void client.end().catch(() => {})
    throw error
  }
}
