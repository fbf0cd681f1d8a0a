import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { getRunningSite, startSite } from '../src/site.ts'
import { publishOneEdition } from './publish-one-edition.ts'

// Lighthouse (brought by npx) as a phone on slow 4G, simulated, on the pages that are promised. Wants a quiet machine: what
// else runs counts as work of the page, so the best of three runs is what a page is capable of. A site that it started itself gets an
// edition first. Ends with 1 where a category is under 98, a page over 100 kB, or anything of it a script.

const lighthouse = 'lighthouse@13.5.0'
const least = 98
const mostRuns = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Resource = { readonly resourceType: string; readonly transferSize: number }
type Report = {
  readonly categories: Record<(typeof categories)[number], { readonly score: number | null }>
  readonly audits: Record<
    string,
    { readonly numericValue?: number; readonly details?: { readonly items?: readonly Resource[] } }
  >
}
type Measured = { readonly kept: boolean; readonly performance: number; readonly told: string }

/** Makes the page once, so that it is kept. By a connection of its own: the server ends one that is idle while Lighthouse runs. */
async function warm(url: string): Promise<void> {
  const [response] = await once(get(url, { agent: false }), 'response')
  await text(response)
  if (response.statusCode !== 200) throw new Error(`${url} was answered ${response.statusCode}`)
}

async function runLighthouse(url: string, file: string): Promise<Report> {
  const child = spawn(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--quiet',
      `--only-categories=${categories.join(',')}`,
      '--output=json',
      `--output-path=${file}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic',
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, CHROME_PATH: process.env.WAYMARK_E2E_CHROMIUM ?? '/usr/bin/chromium' },
    },
  )
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (status !== 0) throw new Error(`Lighthouse failed: ${complaint.slice(0, 2000)}`)
  return JSON.parse(readFileSync(file, 'utf8')) as Report
}

function readReport({ categories: found, audits }: Report): Measured {
  const scores = categories.map((name) => [name, Math.round((found[name].score ?? 0) * 100)] as const)
  const kilobytes = (audits['total-byte-weight']?.numericValue ?? Number.POSITIVE_INFINITY) / 1000
  const requests = audits['network-requests']?.details?.items ?? []
  const script = requests
    .filter(({ resourceType }) => resourceType === 'Script')
    .reduce((sum, { transferSize }) => sum + transferSize, 0)
  return {
    kept:
      requests.length > 0 && scores.every(([, score]) => score >= least) && kilobytes <= 100 && script === 0,
    performance: Math.round((found.performance.score ?? 0) * 100),
    told: `${scores.map(([name, score]) => `${name} ${score}`).join(', ')}, ${kilobytes.toFixed(0)} kB, ${script} bytes of script`,
  }
}

const running = getRunningSite()
const started = running === null ? await startSite() : null
const site = running ?? started
if (site === null) throw new Error('there is no site to check')
const dir = mkdtempSync(join(tmpdir(), 'waymark-lighthouse-'))
let missed = 0
try {
  const paths = [
    '/kazakhstan',
    '/kazakhstan/recommendations/KZ-2013-18',
    '/kazakhstan/linkage',
    '/kazakhstan/changes',
    started === null ? '/kazakhstan/editions' : await publishOneEdition(started),
  ]
  for (const path of paths) {
    const runs: Measured[] = []
    while (runs.length < mostRuns && !runs.some(({ kept }) => kept)) {
      await warm(`${site.url}${path}`)
      runs.push(readReport(await runLighthouse(`${site.url}${path}`, join(dir, 'report.json'))))
    }
    const best = runs.reduce((one, other) =>
      (other.kept && !one.kept) || other.performance > one.performance ? other : one,
    )
    if (!best.kept) missed += 1
    const all = runs.map(({ performance }) => performance).join(', ')
    process.stdout.write(
      `${path}: ${best.told} (performance of each run: ${all})${best.kept ? '' : '   MISSED'}\n`,
    )
  }
} finally {
  rmSync(dir, { recursive: true })
  await started?.stop()
}
process.exitCode = missed === 0 ? 0 : 1
