import type pg from 'pg'

/** The schemas that a backup holds: the record and the accounts. The migrator's own is made by migrating. */
const schemas = ['auth', 'waymark'] as const

/**
 * Tables of the moment that a backup leaves empty: whoever is signed in, is signing in, or has a page open. A restored
 * installation asks everybody to sign in again, and a stolen backup holds no session.
 */
const ofTheMoment: ReadonlySet<string> = new Set([
  'auth.session',
  'auth.verification',
  'auth.used_code',
  'auth.attempt',
  'waymark.presence',
])

/** A table with its columns in order, but for those that the database computes. */
export type BackupTable = {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}

export const nameOf = ({ schema, name }: Pick<BackupTable, 'schema' | 'name'>): string => `${schema}.${name}`

/** Every table that a backup holds, as the catalogs of this database list them. */
export async function listBackupTables(owner: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await owner.query<BackupTable>(
    `select n.nspname as schema, c.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind = 'r' order by n.nspname collate "C", c.relname collate "C"`,
    [schemas],
  )
  return rows.filter((table) => !ofTheMoment.has(nameOf(table)))
}

export type BackupSequence = {
  readonly schema: string
  readonly name: string
  readonly last: string
  readonly isCalled: boolean
}

/** Where the sequences stand. They are not part of a snapshot: read after it began they are never behind it. */
export async function listSequences(owner: pg.ClientBase): Promise<BackupSequence[]> {
  const { rows } = await owner.query<{ schema: string; name: string }>(
    `select schemaname as schema, sequencename as name from pg_sequences where schemaname = any($1) order by 1, 2`,
    [schemas],
  )
  const sequences: BackupSequence[] = []
  for (const { schema, name } of rows) {
    const { rows: found } = await owner.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${owner.escapeIdentifier(schema)}.${owner.escapeIdentifier(name)}`,
    )
    for (const one of found) sequences.push({ schema, name, ...one })
  }
  return sequences
}
