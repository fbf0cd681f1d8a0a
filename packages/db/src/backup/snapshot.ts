import pg from 'pg'
import { type BackupSequence, type BackupTable, listBackupTables, listSequences } from './backup-tables.ts'

/** A whole installation at one instant, to be read table by table. */
export type Snapshot = {
  /** Names of the migrations that made the schema, in order. */
  readonly migrations: readonly string[]
  readonly tables: readonly BackupTable[]
  readonly sequences: readonly BackupSequence[]
  /** Hashes of the audit entries in order, as hexadecimal digits. */
  readonly entryHashes: readonly string[]
  /** SHA-256 of every file that a row names, the copies that are shown among them. */
  readonly files: readonly string[]
  /** Rows of a table by its primary key, each as JSON on one line; some mebibytes at a time. */
  readonly readRows: (table: BackupTable) => AsyncGenerator<string[]>
}

/** Characters of rows that are fetched at once, about. */
const fetchSize = 4 * 1024 * 1024

/**
 * Reads an installation as it is at one instant, in one repeatable-read transaction: writers are not held up, and what they
 * write meanwhile is not in it. Bounded memory: the server gives rows as they are asked for.
 * @param ownerUrl of the user who owns the tables
 */
export async function withSnapshot<T>(
  ownerUrl: string,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'waymark backup' })
  await owner.connect()
  try {
    await owner.query('begin isolation level repeatable read read only')
    // Instants and floats as text that reads back as the same value, whatever the server is set to.
    await owner.query(
      `select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO', true), set_config('bytea_output', 'hex', true),
              set_config('extra_float_digits', '3', true), set_config('statement_timeout', '0', true),
              set_config('idle_in_transaction_session_timeout', '0', true), set_config('search_path', 'pg_catalog', true)`,
    )
    const tables = await listBackupTables(owner)
    const value = await work({
      migrations: await listMigrations(owner),
      tables,
      sequences: await listSequences(owner),
      entryHashes: await listTexts(owner, 'select hash as text from waymark.audit_entry order by seq'),
      files: await listStored(owner, new Set(tables.map(({ name }) => name))),
      readRows: (table) => readRows(owner, table),
    })
    await owner.query('commit')
    return value
  } finally {
    await owner.end()
  }
}

const files = `
  select sha256 as text from waymark.file union select working_sha256 from waymark.file where working_sha256 is not null`
const templates = `
  select sha256 as text from waymark.briefing_template where sha256 is not null
  union select parts_sha256 from waymark.briefing_template where parts_sha256 is not null`

/** The hashes of everything in the file store that rows name; a database of an earlier version has not all of the tables. */
async function listStored(owner: pg.ClientBase, tables: ReadonlySet<string>): Promise<string[]> {
  const list = (table: string, query: string) => (tables.has(table) ? listTexts(owner, query) : [])
  const known = [...(await list('file', files)), ...(await list('briefing_template', templates))]
  return [...new Set(known)].sort()
}

/** The migrations that a database knows, in order; none where it has no schema of ours. */
export async function listMigrations(owner: pg.ClientBase): Promise<string[]> {
  const [found] = await listTexts(
    owner,
    `select to_regclass('waymark_migrations.kysely_migration')::text as text`,
  )
  if (!found) return []
  return listTexts(owner, 'select name as text from waymark_migrations.kysely_migration order by name')
}

async function listTexts(owner: pg.ClientBase, sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(sql)
  return rows.map(({ text }) => text)
}

async function* readRows(owner: pg.ClientBase, table: BackupTable): AsyncGenerator<string[]> {
  const { schema, name, columns } = table
  const quoted = `${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(name)}`
  const key = await listTexts(
    owner,
    `select a.attname as text from pg_index i cross join unnest(i.indkey) with ordinality k (attnum, position)
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
     where i.indrelid = '${quoted.replaceAll("'", "''")}'::regclass and i.indisprimary order by k.position`,
  )
  const order =
    key.length === 0 ? '' : ` order by ${key.map((one) => owner.escapeIdentifier(one)).join(', ')}`
  const list = columns.map((one) => owner.escapeIdentifier(one)).join(', ')
  await owner.query(
    `declare waymark_rows no scroll cursor for select row_to_json(r)::text as text from (select ${list} from ${quoted}${order}) r`,
  )
  // Rows are of very different lengths: a file of some megabytes, a status of some words.
  for (let count = 8; ; ) {
    const rows = await listTexts(owner, `fetch ${count} from waymark_rows`)
    if (rows.length === 0) break
    yield rows
    const length = rows.reduce((sum, row) => sum + row.length, 0) / rows.length
    count = Math.max(1, Math.min(5000, count * 8, Math.floor(fetchSize / length)))
  }
  await owner.query('close waymark_rows')
}
