import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Auth } from '@waymark/api/accounts/auth'
import type { Context } from '@waymark/api/context'
import type { FileAccess } from '@waymark/api/features/file/file-access'
import { openInstallation } from '@waymark/api/installation'
import type { Config } from '@waymark/config/config'
import { formatConfigProblems } from '@waymark/config/parse-config'
import { getConfig } from '@waymark/config/process-environment'
import type { Act } from '@waymark/db/in-transaction'
import { buildInterruptible } from '@waymark/db/interruptible'
import type { OpenDatabase } from '@waymark/db/open'
import { getDataDirectory, refuseForeign } from '@waymark/db/server/data-directory'
import { CommandRefused, type Surroundings } from './command.ts'

/** Who acts at the command line, as the audit trail names it. */
export const operator = { kind: 'operator', id: 'command-line', name: 'Operator' } as const satisfies Act

export type OpenInstallation = {
  /** The record as the application's role; statements are refused once Ctrl-C was pressed. */
  readonly app: OpenDatabase['app']
  readonly auth: Auth
  readonly files: FileAccess
  /** What procedures are given, with nobody signed in: for what reads as the public does. */
  readonly context: Context
  /** For work that only the owner of the tables may do. */
  readonly ownerUrl: string
}

/**
 * Opens the installation for one piece of work, beside whoever else uses it, and closes it in any case.
 * @param options `make`: a new installation may come into being; else its absence is refused, so that a mistyped
 * WAYMARK_DATA is told rather than filled.
 */
export async function withInstallation<T>(
  { note, signal }: Surroundings,
  options: { readonly make: boolean },
  work: (installation: OpenInstallation) => Promise<T>,
): Promise<T> {
  const config = getConfigOrRefuse()
  if (!options.make) refuseMissing(config)
  const installation = await openInstallation(config, note)
  try {
    signal.throwIfAborted()
    const { record, auth, files, editions, meetings } = installation
    const app = buildInterruptible(record.app, signal)
    const now = () => new Date().toISOString()
    const context: Context = {
      record: { app, public: record.public },
      auth,
      files,
      editions,
      meetings,
      actor: null,
      now,
      language: 'en',
    }
    return await work({ app, auth, files, context, ownerUrl: record.ownerUrl })
  } finally {
    await installation.close()
  }
}

/** @throws CommandRefused with every mistake of the environment. */
export function getConfigOrRefuse(): Config {
  const config = getConfig()
  if (!config.ok) throw new CommandRefused(formatConfigProblems(config.error))
  return config.value
}

/** @throws CommandRefused when the data directory holds no database yet; ServerError when it is not ours. */
export function refuseMissing({ database, dataDir }: Config): void {
  if (database.kind === 'external') return
  const directory = getDataDirectory(dataDir)
  refuseForeign(directory)
  if (existsSync(join(directory.cluster, 'PG_VERSION'))) return
  throw new CommandRefused(
    `There is no installation in ${dataDir} yet. Start Waymark once, or set WAYMARK_DATA to its data directory.`,
  )
}
