import type { TestRecord } from './open-test-record.ts'

export type Column = { readonly table: string; readonly column: string; readonly type: string }

/** Tables of a schema, by name. */
export const listTables = async (record: TestRecord, schema: string): Promise<string[]> =>
  (
    await record.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'p') order by 1`,
      [schema],
    )
  ).map((row) => row.name)

/** Tables of the record whose rows belong to an audit entry. */
export const listLedgerTables = async (record: TestRecord): Promise<string[]> =>
  (
    await record.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'waymark' and column_name = 'entry' order by 1`,
    )
  ).map((row) => row.name)

/** How many rows each table of the record has. */
export async function countRows(record: TestRecord): Promise<Record<string, number>> {
  const tables = await listTables(record, 'waymark')
  const parts = tables.map(
    (table) => `select '${table}' as table, count(*)::int as count from waymark.${table}`,
  )
  const rows = await record.query<{ table: string; count: number }>(parts.join(' union all '))
  return Object.fromEntries(rows.map((row) => [row.table, row.count]))
}

/** Every row of every table of the record but the named ones, as one text; without zips, whose hashes stand in another table. */
export async function dumpText(record: TestRecord, without: readonly string[] = []): Promise<string> {
  const tables = (await listTables(record, 'waymark')).filter(
    (table) => table !== 'edition_archive' && !without.includes(table),
  )
  // One statement: many tests look before and after each of many calls.
  const parts = tables.map((table) => `select '${table} ' || t::text as row from waymark.${table} t`)
  const rows = await record.query<{ row: string }>(parts.join(' union all '))
  return rows.map(({ row }) => row).join('\n')
}
