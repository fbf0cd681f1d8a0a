import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Config } from '@waymark/config/config'
import { type Loading, loadBackup, RestoreRefusedError, refuseFilled } from '@waymark/db/backup/load'
import { migrations } from '@waymark/db/migrate'
import { withOwnerOf } from '@waymark/db/open-record'
import { getDataDirectory, refuseForeign } from '@waymark/db/server/data-directory'
import { DamagedBackupError, type ReadOptions, readBackup } from '@waymark/files/backup/read-backup'
import type { FileStore } from '@waymark/files/file-store'
import { type CheckedBackup, checkBackup } from './check-backup.ts'
import { type BackupManifest, keptPart, parsePartName } from './manifest.ts'

export type RestoreTask = ReadOptions & {
  readonly config: Pick<Config, 'database' | 'dataDir' | 'secret'>
  readonly files: FileStore
  readonly signal: AbortSignal
  readonly note: (line: string) => void
}

/** Most characters that a part of a table unpacks to; a row of the longest file fits. */
const mostUnpacked = 512 * 1024 * 1024

/**
 * Restores a backup into an installation that is empty: reads it whole first, then files, then the database in one
 * transaction, in the schema that it was written with, which is then brought up to date.
 * @throws DamagedBackupError, BackupPassphraseError, RestoreRefusedError: nothing was changed
 */
export async function restoreBackup(task: RestoreTask): Promise<CheckedBackup> {
  const { config, signal, note } = task
  const checked = await checkBackup(task)
  const { manifest } = checked
  refuseOtherSchema(manifest)
  if (config.database.kind === 'embedded') refuseForeign(getDataDirectory(config.dataDir))
  await withOwnerOf({ ...config, secret: config.secret ?? '', log: note }, async (ownerUrl) => {
    signal.throwIfAborted()
    await refuseFilled(ownerUrl)
    if (config.database.kind === 'embedded') await putKept(task)
    const rows = await loadBackup(ownerUrl, manifest, (loading) => fill(task, loading))
    return rows
  })
  return checked
}

/** @throws RestoreRefusedError for a backup of a later version, or of another product line */
function refuseOtherSchema({ migrations: made }: BackupManifest): void {
  const known = Object.keys(migrations)
  const unknown = made.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new RestoreRefusedError(
      `The backup was written by a newer version of Waymark (it has ${unknown.join(', ')}, which this version does not know). Nothing was changed. Restore it with that version.`,
    )
  if (made.some((name, at) => known[at] !== name))
    throw new RestoreRefusedError(
      'The schema of the backup is not one that this version ever had. Nothing was changed.',
    )
}

/** Puts secrets of the data directory where they were. @throws RestoreRefusedError where others are there already */
async function putKept({ path, passphrase, config }: RestoreTask): Promise<void> {
  for await (const { name, content } of readBackup({ path, passphrase })) {
    const kind = parsePartName(name)
    // They come before everything else but the first words.
    if (kind?.kind === 'readme') continue
    if (kind?.kind !== 'kept') return
    const file = join(config.dataDir, kind.name)
    try {
      await writeFile(file, content, { flag: 'wx', mode: 0o600, flush: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (!(await readFile(file)).equals(content))
        throw new RestoreRefusedError(
          `${file} is there already and is not the one of the backup (${keptPart(kind.name)}). Nothing was changed. Restore into a new WAYMARK_DATA, or move that file away.`,
        )
    }
  }
}

/** Loads files and rows, and compares them once more with the manifest, which now is known to be whole. */
async function fill({ path, passphrase, files, signal }: RestoreTask, { addRows }: Loading): Promise<void> {
  const counts = new Map<string, number>()
  for await (const { name, content, sha256, isManifest } of readBackup({ path, passphrase })) {
    signal.throwIfAborted()
    if (isManifest) {
      compareCounts(name, content, counts)
      continue
    }
    const kind = parsePartName(name)
    if (kind?.kind === 'file' && (await files.create(content)).sha256 !== sha256)
      throw new DamagedBackupError(name, `${name} could not be kept.`)
    if (kind?.kind !== 'table') continue
    const lines = gunzipSync(content, { maxOutputLength: mostUnpacked })
      .toString('utf8')
      .split('\n')
      .slice(0, -1)
    await addRows(kind.table, lines)
    counts.set(kind.table, (counts.get(kind.table) ?? 0) + lines.length)
  }
}

function compareCounts(name: string, content: Buffer, counts: ReadonlyMap<string, number>): void {
  const { tables } = JSON.parse(content.toString('utf8')) as BackupManifest
  for (const table of tables) {
    const key = `${table.schema}.${table.name}`
    if ((counts.get(key) ?? 0) !== table.rows)
      throw new DamagedBackupError(name, `the table ${key} does not have the rows that the manifest counts.`)
  }
}
