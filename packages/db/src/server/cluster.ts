import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getChildEnvironment } from '@waymark/config/process-environment'
import { type Binaries, getBinaries, listBinaries, MAJOR } from './binaries.ts'
import { type DataDirectory, listEntries } from './data-directory.ts'
import { ServerStartError } from './errors.ts'
import { isAlive } from './postmaster.ts'
import { createFolder, getClosedFolder, type SystemUser } from './system-user.ts'

export const OWNER = 'waymark_owner'

/** How the server's programs are run: as whom, where, and without our secrets in their environment. */
export type ProgramOptions = {
  readonly cwd: string
  readonly env: Record<string, string>
  readonly windowsHide: true
  readonly uid?: number
  readonly gid?: number
}

export function getProgramOptions(directory: DataDirectory, user: SystemUser | undefined): ProgramOptions {
  return {
    cwd: directory.server,
    env: { ...getChildEnvironment(), LC_ALL: 'C', TZ: 'UTC' },
    windowsHide: true,
    ...(user && { uid: user.uid, gid: user.gid }),
  }
}

/** The server's own folder, closed to all but the user whom it runs as. */
export function createServerFolder(directory: DataDirectory, user: SystemUser | undefined): void {
  createFolder(directory.server, user)
  if (user && statSync(directory.server).uid !== user.uid) chownSync(directory.server, user.uid, user.gid)
  chmodSync(directory.server, 0o700)
}

/**
 * The programs, where the user may run them: a repository under /root is closed to others, so that they are copied
 * (61 MB, once) into the server's folder.
 */
export function prepareBinaries(directory: DataDirectory, user: SystemUser | undefined): Binaries {
  const binaries = getBinaries()
  if (!user || !getClosedFolder(user, binaries.postgres)) return binaries
  const copy = join(directory.server, `programs-${MAJOR}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true })
    moveUnlessPresent(draft, copy)
  }
  return listBinaries(copy)
}

/**
 * Makes the database cluster unless there is one. It is made aside and moved into place as a whole: whoever is killed
 * half-way leaves nothing half-made, and of two who do it at once the second gives way.
 */
export async function createCluster(
  directory: DataDirectory,
  binaries: Binaries,
  password: string,
  options: ProgramOptions,
): Promise<void> {
  await waitForMaker(directory)
  if (existsSync(join(directory.cluster, 'PG_VERSION'))) return
  removeAbandoned(directory)
  const draft = join(directory.server, `draft-${process.pid}-${randomBytes(4).toString('hex')}`)
  const passwordFile = `${draft}.password`
  mkdirSync(draft, { mode: 0o700 })
  if (options.uid !== undefined) chownSync(draft, options.uid, options.gid ?? -1)
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' })
  if (options.uid !== undefined) chownSync(passwordFile, options.uid, options.gid ?? -1)
  try {
    await runInitdb(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
        '--no-instructions',
      ],
      options,
    )
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(passwordFile, { force: true })
  }
  moveUnlessPresent(draft, directory.cluster)
}

function runInitdb(initdb: string, args: string[], options: ProgramOptions): Promise<void> {
  let output = ''
  const child = spawn(initdb, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (text) => {
    output += text
  })
  return new Promise((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new ServerStartError(`The database in ${options.cwd} could not be made: ${reason}`))
    child.once('error', (error) => fail(`${initdb} does not run (${error.message}).`))
    child.once('close', (code) =>
      code === 0 ? resolve() : fail(output.trim() || `initdb ended with ${code}.`),
    )
  })
}

// A folder cannot replace one that holds something, so the first to arrive stays.
function moveUnlessPresent(draft: string, place: string): void {
  try {
    renameSync(draft, place)
    syncFolder(dirname(place))
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(place)) throw error
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

// Another first start may be at it; making the same again would only take longer.
async function waitForMaker(directory: DataDirectory): Promise<void> {
  for (let turn = 0; turn < 600 && listDrafts(directory).some(({ maker }) => isAlive(maker)); turn += 1)
    await wait(100)
}

function removeAbandoned(directory: DataDirectory): void {
  for (const { name, maker } of listDrafts(directory)) {
    // The initdb of a maker that was killed may go on writing for a moment: what it adds meanwhile is removed, too.
    if (!isAlive(maker))
      rmSync(join(directory.server, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
  }
}

function listDrafts(directory: DataDirectory): { name: string; maker: number }[] {
  return listEntries(directory.server).flatMap((name) => {
    const maker = /^draft-(\d+)-/.exec(name)?.[1]
    return maker ? [{ name, maker: Number(maker) }] : []
  })
}
