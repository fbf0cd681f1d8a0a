import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sendRequests } from './send-requests.ts'
import { type Served, serveProduct } from './serve.ts'

const usage = `Measures how many pages a second the product sends; exits with 1 when a promise is missed.
  pnpm --filter @waymark/dataset bench-pages [--seconds 5] [--path /kazakhstan] [--servers 2]
  from memory: 10,000 a second at least, and 60 % of bare node:http servers that answer the same bytes
  made anew:   300 scorecards a second at least
Servers stand side by side on one record, each on its own port, as behind a proxy: one for each core unless it is said otherwise.
`
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    path: { type: 'string', default: '/kazakhstan' },
    servers: { type: 'string', default: String(availableParallelism()) },
    help: { type: 'boolean', default: false },
  },
})
const seconds = Number(values.seconds)
const servers = Number(values.servers)
if (values.help || !(seconds >= 1 && Number.isInteger(servers) && servers >= 1)) {
  process.stdout.write(usage)
  process.exit(values.help ? 0 : 2)
}
const promised = { memory: 10_000, share: 0.6, anew: 300 } as const
const say = (text: string) => process.stdout.write(`${text}\n`)

/**
 * Requests a second; every answer must be a page. Warmed up first for as long: what makes a page is some thousand functions,
 * and a server that has just started still compiles them.
 */
async function fire(urls: readonly string[], headers: Record<string, string>, connections: number) {
  await sendRequests(urls, headers, { connections, seconds })
  return sendRequests(urls, headers, { connections, seconds })
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
// The first makes the record, the others join it.
const served: Served[] = [await serveProduct(dataDir)]
let missed = 0
const judge = (name: string, figure: number, least: number, unit: string) => {
  const kept = figure >= least
  if (!kept) missed += 1
  say(
    `${name.padEnd(34)}${figure.toFixed(0).padStart(8)} ${unit}   promised ${least}   ${kept ? 'kept' : 'MISSED'}`,
  )
}
const add = (url: string, path: string) => `${url.replace(/\/$/, '')}${path}`
try {
  while (served.length < servers) served.push(await serveProduct(dataDir))
  if (served.some(({ hasPages }) => !hasPages))
    throw new Error('the pages are not built: run "pnpm build" first')
  const load = loadavg().map((n) => n.toFixed(1))
  say(
    `${availableParallelism()} cores, load ${load.join(' ')}, Node ${process.versions.node}, ${servers} server processes, ${values.path}\n`,
  )
  const urls = served.map(({ url }) => add(url, values.path))
  const headers = { 'accept-encoding': 'br' }
  const page = await fetch(urls[0] ?? '', { headers })
  say(
    `${(await page.arrayBuffer()).byteLength} bytes of HTML, ${page.headers.get('content-length')} compressed`,
  )
  const bare = await Promise.all(urls.map(serveBare))
  try {
    // In turn, twice, so that what else the machine does falls on both.
    const rates = { memory: 0, bare: 0, client: 0 }
    for (let turn = 0; turn < 2; turn += 1) {
      const ours = await fire(urls, headers, 32)
      const theirs = await fire(
        bare.map(({ url }) => url),
        headers,
        32,
      )
      rates.memory += ours.perSecond / 2
      rates.client += ours.clientCores / 2
      rates.bare += theirs.perSecond / 2
    }
    judge('from memory', rates.memory, promised.memory, 'pages/s')
    say(`${'  of which the client took'.padEnd(34)}${rates.client.toFixed(2).padStart(8)} cores`)
    say(`${'bare node:http, same bytes'.padEnd(34)}${rates.bare.toFixed(0).padStart(8)} pages/s`)
    judge('from memory, of the bare servers', (100 * rates.memory) / rates.bare, 100 * promised.share, '%')
  } finally {
    for (const { close } of bare) close()
  }
  // Whoever brings a cookie is never answered from memory.
  const anew = await fire(urls, { ...headers, cookie: 'bench=1' }, 4 * servers)
  judge('made anew', anew.perSecond, promised.anew, 'pages/s')
} finally {
  // The first has the database: it ends last.
  for (const { close } of served.reverse()) await close()
  await rm(dataDir, { recursive: true, force: true })
}
if (missed > 0) process.exitCode = 1
