import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BackupTable } from '@waymark/db/backup/backup-tables'
import { type Snapshot, withSnapshot } from '@waymark/db/backup/snapshot'
import { type BackupWriter, writeBackup } from '@waymark/files/backup/write-backup'
import { DamagedFileError, type FileStore } from '@waymark/files/file-store'
import { buildCheckpoint } from '@waymark/ledger/checkpoint'
import { buildTree, getRoot } from '@waymark/ledger/merkle'
import type { SigningKey } from '@waymark/ledger/signed-note'
import {
  type BackupManifest,
  filePart,
  keptFiles,
  keptPart,
  readme,
  readmePart,
  tablePart,
} from './manifest.ts'

export type BackupTask = {
  readonly path: string
  readonly passphrase: string | null
  readonly ownerUrl: string
  readonly files: FileStore
  /** What signs the checkpoint; null where the installation has none. */
  readonly key: SigningKey | null
  /** WAYMARK_DATA, absolute. */
  readonly dataDir: string
  readonly now: () => string
  readonly signal: AbortSignal
  readonly note: (line: string) => void
  /** See `writeBackup`. */
  readonly cost?: number
}

export type WrittenBackup = {
  readonly manifest: BackupManifest
  readonly manifestSha256: string
  readonly bytes: number
}

/** Text of rows a part, about. */
const partSize = 4 * 1024 * 1024

/**
 * Writes a whole installation as it is at one instant into one file: tables, files of evidence, the audit log's checkpoint.
 * It may be used meanwhile. Errors are those of `writeBackup` and of the database.
 */
export async function createBackup(task: BackupTask): Promise<WrittenBackup> {
  let manifest: BackupManifest | undefined
  const { path, passphrase, cost } = task
  const written = await writeBackup({ path, passphrase, ...(cost === undefined ? {} : { cost }) }, (writer) =>
    withSnapshot(task.ownerUrl, async (snapshot) => {
      const createdAt = task.now()
      await writer.add(readmePart, Buffer.from(readme))
      const kept = passphrase === null ? [] : await addKept(writer, task.dataDir)
      const files = await addFiles(writer, snapshot.files, task)
      const tables: BackupManifest['tables'] = []
      for (const table of snapshot.tables)
        tables.push({
          ...table,
          columns: [...table.columns],
          rows: await addTable(writer, snapshot, table, task),
        })
      manifest = {
        format: 'waymark-backup/1',
        createdAt,
        encrypted: passphrase !== null,
        migrations: [...snapshot.migrations],
        log: describeLog(snapshot.entryHashes, task.key),
        tables,
        sequences: [...snapshot.sequences],
        files,
        kept,
        parts: [...writer.parts],
      }
      return `${JSON.stringify(manifest, null, 1)}\n`
    }),
  )
  if (manifest === undefined) throw new Error('a backup without a manifest')
  return { manifest, ...written }
}

function describeLog(entryHashes: readonly string[], key: SigningKey | null): BackupManifest['log'] {
  const tree = buildTree(entryHashes.map((hash) => Buffer.from(hash, 'hex')))
  return {
    entries: tree.size,
    head: entryHashes.at(-1) ?? null,
    checkpoint: key === null ? null : buildCheckpoint({ size: tree.size, root: getRoot(tree) }, key),
    key: key?.verifier ?? null,
  }
}

async function addKept(writer: BackupWriter, dataDir: string): Promise<string[]> {
  const kept: string[] = []
  for (const name of keptFiles) {
    const content = await readFile(join(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
    if (content === null) continue
    await writer.add(keptPart(name), content)
    kept.push(name)
  }
  return kept
}

async function addFiles(
  writer: BackupWriter,
  hashes: readonly string[],
  { files, signal, note }: BackupTask,
): Promise<BackupManifest['files']> {
  const missing: string[] = []
  let held = 0
  for (const sha256 of hashes) {
    signal.throwIfAborted()
    try {
      await writer.add(filePart(sha256), await files.get(sha256))
      held += 1
      if (held % 1000 === 0) note(`files: ${held} of ${hashes.length}`)
    } catch (error) {
      if (!(error instanceof DamagedFileError)) throw error
      missing.push(sha256)
    }
  }
  return { held, missing }
}

/** Adds the rows of a table in parts of some mebibytes. @returns how many there are */
async function addTable(
  writer: BackupWriter,
  { readRows }: Snapshot,
  table: BackupTable,
  { signal }: BackupTask,
): Promise<number> {
  const name = `${table.schema}.${table.name}`
  let [lines, length, rows, number]: [string[], number, number, number] = [[], 0, 0, 0]
  const flush = async () => {
    if (lines.length === 0) return
    number += 1
    await writer.add(tablePart(name, number), gzipSync(`${lines.join('\n')}\n`))
    lines = []
    length = 0
  }
  for await (const batch of readRows(table)) {
    signal.throwIfAborted()
    rows += batch.length
    for (const line of batch) {
      lines.push(line)
      length += line.length
      if (length >= partSize) await flush()
    }
  }
  await flush()
  return rows
}
