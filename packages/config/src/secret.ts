import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** The secret file of the data directory cannot be used. The message says where it is and what to do. */
export class SecretFileError extends Error {
  override readonly name = 'SecretFileError'
}

/** The secret from which keys are derived: the given one, or in demo mode the one kept in the data directory. */
export async function getSecret(config: Config): Promise<string> {
  return config.secret ?? (await getDemoSecret(config.dataDir))
}

/** The generated secret of a data directory: made at the first call (256 random bits, file mode 0600), then kept. */
export function getDemoSecret(dataDir: string): Promise<string> {
  return getKeptSecret(dataDir, 'secret')
}

/**
 * A random text kept under a name in a data directory, made by `create` at the first call. Two processes that ask at the same
 * time get the same one.
 * @throws SecretFileError when the file exists and cannot be read or is damaged: making a new one would orphan
 * whatever the old one protects.
 */
export async function getKeptSecret(
  dataDir: string,
  name: string,
  create: () => string = createRandom,
): Promise<string> {
  const file = join(dataDir, name)
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  return (await readSecret(file)) ?? (await createSecret(file, create()))
}

const createRandom = (): string => randomBytes(32).toString('base64url')

async function readSecret(file: string): Promise<string | undefined> {
  let text: string
  try {
    text = (await readFile(file, 'utf8')).trim()
    if ((await stat(file)).mode & 0o077) await chmod(file, 0o600)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new SecretFileError(
      `The secret file ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}). Run as the user who owns it, or give this user access.`,
      { cause },
    )
  }
  if (text.length < 32) {
    throw new SecretFileError(
      `The secret file ${file} is damaged: it holds fewer than 32 characters. Restore it from a backup of the data directory.`,
    )
  }
  return text
}

async function createSecret(file: string, text: string): Promise<string> {
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  await writeFile(mine, `${text}\n`, {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    // A link appears whole or not at all, and fails where another process was first.
    await link(mine, file)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  } finally {
    await unlink(mine)
  }
  const kept = await readSecret(file)
  if (kept === undefined)
    throw new SecretFileError(`The secret file ${file} was removed while it was being made.`)
  return kept
}
