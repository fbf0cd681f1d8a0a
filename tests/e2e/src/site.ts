import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Role = 'analyst' | 'reviewer' | 'administrator'
export type Account = { readonly email: string; readonly password: string }

/** The site under test. `dataDir` is null when it was started by someone else. */
export type Site = {
  readonly url: string
  readonly accounts: Readonly<Record<Role, Account>>
  readonly dataDir: string | null
}

export const root = fileURLToPath(new URL('../../../', import.meta.url))

const patience = 90_000

/** A site of one's own: it may be killed, and comes back at the same address with the same record. */
export type OwnSite = Site & {
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Starts another server process on the same record; gives its address. It ends with the site. */
  readonly join: () => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts the built site on a free port with a new record, and waits until it is well. */
export async function startSite(): Promise<OwnSite> {
  const base = mkdtempSync(joinPath(tmpdir(), 'waymark-e2e-'))
  // The database server may run as another user, who must get to its folder.
  chmodSync(base, 0o711)
  const dataDir = joinPath(base, 'data')
  const port = await getFreePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, ...env } = process.env
  const told = { out: '', err: '' }
  const neighbours: ChildProcess[] = []
  const start = (at = port) => {
    const started = spawn(process.execPath, ['apps/web/server/main.ts'], {
      cwd: root,
      env: { ...env, WAYMARK_DATA: dataDir, WAYMARK_DEMO: '1', PORT: String(at), HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.stdout.on('data', (text) => {
      told.out += text
    })
    started.stderr.on('data', (text) => {
      told.err += text
    })
    return started
  }
  let child = start()
  const kill = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  const restart = async () => {
    child = start()
    await waitUntilWell(url, child)
  }
  const join = async () => {
    const at = await getFreePort()
    const neighbour = start(at)
    neighbours.push(neighbour)
    await waitUntilWell(`http://localhost:${at}`, neighbour)
    return `http://localhost:${at}`
  }
  const stop = async () => {
    await Promise.all([...neighbours, child].map(stopChild))
    rmSync(base, { recursive: true, force: true })
  }
  try {
    await waitUntilWell(url, child)
    return { url, accounts: parseAccounts(told.out), dataDir, kill, restart, join, stop }
  } catch (error) {
    await stop()
    throw new Error(`The site did not start.\n${told.out}\n${told.err}`, { cause: error })
  }
}

/** A site that runs already: WAYMARK_E2E_URL, and WAYMARK_E2E_ANALYST (REVIEWER, ADMINISTRATOR) as `email password`. */
export function getRunningSite(): Site | null {
  const url = process.env.WAYMARK_E2E_URL
  if (url === undefined || url === '') return null
  const read = (role: Role): Account => {
    const [email = '', password = ''] = (process.env[`WAYMARK_E2E_${role.toUpperCase()}`] ?? '').split(' ')
    if (password === '')
      throw new Error(`WAYMARK_E2E_${role.toUpperCase()} must hold an email and a password`)
    return { email, password }
  }
  const accounts = {
    analyst: read('analyst'),
    reviewer: read('reviewer'),
    administrator: read('administrator'),
  }
  return { url: url.replace(/\/$/, ''), accounts, dataDir: process.env.WAYMARK_E2E_DATA ?? null }
}

async function waitUntilWell(url: string, child: ChildProcess): Promise<void> {
  for (const started = performance.now(); performance.now() - started < patience; await wait(100)) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    const response = await fetch(`${url}/healthz`).catch(() => null)
    if (response?.status === 200) return
  }
  throw new Error(`${url}/healthz did not answer within ${patience / 1000} s`)
}

/** The demo accounts, as the first start prints them: role, email, password. */
function parseAccounts(printed: string): Site['accounts'] {
  const find = (role: Role): Account => {
    const [, email, password] = new RegExp(`^\\s*${role}\\s+(\\S+)\\s+(\\S+)$`, 'm').exec(printed) ?? []
    if (email === undefined || password === undefined) throw new Error(`no ${role} account in:\n${printed}`)
    return { email, password }
  }
  return { analyst: find('analyst'), reviewer: find('reviewer'), administrator: find('administrator') }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await ended
  clearTimeout(late)
}

const getFreePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
