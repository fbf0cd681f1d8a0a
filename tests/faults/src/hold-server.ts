import { startServer } from '@waymark/db/server/start-server'
import { stopOnSignal } from '@waymark/db/server/stop-on-signal'
import pg from 'pg'

// A process that uses the embedded server like the app does: starts or joins it, tells how that went, and stays until
// it is ended. With the word "write" it also writes numbers, and prints each one after the commit.
const [dataDir = '', mode] = process.argv.slice(2)
const tell = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`)
const start = performance.now()
try {
  const server = await startServer({ dataDir, log: (message) => process.stderr.write(`${message}\n`) })
  const { owned, ownerUrl } = server
  stopOnSignal(server.stop)
  tell({ owned, ownerUrl, ms: performance.now() - start })
  setInterval(() => {}, 60_000)
  if (mode === 'write') await writeNumbers(ownerUrl)
} catch (error) {
  tell({ refused: (error as Error).name, message: (error as Error).message, ms: performance.now() - start })
}

async function writeNumbers(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists number (n bigint primary key)')
  const { rows } = await client.query<{ n: string }>('select coalesce(max(n), 0) as n from number')
  for (let n = Number(rows[0]?.n ?? 0) + 1; ; n += 1) {
    await client.query('insert into number values ($1)', [n])
    tell({ acknowledged: n })
  }
}
