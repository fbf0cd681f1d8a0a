import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { getPostmaster, isAlive } from '@waymark/db/server/postmaster'
import { startServer } from '@waymark/db/server/start-server'
import pg from 'pg'

export type Report = {
  readonly owned?: boolean
  readonly ownerUrl?: string
  readonly ms: number
  readonly refused?: string
  readonly message?: string
}

/** A process of hold-server.ts. */
export type Holder = Report & {
  readonly acknowledged: number[]
  kill(signal: NodeJS.Signals): Promise<NodeJS.Signals | number | null>
}

const script = fileURLToPath(new URL('./hold-server.ts', import.meta.url))
const children = new Set<ChildProcess>()
const folders = new Set<string>()

/** A new folder whose name has spaces and Cyrillic letters, like those of real users. */
export function createDataFolder(): string {
  const base = mkdtempSync(join(tmpdir(), 'waymark faults данные-'))
  chmodSync(base, 0o711)
  folders.add(base)
  return join(base, 'данные об исполнении')
}

let template: Promise<string> | undefined

/** A data folder with a stopped server, copied from one that is made once a file: a copy waits for no disk. */
export async function createMadeFolder(): Promise<string> {
  template ??= makeTemplate()
  const dataDir = createDataFolder()
  copyFolder(await template, dataDir)
  return dataDir
}

async function makeTemplate(): Promise<string> {
  const dataDir = createDataFolder()
  folders.delete(dirname(dataDir))
  await (await startServer({ dataDir })).stop()
  return dataDir
}

/** For `afterAll`, where `createMadeFolder` was used. */
export async function removeTemplate(): Promise<void> {
  if (template) rmSync(dirname(await template), { recursive: true })
  template = undefined
}

/** With owners and modes, which Node's own copy leaves behind. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

export async function holdServer(dataDir: string, mode = ''): Promise<Holder> {
  const child = spawn(process.execPath, [script, dataDir, mode], { stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  )
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const acknowledged: number[] = []
  const report = await new Promise<Report>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const told = JSON.parse(line)
      if (told.acknowledged) acknowledged.push(told.acknowledged)
      else resolve(told)
    })
    void ended.then((code) => reject(new Error(`ended with ${code} before it told anything: ${errors}`)))
  })
  return {
    ...report,
    acknowledged,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** The process number of the server of a data directory, whether it lives or not. */
export function getServerPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

export async function killServer(dataDir: string): Promise<void> {
  const pid = getServerPid(dataDir)
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
}

export async function query<T extends object>(url: string | undefined, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url ?? '' })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Kills all processes of hold-server.ts, and leaves their servers. */
export async function killHolders(): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  children.clear()
}

/** Ends what a test started, and removes its folders. */
export async function removeAll(): Promise<void> {
  await killHolders()
  for (const base of folders) {
    for (const name of readdirSync(base)) {
      const cluster = join(base, name, 'postgres', 'data')
      if (existsSync(cluster) && getPostmaster(cluster)) await killServer(join(base, name))
    }
    rmSync(base, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  folders.clear()
}
