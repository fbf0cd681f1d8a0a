import { type ChildProcess, type SpawnOptionsWithoutStdio, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBinaries, listBinaries } from './binaries.ts'
import { chooseDataRoot, listDataRoots } from './data-root.ts'
import { getUnprivilegedUser, mayReach, type SystemUser } from './unprivileged-user.ts'

/** A throw-away server. `url` is a superuser's, at the maintenance database. */
export type TestServer = { readonly url: string; stop(): Promise<void> }

const PREFIX = 'waymark-testdb-'

// Nothing here outlives the run, so nothing waits for the disk. Never use these settings for a record.
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  jit: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_wal_size: '4GB',
}

/** Makes and starts a PostgreSQL 18 in new temporary folders on a free loopback port: about a second. */
export async function startTestServer(): Promise<TestServer> {
  removeAbandoned()
  const user = getUnprivilegedUser()
  const folder = makeFolder(tmpdir(), user)
  const dataFolder = makeFolder(chooseDataRoot(), user)
  const binaries = user ? prepareBinaries(user, folder) : getBinaries()
  const env = {
    PATH: process.env.PATH ?? '',
    SystemRoot: process.env.SystemRoot ?? '',
    TMPDIR: tmpdir(),
    LC_ALL: 'C',
    TZ: 'UTC',
  }
  const options = { cwd: folder, env, ...user }

  const password = randomBytes(16).toString('hex')
  const pwfile = join(folder, 'password')
  writeFileSync(pwfile, password, { mode: 0o600 })
  if (user) chownSync(pwfile, user.uid, user.gid)
  const data = join(dataFolder, 'data')
  await runToEnd(
    spawn(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        '--username=waymark_owner',
        `--pwfile=${pwfile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-sync',
        '--no-instructions',
      ],
      options,
    ),
  )
  const { server, port } = await launch(binaries.postgres, data, options)
  // The run may end without waiting for its server; the teardown is what stops it, or the next run.
  server.unref()
  let stopped: Promise<void> | undefined
  return {
    url: `postgres://waymark_owner:${password}@127.0.0.1:${port}/postgres`,
    stop: () => {
      stopped ??= stopServer(server).finally(() => {
        for (const one of [dataFolder, folder]) rmSync(one, { recursive: true, force: true })
      })
      return stopped
    },
  }
}

function makeFolder(root: string, user: SystemUser | undefined): string {
  const folder = mkdtempSync(join(root, `${PREFIX}${process.pid}-`))
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

// A port that was free a moment ago may have been taken since, by another suite that runs beside this one.
async function launch(postgres: string, data: string, options: SpawnOptionsWithoutStdio) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await getFreePort()
    const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ])
    const server = spawn(postgres, ['-D', data, ...settings], options)
    try {
      await waitForReady(server)
      return { server, port }
    } catch (error) {
      if (attempt === 5 || !String(error).includes('could not create any TCP/IP sockets')) throw error
    }
  }
}

// SIGQUIT is "immediate": the data is thrown away, so there is nothing to write down first.
async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill(process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT')
  await ended
}

function prepareBinaries(user: SystemUser, folder: string) {
  const binaries = getBinaries()
  if (mayReach(user, binaries.postgres)) return binaries
  const copy = join(folder, 'native')
  mkdirSync(copy)
  cpSync(binaries.root, copy, { recursive: true, verbatimSymlinks: true })
  return listBinaries(copy)
}

function runToEnd(child: ChildProcess): Promise<void> {
  let output = ''
  child.stdout?.on('data', () => {})
  child.stderr?.on('data', (text) => (output += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`initdb ended with ${code}: ${output}`)),
    )
  })
}

function waitForReady(server: ChildProcess): Promise<void> {
  let output = ''
  return new Promise((resolve, reject) => {
    server.stdout?.resume()
    server.stderr?.on('data', (text) => {
      if (output.length < 20_000) output += text
      if (String(text).includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`The test server ended with ${code}: ${output}`)))
  })
}

function getFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** A run that was killed left its server and folders behind: the next run ends that server and removes the folders. */
function removeAbandoned(): void {
  for (const root of listDataRoots()) removeAbandonedIn(root)
}

function removeAbandonedIn(root: string): void {
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(root, name)
    const starter = Number(name.slice(PREFIX.length).split('-')[0])
    if (starter > 0 && isAlive(starter)) continue
    try {
      const [pid, data] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')
      if (data === join(folder, 'data') && isServer(Number(pid), folder)) process.kill(Number(pid), 'SIGQUIT')
    } catch {
      // No server left: only its folder.
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

// A number may have passed to another process since: on Linux the command line tells.
function isServer(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return isAlive(pid)
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
