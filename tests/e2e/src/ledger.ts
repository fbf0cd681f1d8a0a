import { startServer } from '@waymark/db/server/start-server'
import pg from 'pg'

/**
 * Works on the record behind the product's back, as the database's superuser with all triggers off: what someone with
 * access to the machine could do.
 */
export async function withSuperuser<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  // Joins the server that runs; the site holds it open, so leaving does not stop it.
  const server = await startServer({ dataDir })
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  try {
    await client.query("set search_path = waymark, public; set session_replication_role = 'replica'")
    return await work(client)
  } finally {
    await client.end()
    await server.stop()
  }
}
