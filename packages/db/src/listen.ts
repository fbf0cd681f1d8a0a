import pg from 'pg'

/** The channel on which every committed write of the record is told, with the number of its audit entry. */
export const headChannel = 'waymark_head'

export type Listener = {
  /** False while something may be missed: before the first connection, and after one was lost. */
  readonly isLive: () => boolean
  /**
   * Resolves when everything committed before the call has been heard: the server delivers what is pending with its
   * answer to the next statement. False when that cannot be known, because the connection is lost.
   */
  readonly catchUp: () => Promise<boolean>
  /** Ends the connection; nothing is heard afterwards. */
  readonly close: () => Promise<void>
}

export type ListenOptions = {
  readonly url: string
  readonly channel: string
  /** Called for each notification, in the order of the commits. */
  readonly hear: (payload: string) => void
  /** Called when the connection is lost, and again when there is a new one: anything may have happened in between. */
  readonly lose: () => void
  readonly log: (message: string) => void
}

/** Milliseconds before a lost connection is tried again; doubled up to the last. */
const waits = { first: 100, last: 5_000 }

/**
 * Listens on a channel of a database with a connection of its own, and connects anew when it is lost.
 * Resolves at once; until the connection stands, `isLive` is false.
 */
export function listen({ url, channel, hear, lose, log }: ListenOptions): Listener {
  let live: pg.Client | null = null
  let closed = false
  let wait: number = waits.first
  let timer: NodeJS.Timeout | undefined

  const end = (client: pg.Client) => client.end().catch(() => {})
  const retry = () => {
    if (closed) return
    timer = setTimeout(() => void connect(), wait)
    timer.unref()
    wait = Math.min(wait * 2, waits.last)
  }
  const connect = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: `waymark listening`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    })
    let failed = false
    const fail = (error?: Error) => {
      if (failed) return
      failed = true
      if (live === client) {
        live = null
        lose()
        if (!closed) log(`The connection that hears of writes was lost: ${error?.message ?? 'it ended'}`)
      }
      void end(client)
      retry()
    }
    client.on('error', fail)
    client.on('end', () => fail())
    client.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      fail(error as Error)
      return
    }
    if (closed) {
      failed = true
      await end(client)
      return
    }
    if (failed) return
    live = client
    wait = waits.first
    lose()
  }
  const first = connect()

  return {
    isLive: () => live !== null,
    catchUp: async () => {
      const client = live
      if (client === null) return false
      try {
        await client.query('select 1')
        return live === client
      } catch {
        return false
      }
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await first
      const client = live
      live = null
      if (client !== null) await end(client)
    },
  }
}
