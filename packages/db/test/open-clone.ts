import { cloneDatabase, type DatabaseClone } from '@waymark/testdb/clone-database'
import pg from 'pg'
import { migrate } from '../src/migrate.ts'
import { type OpenDatabase, openDatabase } from '../src/open.ts'
import { buildLoginPasswords, ensureRoles } from '../src/roles.ts'

export type OpenedClone = {
  readonly clone: DatabaseClone
  readonly db: OpenDatabase
  readonly close: () => Promise<void>
}

/** A database of its own with the schema and nothing in it; every pool is the owner's. */
export async function openClone(): Promise<OpenedClone> {
  const clone = await cloneDatabase({ template: 'empty', migrate: async () => {} })
  const owner = new pg.Client({ connectionString: clone.url })
  await owner.connect()
  await ensureRoles(owner, {
    database: clone.name,
    passwords: buildLoginPasswords('s'.repeat(32), clone.name),
  })
  await owner.end()
  await migrate(clone.url)
  const { url } = clone
  const db = await openDatabase({
    ownerUrl: url,
    appUrl: url,
    publicUrl: url,
    authUrl: url,
    embedded: false,
    unsafe: true,
  })
  const close = async () => {
    await db.close()
    await clone.drop()
  }
  return { clone, db, close }
}
