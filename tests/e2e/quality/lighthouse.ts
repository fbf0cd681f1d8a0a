import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRunningSite, startSite } from '../src/site.ts'

// Lighthouse (brought by npx) as a phone on slow 4G, simulated, on the pages that are promised. Wants a quiet machine: what
// else runs counts as work of the page. Ends with 1 where a category is under 98.

const lighthouse = 'lighthouse@13.5.0'
const least = 98
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const paths = [
  '/kazakhstan',
  '/kazakhstan/recommendations/KZ-2013-18',
  '/kazakhstan/linkage',
  '/kazakhstan/changes',
  '/kazakhstan/editions',
]

type Report = {
  readonly categories: Record<(typeof categories)[number], { readonly score: number }>
  readonly audits: Record<string, { readonly numericValue?: number }>
}

const running = getRunningSite()
const started = running === null ? await startSite() : null
const site = running ?? started
if (site === null) throw new Error('there is no site to check')
const dir = mkdtempSync(join(tmpdir(), 'waymark-lighthouse-'))
let missed = 0
try {
  for (const path of paths) {
    const file = join(dir, 'report.json')
    // The server ends a connection that is idle for as long as Lighthouse takes.
    await (await fetch(`${site.url}${path}`, { headers: { connection: 'close' } })).arrayBuffer()
    const { status, stderr } = spawnSync(
      'npx',
      [
        '--yes',
        lighthouse,
        `${site.url}${path}`,
        '--quiet',
        `--only-categories=${categories.join(',')}`,
        '--output=json',
        `--output-path=${file}`,
        '--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic',
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, CHROME_PATH: process.env.WAYMARK_E2E_CHROMIUM ?? '/usr/bin/chromium' },
      },
    )
    if (status !== 0) throw new Error(`Lighthouse failed: ${stderr.slice(0, 2000)}`)
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    const scores = categories.map((name) => [name, Math.round(report.categories[name].score * 100)] as const)
    const kilobytes = (report.audits['total-byte-weight']?.numericValue ?? 0) / 1000
    const kept = scores.every(([, score]) => score >= least) && kilobytes <= 100
    if (!kept) missed += 1
    const told = scores.map(([name, score]) => `${name} ${score}`).join(', ')
    process.stdout.write(`${path}: ${told}, ${kilobytes.toFixed(0)} kB${kept ? '' : '   MISSED'}\n`)
  }
} finally {
  rmSync(dir, { recursive: true })
  await started?.stop()
}
process.exitCode = missed === 0 ? 0 : 1
