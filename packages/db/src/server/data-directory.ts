import { randomBytes } from 'node:crypto'
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MAJOR } from './binaries.ts'
import { ForeignDirectoryError, OtherMajorError, UnreachableFolderError } from './errors.ts'
import { createFolder, type SystemUser } from './system-user.ts'

/** The files of an installation that concern the server. See docs/operations.md. */
export type DataDirectory = {
  readonly root: string
  /** Says that the folder is ours. */
  readonly marker: string
  /** Belongs to the user whom the server runs as. */
  readonly server: string
  readonly cluster: string
  readonly log: string
  readonly port: string
}

export const PASSWORD_NAME = 'postgres-password'

const MARKER_TEXT = `${JSON.stringify({ format: 'waymark-data/1', note: 'The data of a Waymark installation. See docs/operations.md before changing anything here.' })}\n`

export function getDataDirectory(root: string): DataDirectory {
  const server = join(root, 'postgres')
  return {
    root,
    marker: join(root, 'waymark.json'),
    server,
    cluster: join(server, 'data'),
    log: join(server, 'server.log'),
    port: join(server, 'port'),
  }
}

/**
 * Looks before anything is written.
 * @throws ForeignDirectoryError when the folder holds anything and is not marked as ours.
 * @throws OtherMajorError when another PostgreSQL wrote the data.
 */
export function refuseForeign(directory: DataDirectory): void {
  const entries = listEntries(directory.root)
  if (!entries.includes('waymark.json')) {
    // Secrets may be made before the first start, and two first starts may meet.
    const foreign = entries.filter(
      (name) =>
        !/^(secret|signing-key|postgres-password|waymark\.json)(\.|$)|^lost\+found$|^\.DS_Store$/.test(name),
    )
    if (foreign.length > 0 && !listEntries(directory.root).includes('waymark.json')) {
      throw new ForeignDirectoryError(
        `The folder ${directory.root} is not empty and is not a Waymark data directory (it holds "${foreign[0]}" and no waymark.json). Nothing was changed. Set WAYMARK_DATA to a new or empty folder.`,
      )
    }
  }
  const major = readIfPresent(join(directory.cluster, 'PG_VERSION'))?.trim()
  if (major === undefined) {
    if (listEntries(directory.cluster).length === 0) return
    throw new ForeignDirectoryError(
      `The folder ${directory.cluster} is not empty and holds no PostgreSQL data (no PG_VERSION). Nothing was changed. Restore the folder from a backup, or move it away to begin anew.`,
    )
  }
  if (Number(major) === MAJOR) return
  throw new OtherMajorError(
    Number(major) > MAJOR
      ? `The data in ${directory.cluster} were written by PostgreSQL ${major}; this Waymark has PostgreSQL ${MAJOR}. Nothing was changed. Start the newer Waymark that wrote them.`
      : `The data in ${directory.cluster} were written by PostgreSQL ${major}; this Waymark has PostgreSQL ${MAJOR}. Nothing was changed. Make a backup with the Waymark that wrote them and restore it into a new data directory.`,
  )
}

/** Makes the folder ours. */
export function createMarker(directory: DataDirectory, user: SystemUser | undefined): void {
  createFolder(directory.root, user)
  writeOnce(directory.marker, MARKER_TEXT)
}

/** The port of the last start, if one is known. */
export function getRememberedPort(directory: DataDirectory): number | undefined {
  const port = Number(readIfPresent(directory.port))
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined
}

export function recordPort(directory: DataDirectory, port: number): void {
  const draft = `${directory.port}.${process.pid}`
  writeFileSync(draft, `${port}\n`)
  renameSync(draft, directory.port)
}

export function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    return whenMissing(error, file, undefined)
  }
}

export function listEntries(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    return whenMissing(error, folder, [])
  }
}

function whenMissing<T>(error: unknown, path: string, value: T): T {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return value
  if (code === 'ENOTDIR')
    throw new ForeignDirectoryError(`${path} is not a folder. Set WAYMARK_DATA to a folder.`)
  throw new UnreachableFolderError(
    `${path} cannot be read (${code}). Start Waymark as the user who owns it, or give this user access.`,
    { cause: error },
  )
}

function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, text, { flag: 'wx', mode: 0o644, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
