import pg from 'pg'
import { migrate } from '../migrate.ts'
import { type BackupSequence, type BackupTable, listBackupTables, nameOf } from './backup-tables.ts'
import { listMigrations } from './snapshot.ts'

/** The database holds something already, or the backup does not fit what this version can make. The message says which. */
export class RestoreRefusedError extends Error {
  override readonly name = 'RestoreRefusedError'
}

export type Loading = {
  /** Adds rows of a table, each as JSON on one line. */
  readonly addRows: (table: string, rows: readonly string[]) => Promise<void>
}

export type LoadPlan = {
  readonly migrations: readonly string[]
  readonly tables: readonly BackupTable[]
  readonly sequences: readonly BackupSequence[]
}

/** Text of a statement's parameter, about. */
const batchSize = 4 * 1024 * 1024

/**
 * Looks whether a database can take a backup: it holds nothing of an installation but empty tables.
 * @throws RestoreRefusedError
 */
export async function refuseFilled(ownerUrl: string): Promise<void> {
  await withOwner(ownerUrl, async (owner) => {
    if ((await listMigrations(owner)).length === 0) return
    for (const { schema, name } of await listBackupTables(owner)) {
      const { rows } = await owner.query(
        `select from ${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(name)} limit 1`,
      )
      if (rows.length > 0)
        throw new RestoreRefusedError(
          `The installation is not empty (${schema}.${name} has rows). Nothing was changed. Restore into a new WAYMARK_DATA, or a new database.`,
        )
    }
  })
}

/**
 * Fills an empty database: makes the schema that the backup was written with, loads all of it in one transaction, and then
 * brings the schema up to date. What goes wrong leaves an empty database, into which the same may be tried again.
 * @throws RestoreRefusedError when the tables are not those of the schema
 */
export async function loadBackup<T>(
  ownerUrl: string,
  { migrations, tables, sequences }: LoadPlan,
  fill: (loading: Loading) => Promise<T>,
): Promise<T> {
  await refuseFilled(ownerUrl)
  await withOwner(ownerUrl, (owner) =>
    owner.query('drop schema if exists public_record, waymark, auth, waymark_migrations cascade'),
  )
  await migrate(ownerUrl, migrations.at(-1))
  const value = await withOwner(ownerUrl, async (owner) => {
    await owner.query('begin')
    await owner.query(
      `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('statement_timeout', '0', true),
              set_config('idle_in_transaction_session_timeout', '0', true)`,
    )
    const known = new Map((await listBackupTables(owner)).map((table) => [nameOf(table), table]))
    refuseOtherTables(known, tables)
    const names = [...known.values()].map(({ schema, name }) => quote(owner, schema, name))
    // What triggers compute is in the backup as it was.
    for (const name of names) await owner.query(`alter table ${name} disable trigger user`)
    const later = await postponeReferences(owner)
    const filled = await fill({
      addRows: async (table, rows) => {
        const found = known.get(table)
        if (found === undefined) throw new RestoreRefusedError(`There is no table ${table}.`)
        await addRows(owner, found, rows)
      },
    })
    for (const { schema, name, last, isCalled } of sequences)
      await owner.query('select setval($1::regclass, $2::bigint, $3)', [
        quote(owner, schema, name),
        last,
        isCalled,
      ])
    await owner.query('set constraints all immediate')
    for (const { table, name } of later)
      await owner.query(
        `alter table ${table} alter constraint ${owner.escapeIdentifier(name)} not deferrable`,
      )
    for (const name of names) await owner.query(`alter table ${name} enable trigger user`)
    await owner.query('commit')
    return filled
  })
  await migrate(ownerUrl)
  await withOwner(ownerUrl, (owner) => owner.query('analyze'))
  return value
}

async function withOwner<T>(ownerUrl: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'waymark restore' })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

const quote = (owner: pg.ClientBase, schema: string, name: string): string =>
  `${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(name)}`

function refuseOtherTables(known: ReadonlyMap<string, BackupTable>, tables: readonly BackupTable[]): void {
  const describe = ({ columns }: BackupTable) => [...columns].sort().join(', ')
  for (const table of tables) {
    const found = known.get(nameOf(table))
    if (found === undefined || describe(found) !== describe(table))
      throw new RestoreRefusedError(
        `The table ${nameOf(table)} of the backup is not the one that its schema has. Nothing was changed.`,
      )
  }
  if (known.size !== tables.length)
    throw new RestoreRefusedError('Tables of its schema are missing in the backup. Nothing was changed.')
}

/** Lets rows come in any order: what refers to a later row is looked at once, at the end. */
async function postponeReferences(owner: pg.ClientBase) {
  const { rows } = await owner.query<{ table: string; name: string }>(
    `select c.conrelid::regclass::text as table, c.conname as name
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and not c.condeferrable and n.nspname in ('waymark', 'auth')`,
  )
  for (const { table, name } of rows)
    await owner.query(
      `alter table ${table} alter constraint ${owner.escapeIdentifier(name)} deferrable initially deferred`,
    )
  return rows
}

async function addRows(
  owner: pg.ClientBase,
  { schema, name, columns }: BackupTable,
  rows: readonly string[],
) {
  const table = quote(owner, schema, name)
  const list = columns.map((one) => owner.escapeIdentifier(one)).join(', ')
  for (let at = 0; at < rows.length; ) {
    const batch: string[] = []
    for (let length = 0; at < rows.length && (batch.length === 0 || length < batchSize); at++) {
      const row = rows[at] ?? ''
      batch.push(row)
      length += row.length
    }
    await owner.query(
      `insert into ${table} (${list}) overriding system value select ${list} from json_populate_recordset(null::${table}, $1::json)`,
      [`[${batch.join(',')}]`],
    )
  }
}
