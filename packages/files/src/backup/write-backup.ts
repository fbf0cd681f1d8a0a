import { createHash } from 'node:crypto'
import { access, type FileHandle, link, open, rename, rm } from 'node:fs/promises'
import { chunkSize, createSealing } from './sealing.ts'
import { archiveEnd, buildTarHeader, getPadding } from './tar.ts'

/** A part of a backup as its manifest lists it. */
export type BackupPart = { readonly name: string; readonly bytes: number; readonly sha256: string }

export type BackupWriter = {
  /** Adds a part. Names are ASCII, at most 100 characters, and each comes once. */
  readonly add: (name: string, content: Uint8Array) => Promise<void>
  /** What was added so far, in order. */
  readonly parts: readonly BackupPart[]
}

export type WriteOptions = {
  /** Where to; a file that is there is never written over. */
  readonly path: string
  /** null: not encrypted. */
  readonly passphrase: string | null
  /** Base-2 logarithm of what a guess of the passphrase costs; 17 takes 128 MiB and half a second. */
  readonly cost?: number
}

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/**
 * Writes a backup: the parts that `fill` adds, then the manifest that it returns, under a name that holds the manifest's own
 * hash. At no time more than a part and a chunk are in memory. The file appears whole or not at all, readable by its owner alone.
 * @throws what `fill` throws, and errors of the file system (EEXIST where the file is there)
 */
export async function writeBackup(
  { path, passphrase, cost = 17 }: WriteOptions,
  fill: (writer: BackupWriter) => Promise<string>,
): Promise<{ readonly bytes: number; readonly manifestSha256: string }> {
  if (await isThere(path)) throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' })
  const draft = `${path}.partial`
  const handle = await open(draft, 'wx', 0o600)
  try {
    const sink = await openSink(handle, passphrase, cost)
    const parts: BackupPart[] = []
    const write = async (name: string, content: Uint8Array) => {
      await sink.write(buildTarHeader(name, content.byteLength))
      await sink.write(content)
      await sink.write(Buffer.alloc(getPadding(content.byteLength)))
    }
    const manifest = Buffer.from(
      await fill({
        parts,
        add: async (name, content) => {
          await write(name, content)
          parts.push({ name, bytes: content.byteLength, sha256: sha256(content) })
        },
      }),
    )
    const manifestSha256 = sha256(manifest)
    await write(getManifestName(manifestSha256), manifest)
    await sink.write(archiveEnd)
    const bytes = await sink.end()
    await handle.sync()
    await keep(draft, path)
    return { bytes, manifestSha256 }
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

/** Gives the finished file its name, unless a file has it by now. */
async function keep(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Sticks are often formatted without links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error
    if (await isThere(path)) throw Object.assign(new Error(`${path} is there`), { code: 'EEXIST' })
    await rename(draft, path)
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

export const getManifestName = (hash: string): string => `manifest.${hash}.json`

type Sink = { readonly write: (bytes: Uint8Array) => Promise<void>; readonly end: () => Promise<number> }

async function openSink(handle: FileHandle, passphrase: string | null, cost: number): Promise<Sink> {
  let written = 0
  const put = async (bytes: Uint8Array) => {
    written += bytes.byteLength
    await handle.writeFile(bytes)
  }
  if (passphrase === null) return { write: put, end: async () => written }
  const { header, seal } = await createSealing(passphrase, cost)
  await put(header)
  let waiting = Buffer.alloc(0)
  return {
    write: async (bytes) => {
      const all = Buffer.concat([waiting, bytes])
      let at = 0
      // The last chunk is sealed as the last: one is always kept back.
      for (; all.length - at > chunkSize; at += chunkSize)
        await put(seal(all.subarray(at, at + chunkSize), false))
      waiting = Buffer.from(all.subarray(at))
    },
    end: async () => {
      await put(seal(waiting, true))
      return written
    },
  }
}
