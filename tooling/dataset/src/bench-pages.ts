import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { serveProduct } from './serve.ts'

const usage = `Measures how many pages a second the product sends; exits with 1 when a promise is missed.
  pnpm --filter @waymark/dataset bench-pages [--seconds 5] [--path /kazakhstan]
  from memory: 10,000 a second at least, and 60 % of a bare node:http server that answers the same bytes
  made anew:   300 scorecards a second at least
`
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    path: { type: 'string', default: '/kazakhstan' },
    help: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
if (values.help || !(seconds >= 1)) {
  process.stdout.write(usage)
  process.exit(values.help ? 0 : 2)
}
const promised = { memory: 10_000, share: 0.6, anew: 300 } as const
const say = (text: string) => process.stdout.write(`${text}\n`)

/** Requests a second, over connections that stay open; every answer must be the expected one. */
async function fire(url: string, headers: Record<string, string>, connections: number): Promise<number> {
  const run = (duration: number) => autocannon({ url, connections, duration, headers })
  await run(1)
  const result = await run(seconds)
  const bad = result.non2xx + result.errors + result.timeouts
  if (bad > 0) throw new Error(`${bad} of ${result.requests.total} requests to ${url} failed`)
  return result.requests.average
}

/** A process of its own that answers one page's bytes and headers through node:http, and nothing else. */
async function serveBare(url: string): Promise<{ url: string; close: () => void }> {
  const script = fileURLToPath(new URL('bare-server.ts', import.meta.url))
  const server = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
    server.once('exit', () => reject(new Error('the bare server did not start')))
  })
  return { url: told, close: () => void server.kill('SIGTERM') }
}

const dataDir = await mkdtemp(join(tmpdir(), 'waymark-pages-'))
// A database server that was started by root runs as another user, who must be able to pass.
await chmod(dataDir, 0o711)
const served = await serveProduct(dataDir)
let missed = 0
const judge = (name: string, figure: number, least: number, unit: string) => {
  const kept = figure >= least
  if (!kept) missed += 1
  say(
    `${name.padEnd(34)}${figure.toFixed(unit === '%' ? 0 : 0).padStart(8)} ${unit}   promised ${least}   ${kept ? 'kept' : 'MISSED'}`,
  )
}
try {
  if (!served.hasPages) throw new Error('the pages are not built: run "pnpm build" first')
  const load = loadavg().map((n) => n.toFixed(1))
  say(
    `${availableParallelism()} cores, load ${load.join(' ')}, Node ${process.versions.node}, ${values.path}\n`,
  )
  const url = `${served.url}${values.path}`
  const headers = { 'accept-encoding': 'br' }
  const page = await fetch(url, { headers })
  say(
    `${(await page.arrayBuffer()).byteLength} bytes of HTML, ${page.headers.get('content-length')} compressed`,
  )
  const bare = await serveBare(url)
  try {
    // In turn, twice, so that what else the machine does falls on both.
    const rates = { memory: 0, bare: 0 }
    for (let turn = 0; turn < 2; turn += 1) {
      rates.memory += (await fire(url, headers, 32)) / 2
      rates.bare += (await fire(bare.url, headers, 32)) / 2
    }
    judge('from memory', rates.memory, promised.memory, 'pages/s')
    say(`${'bare node:http, same bytes'.padEnd(34)}${rates.bare.toFixed(0).padStart(8)} pages/s`)
    judge('from memory, of the bare server', (100 * rates.memory) / rates.bare, 100 * promised.share, '%')
  } finally {
    bare.close()
  }
  // Whoever brings a cookie is never answered from memory.
  judge('made anew', await fire(url, { ...headers, cookie: 'bench=1' }, 8), promised.anew, 'pages/s')
} finally {
  await served.close()
  await rm(dataDir, { recursive: true, force: true })
}
if (missed > 0) process.exitCode = 1
