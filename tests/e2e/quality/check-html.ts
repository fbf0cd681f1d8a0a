import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '../src/command.ts'
import { entryRoutes, publicRoutes } from '../src/routes.ts'
import { getRunningSite, startSite } from '../src/site.ts'

// Every public page through the Nu HTML checker (package vnu-jar, brought by npx; it needs Java: install-java.sh).
// Ends with 1 and the checker's sentences where it finds an error.

const checker = 'vnu-jar@26.9.27'
const synthetic = fileURLToPath(new URL('../../kit/data/synthetic-small.json', import.meta.url))

const running = getRunningSite()
const started = running === null ? await startSite() : null
const site = running ?? started
if (site === null) throw new Error('there is no site to check')
const dir = mkdtempSync(join(tmpdir(), 'waymark-html-'))
try {
  if (site.dataDir !== null) await runCommand(site.dataDir, ['import', synthetic, '--json'])
  const names = new Map<string, string>()
  for (const { path, status } of [...publicRoutes, ...entryRoutes]) {
    const response = await fetch(`${site.url}${path}`)
    if (response.status !== status) throw new Error(`${path} was answered ${response.status}, not ${status}`)
    const name = `${String(names.size).padStart(3, '0')}.html`
    names.set(name, path)
    writeFileSync(join(dir, name), await response.text())
  }
  const { status, stderr, error } = spawnSync(
    'npx',
    ['--yes', `--package=${checker}`, 'vnu', '--errors-only', '--format', 'gnu', dir],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  if (error) throw error
  const faults = stderr
    .split('\n')
    .filter((line) => /\.html"?:\d/.test(line))
    .map((line) => line.replace(/^"?file:.*?(\d{3}\.html)"?/, (_, name: string) => names.get(name) ?? name))
  if (status !== 0 && faults.length === 0) throw new Error(`the checker failed: ${stderr.slice(0, 2000)}`)
  process.stdout.write(
    faults.length === 0
      ? `${names.size} pages, no error.\n`
      : `${faults.slice(0, 50).join('\n')}\n${faults.length} errors in ${names.size} pages.\n`,
  )
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(dir, { recursive: true })
  await started?.stop()
}
