import { execFile, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import type { ProgramOptions } from './cluster.ts'
import type { DataDirectory } from './data-directory.ts'
import { ServerStartError } from './errors.ts'
import { getPostmaster, isAlive, type Postmaster } from './postmaster.ts'

/** What came of an attempt: our server is ready, or why it has to be tried again. */
export type Launch = { readonly outcome: 'ready' | 'other-server' | 'memory-in-use' | 'port-in-use' }

const LOG_LIMIT = 10_000_000

// Given on the command line, so that they win over an edited postgresql.conf.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its errors quote the values of rows and statements; ours name the code, the table and the place instead.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  lc_messages: 'C',
  cluster_name: 'waymark',
}

/**
 * Starts PostgreSQL apart from this process: it must outlive it when another still uses the server, and a Ctrl-C in
 * the terminal must not reach it.
 * @param patience milliseconds; a start after a crash first replays what was not yet in the data files
 */
export async function launchServer(
  directory: DataDirectory,
  binaries: Binaries,
  options: ProgramOptions,
  { port, settings, patience }: { port: number; settings: Record<string, string>; patience: number },
): Promise<Launch> {
  const log = openLog(directory)
  const start = statSync(directory.log).size
  const args = Object.entries({ ...SETTINGS, ...settings, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(binaries.postgres, ['-D', directory.cluster, ...args], {
    ...options,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended: string | undefined
  child.once('error', (error) => {
    ended = `${binaries.postgres} does not run (${error.message}).`
  })
  child.once('exit', () => {
    ended ??= ''
  })
  child.unref()
  const deadline = performance.now() + patience
  while (ended === undefined) {
    const postmaster = getPostmaster(directory.cluster)
    if (postmaster?.pid === child.pid && postmaster?.state === 'ready') return { outcome: 'ready' }
    if (performance.now() > deadline)
      throw new ServerStartError(
        tellFailure(
          directory,
          `it is not ready after ${patience / 1000} s. It goes on; try again later. It wrote:\n${readLog(directory, start)}`,
        ),
      )
    await wait(10)
  }
  const output = readLog(directory, start)
  if (output.includes('lock file "postmaster.pid" already exists')) return { outcome: 'other-server' }
  if (output.includes('pre-existing shared memory block')) return { outcome: 'memory-in-use' }
  if (output.includes('could not create any TCP/IP sockets')) return { outcome: 'port-in-use' }
  throw new ServerStartError(tellFailure(directory, ended || output || 'it wrote nothing.'))
}

function tellFailure(directory: DataDirectory, reason: string): string {
  return `The database server in ${directory.server} did not start: ${reason.trim()}\nIts log is ${directory.log}.`
}

/** Asks the server to end its sessions and write everything down ("fast"), and waits until it is gone. */
export async function stopPostmaster(
  directory: DataDirectory,
  binaries: Binaries,
  { pid }: Postmaster,
  patience: number,
): Promise<void> {
  if (process.platform === 'win32') {
    // No signals there: the program that comes with the server speaks to it in another way.
    await promisify(execFile)(binaries.pgCtl, [
      'stop',
      '-D',
      directory.cluster,
      '-m',
      'fast',
      '-w',
      '-t',
      `${patience / 1000}`,
    ])
    return
  }
  process.kill(pid, 'SIGINT')
  const deadline = performance.now() + patience
  while (isAlive(pid)) {
    if (performance.now() > deadline) {
      throw new ServerStartError(
        `The database server (process ${pid}) was asked to stop and still runs after ${patience / 1000} s. Look at its log, ${directory.log}.`,
      )
    }
    await wait(10)
  }
}

/** A port of 127.0.0.1 that nobody listens on: the preferred one if it is free. */
export function getFreePort(preferred: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (preferred === 0 ? reject(error) : resolve(getFreePort(0))))
    probe.listen({ port: preferred, host: '127.0.0.1' }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : preferred))
    })
  })
}

function openLog(directory: DataDirectory): number {
  const size = statSync(directory.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) renameSync(directory.log, `${directory.log}.1`)
  return openSync(directory.log, 'a', 0o600)
}

function readLog(directory: DataDirectory, start: number): string {
  return readFileSync(directory.log).subarray(start).toString('utf8').slice(-4000)
}
