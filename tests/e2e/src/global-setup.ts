import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { runCommand } from './command.ts'
import { getRunningSite, type Site, startSite } from './site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    site: Site
    browser: string
  }
}

/** Chromium without windows where it is installed (`install-chromium.sh`): each page takes a quarter of the time to open. */
const shell = '/usr/bin/chromium-headless-shell'
const usualBrowser = existsSync(shell) ? shell : '/usr/bin/chromium'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A dossier with a public, an internal and a confidential case, all invented. */
const synthetic = fileURLToPath(new URL('../../kit/data/synthetic-small.json', import.meta.url))

/** The site and one browser with a profile of its own, for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = getRunningSite()
  const started = running === null ? await startSite() : null
  const site = running ?? started
  if (site === null) throw new Error('there is no site to test')
  const stopSite = async () => started?.stop()
  try {
    if (site.dataDir !== null) await runCommand(site.dataDir, ['import', synthetic, '--json'])
    const browser = await chromium.launchServer({
      executablePath: process.env.WAYMARK_E2E_CHROMIUM ?? usualBrowser,
      headless: true,
      args: flags,
    })
    project.provide('site', {
      url: site.url,
      accounts: site.accounts,
      dataDir: site.dataDir,
    })
    project.provide('browser', browser.wsEndpoint())
    return async () => {
      await browser.close()
      await stopSite()
    }
  } catch (error) {
    await stopSite()
    throw error
  }
}
