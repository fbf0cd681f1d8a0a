import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openContext, openSignedIn, site, takeComplaints } from '../src/browser.ts'
import { runCommand } from '../src/command.ts'
import { callProcedure } from '../src/procedures.ts'
import { serveFolder } from '../src/serve-folder.ts'

// An edition that the operator prepares and a reviewer publishes, then the whole public face of it as files.
const dossier = 'synthetic-small'
const dir = mkdtempSync(join(tmpdir(), 'waymark-mirror-'))
let edition = ''
const cut = { asOf: '2021-06-30', knownAt: '', method: '' }

const dataDir = site.dataDir ?? ''
const runJson = async (...args: string[]) => {
  const { code, out, err } = await runCommand(dataDir, [...args, '--json'])
  expect(code, err).toBe(0)
  return JSON.parse(out) as Record<string, unknown>
}

beforeAll(async () => {
  const prepared = await runJson(
    ...['edition', 'publish', '--dossier', dossier, '--as-of', cut.asOf, '--title', 'Invented edition'],
  )
  const reviewer = await openSignedIn('reviewer')
  const published = (await callProcedure(reviewer, 'edition.publish', {
    dossier,
    edition: prepared.edition,
  })) as { id: string }
  edition = published.id
  await reviewer.context().close()
  const shown = await (await fetch(`${site.url}/${dossier}/editions.json`)).json()
  const row = (shown as { editions: { id: string; knownAt: string; method: string }[] }).editions.find(
    ({ id }) => id === edition,
  )
  cut.knownAt = row?.knownAt ?? ''
  cut.method = row?.method ?? ''
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** What the site answers at the edition's cut; the command line, which has no port of its own, names the usual one in citations. */
const readLive = async (path: string) => {
  const response = await fetch(`${site.url}${path}?${new URLSearchParams(cut)}`)
  // Not text(), which takes the byte order mark away.
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
  return text.replaceAll(site.url, 'http://127.0.0.1:3000')
}

describe('the public face of an edition as files', () => {
  test('is written whole, and every file is what the site answers at the edition’s cut', async () => {
    const report = await runJson('export', '--site', join(dir, 'site'), '--dossier', dossier)
    expect(report).toMatchObject({ dossier, edition })
    expect(Number(report.files)).toBeGreaterThan(60)
    const sums = readFileSync(join(dir, 'site/SHA256SUMS'), 'utf8').trim().split('\n')
    for (const line of sums) {
      const [hash, path = ''] = line.split('  ')
      const bytes = readFileSync(join(dir, 'site', path))
      expect(createHash('sha256').update(bytes).digest('hex'), path).toBe(hash)
    }
    expect(readFileSync(join(dir, 'site/SHA256SUMS.signed'), 'utf8')).toContain(sums.join('\n'))
    expect(readFileSync(join(dir, 'site/checkpoint'), 'utf8')).toMatch(/^.+\n\d+\n.+\n\n— /)
    for (const [path, file] of [
      [`/${dossier}`, `${dossier}/index.html`],
      [`/ru/${dossier}/recommendations`, `ru/${dossier}/recommendations/index.html`],
      [`/kk/${dossier}/linkage`, `kk/${dossier}/linkage/index.html`],
      [`/${dossier}/recommendations.csv`, `${dossier}/recommendations.csv`],
      [`/${dossier}.json`, `${dossier}.json`],
    ] as const)
      expect(readFileSync(join(dir, 'site', file), 'utf8'), path).toBe(await readLive(path))
  })

  test('serves from any file server: a reader goes from page to page without the product', async () => {
    const mirror = await serveFolder(join(dir, 'site'))
    const context = await openContext({ baseURL: mirror.url })
    try {
      const page = await context.newPage()
      await page.goto('/')
      const headline = await page.locator('h1').innerText()
      await page.getByRole('link', { name: 'Recommendations', exact: true }).first().click()
      expect(new URL(page.url()).origin).toBe(mirror.url)
      expect(await page.locator('main').innerText()).toContain('XX-')
      await page.goto(`/kk/${dossier}/`)
      expect(await page.locator('html').getAttribute('lang')).toBe('kk')
      expect(await page.locator('h1').innerText()).not.toBe(headline)
      expect(mirror.missed()).toEqual([])
      // The mirror is another host than the site, and the only one that is asked.
      expect(takeComplaints().filter((said) => said !== `request to ${mirror.url}`)).toEqual([])
    } finally {
      await context.close()
      await mirror.close()
    }
  })

  test('its zip proves itself, and a folder that is in use is refused', async () => {
    const zip = join(dir, 'site', dossier, 'editions', `${edition}.zip`)
    expect(await runJson('edition', 'verify', zip)).toMatchObject({ ok: true })
    const again = await runCommand(dataDir, ['export', '--site', join(dir, 'site'), '--dossier', dossier])
    expect(again.code).toBe(1)
    expect(again.err).toContain('is not empty')
  })
})
