import type { Config } from '@waymark/config/config'
import { getSecret } from '@waymark/config/secret'
import type { OpenDatabase } from '@waymark/db/open'
import { openRecord } from '@waymark/db/open-record'
import { listDossiers } from '@waymark/db/queries/cut.query'
import { refreshStatistics } from '@waymark/db/refresh-statistics'
import { getDataDirectory, refuseForeign } from '@waymark/db/server/data-directory'
import { getStarterDossier, starterDossiers } from '@waymark/dossiers/starter-dossiers'
import { sql } from 'kysely'
import { getActor } from './accounts/actor.ts'
import { type Auth, buildAuth } from './accounts/auth.ts'
import { getClient } from './accounts/client.ts'
import { createDemoAccounts, type DemoAccount } from './accounts/demo.ts'
import { KeptHeads } from './common/kept-heads.ts'
import type { Context } from './context.ts'
import { importDossier } from './features/dossier/import.command.ts'
import { type EditionAccess, openEditionAccess } from './features/edition/edition-access.ts'
import { type FileAccess, openFileAccess } from './features/file/file-access.ts'
import { type MeetingWatch, watchMeetings } from './features/meeting/meeting-watch.ts'
import type { Site } from './public-data/site.ts'

/** One installation, opened: its record, its accounts, and a context for each request. */
export type Installation = {
  readonly record: OpenDatabase
  readonly auth: Auth
  /** Where browsers reach the site. */
  readonly baseUrl: string
  readonly files: FileAccess
  /** What catalogues of its data say of it. */
  readonly site: Site
  readonly editions: EditionAccess
  readonly meetings: MeetingWatch
  /** What a host that watches the record may keep for readers; nothing until it says that it does. */
  readonly heads: KeptHeads
  readonly createContext: (scope: {
    readonly request: Request
    readonly clientAddress: string | null
    readonly language: Context['language']
  }) => Promise<Context>
  /** True when the database answers. */
  readonly health: () => Promise<boolean>
  readonly close: () => Promise<void>
}

const readingMethods = new Set(['GET', 'HEAD'])

const now = (): string => new Date().toISOString()

/** Opens the installation that a configuration describes. Errors are those of `openRecord`. */
export async function openInstallation(
  config: Config,
  log: (message: string) => void,
): Promise<Installation> {
  // Before a secret is kept in it: a folder that is not ours stays as it is.
  if (config.database.kind === 'embedded') refuseForeign(getDataDirectory(config.dataDir))
  const secret = await getSecret(config)
  const baseUrl =
    config.origins[0] ??
    `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${config.port}`
  const record = await openRecord({ database: config.database, dataDir: config.dataDir, secret, log })
  // After it: a new data directory becomes ours with the database, and a folder that is not ours stays as it is.
  const editions = await openEditionAccess(config, baseUrl).catch(async (error: unknown) => {
    await record.close()
    throw error
  })
  const auth = buildAuth({ pool: record.auth, record: record.app, secret, baseUrl })
  const files = openFileAccess(config)
  const meetings = watchMeetings(record.appUrl, log)
  const heads = new KeptHeads()
  return {
    record,
    auth,
    baseUrl,
    files,
    site: {
      origin: config.origins[0] ?? null,
      publisher: config.publisher,
      contact: config.contact ?? null,
    },
    editions,
    meetings,
    heads,
    createContext: async ({ request, clientAddress, language }) => {
      const actor = await getActor(auth, getClient(request, clientAddress ?? 'unknown'))
      // Who writes reads what was written, also from another process, which may hear of it later.
      const mayKeep = actor === null && readingMethods.has(request.method)
      return {
        record,
        auth,
        files,
        editions,
        meetings,
        ...(mayKeep ? { heads } : {}),
        actor,
        now,
        language,
      }
    },
    health: async () => {
      await sql`select 1`.execute(record.public)
      return true
    },
    close: async () => {
      await meetings.close()
      await record.close()
    },
  }
}

export type FirstStart = {
  readonly dossiers: readonly string[]
  readonly accounts: readonly DemoAccount[] | null
}

const system = { kind: 'system', id: 'first-start', name: 'First start' } as const

/**
 * Fills a new installation: the starter dossiers where there is none at all, and in demo mode three accounts, whose
 * passwords exist only in what is returned.
 */
export async function prepareFirstStart(
  { record, auth }: Pick<Installation, 'record' | 'auth'>,
  config: Pick<Config, 'mode'>,
): Promise<FirstStart> {
  const dossiers: string[] = []
  if ((await listDossiers(record.public)).length === 0) {
    for (const key of Object.keys(starterDossiers) as (keyof typeof starterDossiers)[]) {
      const result = await importDossier(record.app, system, { bytes: await getStarterDossier(key) })
      if (!result.ok)
        throw new Error(
          `The starter dossier ${key} was refused: ${result.error.errors[0]?.path} ${result.error.errors[0]?.message}`,
        )
      dossiers.push(key)
    }
    // Without it the planner knows nothing of the new rows for a minute, and the first readers wait for seconds.
    await refreshStatistics(record.ownerUrl)
  }
  return { dossiers, accounts: config.mode === 'demo' ? await createDemoAccounts(auth) : null }
}
