import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getKeptSecret } from '@waymark/config/secret'
import type { Binaries } from './binaries.ts'
import { createCluster, createServerFolder, getProgramOptions, OWNER, prepareBinaries } from './cluster.ts'
import {
  createMarker,
  type DataDirectory,
  getDataDirectory,
  getRememberedPort,
  PASSWORD_NAME,
  recordPort,
  refuseForeign,
} from './data-directory.ts'
import { PasswordError, ServerStartError, SilentServerError } from './errors.ts'
import { getFreePort, launchServer, stopPostmaster } from './launch.ts'
import { createLease, type Lease } from './lease.ts'
import { getPostmaster, isHeld, withdrawStalePid } from './postmaster.ts'
import { getSystemUser, refuseClosedFolder } from './system-user.ts'

export type StartOptions = {
  /** WAYMARK_DATA, absolute. */
  readonly dataDir: string
  readonly log?: (message: string) => void
  /** Further settings of PostgreSQL, which win over ours: for tests. */
  readonly settings?: Record<string, string>
}

export type EmbeddedServer = {
  /** The owner's URL at the database `waymark`; holds the password, never log it. */
  readonly ownerUrl: string
  /** Whether this call started the server; false: it ran already and was joined. */
  readonly owned: boolean
  /**
   * Gives up this process's claim. Whoever is the last to do so stops the server, and waits until it is gone,
   * whoever started it. May be called again.
   */
  stop(): Promise<void>
}

export const DATABASE = 'waymark'

/** A server that says it is ready answers in a tenth of a second; on an overloaded machine it may take longer. */
const ANSWER = 10_000
/** One that is held up (stopped by a signal) gets a moment only. */
const ANSWER_WHEN_HELD = 500
/** A start after a crash, or the end of a busy server, takes as long as there is to write. */
const PATIENCE = 60_000

/**
 * Makes the embedded server of a data directory ready: joins the one that runs, or starts it, or makes it first.
 * A live server is never stopped or replaced.
 * @throws ServerError (see errors.ts): a plain sentence that says what, where and what to do.
 */
export async function startServer(options: StartOptions): Promise<EmbeddedServer> {
  const { log = () => {}, settings = {} } = options
  const directory = getDataDirectory(options.dataDir)
  refuseForeign(directory)
  const user = getSystemUser(directory.server)
  refuseClosedFolder(user, directory.server)
  const isNew = !existsSync(join(directory.cluster, 'PG_VERSION'))
  if (!isNew) refuseLostPassword(directory)
  createMarker(directory, user)
  refuseClosedFolder(user, directory.cluster)
  createServerFolder(directory, user)
  const binaries = prepareBinaries(directory, user)
  const password = await getKeptSecret(directory.root, PASSWORD_NAME)
  const program = getProgramOptions(directory, user)
  if (isNew) {
    log(`Making the database in ${directory.cluster}.`)
    await createCluster(directory, binaries, password, program)
  }

  let owned = false
  let memoryWait = 0
  const started = performance.now()
  let answerBy: number | undefined
  while (performance.now() - started < PATIENCE) {
    const postmaster = getPostmaster(directory.cluster)
    if (postmaster) {
      if (postmaster.state !== 'ready') answerBy = undefined
      else answerBy ??= performance.now() + (isHeld(postmaster.pid) ? ANSWER_WHEN_HELD : ANSWER)
      const timeout = answerBy === undefined ? ANSWER : Math.max(50, answerBy - performance.now())
      const lease = await joinServer(directory, postmaster.port, password, timeout, log)
      if (lease) {
        await lease.createDatabase(DATABASE)
        return createHandle(directory, binaries, lease, postmaster.port, password, owned)
      }
      if (answerBy !== undefined && performance.now() > answerBy) {
        // It may have stopped while we asked.
        if (getPostmaster(directory.cluster)?.pid !== postmaster.pid) continue
        throw new SilentServerError(
          `The database server of ${directory.root} runs (process ${postmaster.pid}, port ${postmaster.port}) and does not answer. It was left alone. Wait and try again; if it stays so, look at ${directory.log} and end process ${postmaster.pid}.`,
        )
      }
      await wait(20)
      continue
    }
    answerBy = undefined
    withdrawStalePid(directory.cluster)
    const port = await getFreePort(getRememberedPort(directory) ?? 0)
    const { outcome } = await launchServer(directory, binaries, program, {
      port,
      settings,
      patience: PATIENCE,
    })
    if (outcome === 'ready') {
      owned = true
      recordPort(directory, port)
    } else if (outcome === 'memory-in-use') {
      // The orphans of a killed server notice within moments that it is gone.
      if (memoryWait === 0) log('Waiting for the last processes of a server that was killed.')
      memoryWait += 1
      await wait(100)
    } else await wait(20)
  }
  throw new ServerStartError(
    `The database server of ${directory.root} could not be started or joined within ${PATIENCE / 1000} s. Look at ${directory.log}.`,
  )
}

/** A claim on the live server, or undefined when it has to be asked again. */
async function joinServer(
  directory: DataDirectory,
  port: number,
  password: string,
  timeout: number,
  log: (message: string) => void,
) {
  try {
    return await createLease(ownerUrl(port, password, 'postgres'), timeout, log)
  } catch (error) {
    // Passwords are proved both ways (SCRAM): a server that does not know ours is not the one of this directory.
    if ((error as { code?: string }).code !== '28P01') return undefined
    throw new PasswordError(
      `The password in ${join(directory.root, PASSWORD_NAME)} does not open the database server of the same folder (port ${port}). Restore that file from the backup that the data come from.`,
      { cause: error },
    )
  }
}

function createHandle(
  directory: DataDirectory,
  binaries: Binaries,
  lease: Lease,
  port: number,
  password: string,
  owned: boolean,
): EmbeddedServer {
  const leave = async () => {
    const isLast = await lease.release()
    const postmaster = getPostmaster(directory.cluster)
    if (isLast && postmaster) await stopPostmaster(directory, binaries, postmaster, PATIENCE)
    await lease.close()
  }
  let left: Promise<void> | undefined
  return {
    ownerUrl: ownerUrl(port, password, DATABASE),
    owned,
    stop: () => {
      left ??= leave()
      return left
    },
  }
}

function refuseLostPassword(directory: DataDirectory): void {
  const file = join(directory.root, PASSWORD_NAME)
  if (existsSync(file)) return
  throw new PasswordError(
    `The file ${file} is missing; without it the data beside it cannot be opened. Restore it from the backup that the data come from.`,
  )
}

function ownerUrl(port: number, password: string, database: string): string {
  return `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}
