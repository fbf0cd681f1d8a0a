import { DamagedBackupError, type ReadOptions, readBackup } from '@waymark/files/backup/read-backup'
import type { BackupPart } from '@waymark/files/backup/write-backup'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'
import { type BackupManifest, backupManifest, parsePartName } from './manifest.ts'

export type CheckedBackup = { readonly manifest: BackupManifest; readonly manifestSha256: string }

/**
 * Reads a backup whole and compares each part with the manifest, without an installation. Changes nothing.
 * @throws DamagedBackupError that names the part, BackupPassphraseError, and errors of the file system
 */
export async function checkBackup(options: ReadOptions): Promise<CheckedBackup> {
  const parts: BackupPart[] = []
  let checked: CheckedBackup | undefined
  // To the very end: what comes after the manifest is looked at as well.
  for await (const { name, bytes, sha256, content, isManifest } of readBackup(options)) {
    if (!isManifest) {
      parts.push({ name, bytes, sha256 })
      continue
    }
    const manifest = parseManifest(name, content)
    compareParts(parts, manifest)
    refuseOtherCheckpoint(name, manifest)
    checked = { manifest, manifestSha256: sha256 }
  }
  if (checked === undefined) throw new DamagedBackupError('the end', 'it has no manifest.')
  return checked
}

function parseManifest(name: string, content: Buffer): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw new DamagedBackupError(name, 'its manifest is not one that this version can read.')
  }
}

function compareParts(parts: readonly BackupPart[], manifest: BackupManifest): void {
  for (const [at, part] of manifest.parts.entries()) {
    const found = parts[at]
    if (found?.name !== part.name) throw new DamagedBackupError(part.name, `${part.name} is missing.`)
    if (found.sha256 !== part.sha256 || found.bytes !== part.bytes)
      throw new DamagedBackupError(part.name, `${part.name} is not what was written.`)
    const kind = parsePartName(part.name)
    if (kind === null || (kind.kind === 'file' && kind.sha256 !== part.sha256))
      throw new DamagedBackupError(part.name, `${part.name} is no part of a backup.`)
  }
  const more = parts[manifest.parts.length]
  if (more !== undefined) throw new DamagedBackupError(more.name, `${more.name} was added to it.`)
}

/** The checkpoint says how long the log in the tables is; that its root is theirs is compared when they are loaded. */
function refuseOtherCheckpoint(name: string, { log }: BackupManifest): void {
  if (log.checkpoint === null) return
  const head = readCheckpointBy(log.checkpoint, log.key ?? '')
  if (head?.size !== log.entries)
    throw new DamagedBackupError(name, 'the checkpoint of the audit log in it is not signed by its key.')
}
