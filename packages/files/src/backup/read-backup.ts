import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { chunkSize, headerSize, openSealing, sealedMark, tagSize } from './sealing.ts'
import { archiveEnd, blockSize, getPadding, parseTarHeader } from './tar.ts'
import { type BackupPart, getManifestName } from './write-backup.ts'

/** Some byte of the file is not the one that was written. `part` names the place. */
export class DamagedBackupError extends Error {
  override readonly name = 'DamagedBackupError'
  readonly part: string
  constructor(part: string, message: string) {
    super(`The backup is damaged: ${message} Nothing was changed. Use another copy of it.`)
    this.part = part
  }
}

/** No passphrase, the wrong one, or one for a file that is not encrypted. Nothing was read. */
export class BackupPassphraseError extends Error {
  override readonly name = 'BackupPassphraseError'
}

export type ReadOptions = { readonly path: string; readonly passphrase: string | null }

/** A part, or the manifest at the end: a part whose content is the manifest's JSON. */
export type ReadPart = BackupPart & { readonly content: Buffer; readonly isManifest: boolean }

/** No part that was ever written is longer. */
const longestPart = 1024 * 1024 * 1024

/**
 * The parts of a backup in order and the manifest last, one in memory at a time. Every byte of the file is looked at: headers,
 * padding and end are compared with the only ones that fit, the manifest with the hash in its name. The parts' hashes are
 * for the caller to compare with the manifest.
 * @throws DamagedBackupError, BackupPassphraseError, and errors of the file system
 */
export async function* readBackup({ path, passphrase }: ReadOptions): AsyncGenerator<ReadPart> {
  const handle = await open(path, 'r')
  try {
    const source = buildTake(await openSource(handle, passphrase))
    for (let before = 'the beginning'; ; ) {
      const block = await source.take(blockSize, before)
      const header = parseTarHeader(block)
      if (header === null) {
        if (before === 'the beginning')
          throw new DamagedBackupError(before, 'it does not begin as a backup of Waymark does.')
        throw new DamagedBackupError(before, `what follows ${before} is no part of a backup.`)
      }
      const { name, bytes } = header
      if (bytes > longestPart) throw new DamagedBackupError(name, `the length of ${name} is impossible.`)
      const content = await source.take(bytes, name)
      if ((await source.take(getPadding(bytes), name)).some((byte) => byte !== 0))
        throw new DamagedBackupError(name, `what fills up ${name} is not empty.`)
      const sha256 = createHash('sha256').update(content).digest('hex')
      const isManifest = name.startsWith('manifest.')
      if (isManifest && name !== getManifestName(sha256))
        throw new DamagedBackupError(name, 'the manifest does not have the hash that it is named by.')
      yield { name, bytes, sha256, content, isManifest }
      if (isManifest) break
      before = name
    }
    const end = await source.take(archiveEnd.length, 'the end')
    if (!end.equals(archiveEnd) || !(await source.isOver()))
      throw new DamagedBackupError('the end', 'it goes on after its end.')
  } finally {
    await handle.close()
  }
}

type Source = () => Promise<Buffer | null>

/** Chunks of the archive, opened. */
async function openSource(handle: FileHandle, passphrase: string | null): Promise<Source> {
  const { size } = await handle.stat()
  const read = async (position: number, length: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
    return buffer.subarray(0, bytesRead)
  }
  let position = 0
  const start = (await read(0, sealedMark.length)).toString('latin1')
  if (start !== sealedMark) {
    if (passphrase !== null && isPlain(await read(0, blockSize)))
      throw new BackupPassphraseError('The backup is not encrypted: leave the passphrase out.')
    return async () => {
      const chunk = await read(position, chunkSize)
      position += chunk.length
      return chunk.length === 0 ? null : chunk
    }
  }
  if (passphrase === null)
    throw new BackupPassphraseError(
      'The backup is encrypted. Set WAYMARK_BACKUP_KEY to its passphrase, or name a file that holds it with --passphrase-file.',
    )
  const unseal = await openSealing(await read(0, headerSize), passphrase)
  if (unseal === 'wrong') throw new BackupPassphraseError('The passphrase is not the one of this backup.')
  if (unseal === 'damaged') throw new DamagedBackupError('the header', 'its header was changed.')
  position = headerSize
  let isOver = false
  return async () => {
    if (isOver) return null
    const chunk = await read(position, chunkSize + tagSize)
    const where = `the bytes ${position} to ${position + chunk.length}`
    position += chunk.length
    isOver = position >= size
    try {
      return unseal(chunk, isOver)
    } catch {
      throw new DamagedBackupError(where, `${where} are not what was encrypted, or its end is missing.`)
    }
  }
}

const isPlain = (block: Buffer): boolean => block.length === blockSize && parseTarHeader(block) !== null

function buildTake(source: Source) {
  let waiting: Buffer[] = []
  let length = 0
  return {
    /** The next bytes. */
    take: async (bytes: number, part: string): Promise<Buffer> => {
      while (length < bytes) {
        const chunk = await source()
        if (chunk === null) throw new DamagedBackupError(part, `it ends within or after ${part}.`)
        waiting.push(chunk)
        length += chunk.length
      }
      // One chunk holds many small parts: it is not copied for each.
      const all = waiting.length === 1 ? (waiting[0] as Buffer) : Buffer.concat(waiting)
      const rest = all.subarray(bytes)
      waiting = rest.length === 0 ? [] : [rest]
      length = rest.length
      return all.subarray(0, bytes)
    },
    isOver: async () => length === 0 && (await source()) === null,
  }
}
