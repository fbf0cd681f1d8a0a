import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { ObservedStatement } from '@waymark/db/open'
import { replayStatements } from './bare-sql.ts'
import { listDeskRequests } from './desk-requests.ts'
import { layOutWorkOnce } from './desk-work.ts'
import { getTiming, measure, type Timing } from './measure.ts'
import { analyst, createReader } from './procedures.ts'
import { listRequests, type Request } from './requests.ts'
import { importShapeOnce, openScratch } from './scratch.ts'
import { readAddress, type Served, serveProduct } from './serve.ts'
import { importShape, referenceShape } from './shape.ts'

const usage = `Measures the product on made data; exits with 1 when a promised median is missed.
  pnpm bench [--keep DIR] [--runs 60] [--no-http]   reading, on 10,000 recommendations × 10 assessments
  pnpm bench --only TEXT                             those whose name begins so: desk, search, register …
  pnpm bench --import [--keep DIR]                   bringing in 20,000 × 10
  --keep DIR   use this data directory and leave it there; what it holds already is not brought in again
`

const { values } = parseArgs({
  options: {
    keep: { type: 'string' },
    runs: { type: 'string', default: '60' },
    only: { type: 'string', default: '' },
    import: { type: 'boolean', default: false },
    'no-http': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
if (values.help || !Number.isInteger(runs) || runs < 10) {
  process.stdout.write(usage)
  process.exit(values.help ? 0 : 2)
}
const warmup = 10
const say = (text: string) => process.stdout.write(`${text}\n`)
const ms = (n: number) => n.toFixed(1).padStart(8)
const pair = (t: Timing | null) =>
  t === null ? `${'–'.padStart(8)} ${'–'.padStart(8)}` : `${ms(t.median)} ${ms(t.p95)}`

let seen: ObservedStatement[] = []
const scratch = await openScratch(values.keep, (statement) => seen.push(statement))
let missed = 0
try {
  say(
    `${availableParallelism()} cores, load ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}, Node ${process.versions.node}, embedded server`,
  )
  const imported = await importShapeOnce(scratch, values.import ? importShape : referenceShape)
  if (imported !== null) {
    const { seconds, vacuumSeconds, fileMebibytes, rows, peakMebibytes } = imported
    say(
      `Brought in ${rows} rows (${fileMebibytes.toFixed(0)} MiB) in ${seconds.toFixed(0)} s, statistics ${vacuumSeconds.toFixed(0)} s, at most ${peakMebibytes.toFixed(0)} MiB of memory`,
    )
  }
  if (!values.import) await measureReading()
} finally {
  await scratch.close()
}
if (missed > 0) process.exitCode = 1

async function measureReading(): Promise<void> {
  const served = values['no-http'] ? null : await serveProduct(scratch.dataDir)
  try {
    const options = {
      secret: scratch.secret,
      dataDir: scratch.dataDir,
      now: () => new Date().toISOString(),
    }
    const reader = createReader(scratch.record, options)
    const desk = createReader(scratch.record, { ...options, actor: analyst })
    await layOutWorkOnce(scratch, desk, referenceShape)
    say(`\nMedian and 95th percentile of ${runs} requests in milliseconds, after ${warmup} to warm up\n`)
    say(
      `${''.padEnd(34)}${'caller'.padStart(17)}${'http'.padStart(17)}${'bare SQL'.padStart(17)}  statements`,
    )
    const isWanted = ({ name }: Request) => name.startsWith(values.only)
    for (const request of listRequests(referenceShape).filter(isWanted))
      await measureRequest(request, reader, served)
    for (const request of listDeskRequests(referenceShape).filter(isWanted))
      await measureRequest(request, desk, null)
    say(missed === 0 ? '\nEvery promised median is kept.' : `\n${missed} promised medians are missed.`)
  } finally {
    await served?.close()
  }
}

async function measureRequest(
  request: Request,
  reader: ReturnType<typeof createReader>,
  served: Served | null,
): Promise<void> {
  const statements: ObservedStatement[][] = []
  const caller = await measure(
    async (n) => {
      seen = []
      await request.call(reader, n)
      statements.push(seen)
      // What is sent from here on is not this request's.
      seen = []
    },
    { warmup, runs },
  )
  const bare: number[] = []
  for (const list of statements.slice(warmup)) bare.push(await replayStatements(scratch.record, list))
  const address = request.address(0)
  const needsPages = address !== null && !new URL(address, 'http://x').pathname.includes('.')
  const http =
    served === null || address === null || (needsPages && !served.hasPages)
      ? null
      : await measure((n) => readAddress(`${served.url}${request.address(n)}`), { warmup, runs })
  const late = request.limit !== null && Math.max(caller.median, http?.median ?? 0) > request.limit
  if (late) missed += 1
  const counts = [...new Set(statements.slice(warmup).map((list) => list.length))]
    .sort((a, b) => a - b)
    .join('–')
  const promise = request.limit === null ? '' : late ? `  over ${request.limit}` : `  under ${request.limit}`
  say(`${request.name.padEnd(34)}${pair(caller)}${pair(http)}${pair(getTiming(bare))}  ${counts}${promise}`)
}
