import { sql, type Transaction } from 'kysely'
import type { Database } from './schema.ts'

const chunkSize = 2000

type Insertable<T extends keyof Database> = Partial<Record<keyof Database[T], unknown>>

/**
 * Inserts many rows of one table in few statements, in the order given. All rows must have the same columns;
 * values are JSON: numbers, texts, booleans, null.
 */
export async function createRows<T extends keyof Database & string>(
  trx: Transaction<Database>,
  table: T,
  rows: readonly Insertable<T>[],
): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const columns = sql.join(Object.keys(first).map((c) => sql.ref(c)))
  for (let i = 0; i < rows.length; i += chunkSize) {
    const json = JSON.stringify(rows.slice(i, i + chunkSize))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(trx)
  }
}
