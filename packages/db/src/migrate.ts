import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import * as record from './migrations/0001-record.ts'
import * as accounts from './migrations/0002-accounts.ts'
import * as linkage from './migrations/0003-linkage.ts'
import * as desk from './migrations/0004-desk.ts'
import * as contentTranslation from './migrations/0005-content-translation.ts'
import * as edition from './migrations/0006-edition.ts'
import * as feed from './migrations/0007-feed.ts'
import * as searchText from './migrations/0008-search-text.ts'
import * as latestFinding from './migrations/0009-latest-finding.ts'
import * as meeting from './migrations/0010-meeting.ts'
import * as briefing from './migrations/0012-briefing.ts'
import * as tombstone from './migrations/0013-tombstone.ts'
import * as agenda from './migrations/0014-agenda.ts'
import * as digest from './migrations/0015-digest.ts'

/** Every migration there is, in order. The key is its name in the database; a name never changes. */
export const migrations = {
  '0001-record': record,
  '0002-accounts': accounts,
  '0003-linkage': linkage,
  '0004-desk': desk,
  '0005-content-translation': contentTranslation,
  '0006-edition': edition,
  '0007-feed': feed,
  '0008-search-text': searchText,
  '0009-latest-finding': latestFinding,
  '0010-meeting': meeting,
  '0012-briefing': briefing,
  '0013-tombstone': tombstone,
  '0014-agenda': agenda,
  '0015-digest': digest,
} as const satisfies Record<string, Migration>

/** The database was written by a later version of the product than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/**
 * Brings the database that `ownerUrl` points to up to date. Two servers may do so at once: the second waits.
 * Refuses a database that knows migrations which this version does not, before anything is changed.
 * @param last the migration to stop after, for a backup that is older than this version; left out: all of them
 * @returns names of the migrations that were applied
 */
export async function migrate(ownerUrl: string, last?: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
  })
  try {
    await refuseNewerDatabase(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: 'waymark_migrations',
    })
    const { error, results } =
      last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last)
    if (error) throw error
    return (results ?? []).filter((r) => r.status === 'Success').map((r) => r.migrationName)
  } finally {
    await db.destroy()
  }
}

async function refuseNewerDatabase(db: Kysely<unknown>): Promise<void> {
  const { rows: found } = await sql<{
    there: boolean
  }>`select to_regclass('waymark_migrations.kysely_migration') is not null as there`.execute(db)
  if (!found[0]?.there) return
  const { rows } = await sql<{
    name: string
  }>`select name from waymark_migrations.kysely_migration order by name`.execute(db)
  const unknown = rows.map((r) => r.name).filter((name) => !(name in migrations))
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `This database was written by a newer version of Waymark (it has ${unknown.join(', ')}, which this version does not know). ` +
        'Nothing was changed. Start the newer version, or restore a backup made by this one.',
    )
  }
}
