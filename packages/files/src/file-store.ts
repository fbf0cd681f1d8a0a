import { join } from 'node:path'
import type { FilesConfig } from '@waymark/config/config'
import { Disk } from 'flydrive'
import { DurableFolder } from './durable-folder.ts'

/** What is wrong with a stored file: its bytes are not there, or they are not those that its name is the hash of. */
export type FileFault = 'missing' | 'altered'

/** The bytes under a name are gone or changed. Nothing was given out. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError'
  readonly fault: FileFault
  readonly sha256: string
  constructor(sha256: string, fault: FileFault) {
    super(`the file ${sha256} is ${fault} in the file store`)
    this.sha256 = sha256
    this.fault = fault
  }
}

/** Bytes by their SHA-256 (64 hexadecimal digits). What is kept is never changed and never deleted. */
export type FileStore = {
  /**
   * Keeps bytes; when it returns, they are on the disk (or acknowledged by the bucket). Bytes that are kept already are
   * kept once. @throws DamagedFileError when other bytes lie under their name: those are left for someone to look at.
   */
  readonly create: (bytes: Uint8Array) => Promise<{ readonly sha256: string }>
  /** The bytes, compared with their name. @throws DamagedFileError */
  readonly get: (sha256: string) => Promise<Uint8Array>
  /** Reads a file whole and says what is wrong with it, if anything. */
  readonly assess: (sha256: string) => Promise<FileFault | null>
}

/** SHA-256 in hexadecimal digits, computed off the main thread. */
export async function buildHash(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}

/**
 * Opens the file store that a configuration describes. Nothing is read or written until it is asked for.
 * @param dataDir WAYMARK_DATA, absolute
 */
export function openFileStore(config: FilesConfig, dataDir: string): FileStore {
  const prefix = config.kind === 's3' && config.prefix !== '' ? `${config.prefix}/` : ''
  let disk: Promise<Disk> | undefined
  const open = () => {
    disk ??= openDisk(config, dataDir)
    return disk
  }
  // A folder with a hundred thousand files is slow in many tools: two levels of 256.
  const getName = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256')
    return `${prefix}sha256/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`
  }
  const find = async (sha256: string): Promise<Uint8Array | FileFault> => {
    const name = getName(sha256)
    const opened = await open()
    if (!(await opened.exists(name))) return 'missing'
    const bytes = await opened.getBytes(name)
    return (await buildHash(bytes)) === sha256 ? bytes : 'altered'
  }
  return {
    create: async (bytes) => {
      const sha256 = await buildHash(bytes)
      if ((await find(sha256)) === 'missing') await (await open()).put(getName(sha256), bytes)
      const kept = await find(sha256)
      if (typeof kept === 'string') throw new DamagedFileError(sha256, kept)
      return { sha256 }
    },
    get: async (sha256) => {
      const found = await find(sha256)
      if (typeof found === 'string') throw new DamagedFileError(sha256, found)
      return found
    },
    assess: async (sha256) => {
      const found = await find(sha256)
      return typeof found === 'string' ? found : null
    },
  }
}

async function openDisk(config: FilesConfig, dataDir: string): Promise<Disk> {
  if (config.kind === 'folder') return new Disk(new DurableFolder(join(dataDir, 'files')))
  // Only those who keep files in a bucket load the client of the bucket.
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { bucket, region, endpoint, credentials } = config
  return new Disk(
    new S3Driver({
      bucket,
      region,
      visibility: 'private',
      // Who may read is the bucket's own policy; many services refuse to be told it file by file.
      supportsACL: false,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === undefined ? {} : { credentials }),
    }),
  )
}
