import type { Write } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import { type Kysely, sql } from 'kysely'
import type { SheetChoice } from './build-sheets.ts'

/** What a person said of sheets before, by the hash of their heads. */
export async function listMappings(
  app: Kysely<Database>,
  userId: string,
  dossierId: number,
): Promise<Map<string, SheetChoice>> {
  const { rows } = await sql<{ heads: string; shape: string; mapping: (string | null)[] }>`
    select heads_sha256 as heads, table_name as shape, mapping from column_mapping
    where user_id = ${userId} and dossier_id = ${dossierId} order by changed_at`.execute(app)
  return new Map(rows.map(({ heads, shape, mapping }) => [heads, { shape, mapping }]))
}

/** Keeps what a person said of a sheet, for the next one with the same heads. */
export async function recordMapping(
  { trx, act }: Pick<Write, 'trx' | 'act'>,
  dossierId: number,
  heads: string,
  { shape, mapping }: SheetChoice,
): Promise<void> {
  await sql`
    insert into column_mapping (user_id, dossier_id, table_name, heads_sha256, mapping, changed_at)
    values (${act.id}, ${dossierId}, ${shape}, ${heads}, ${JSON.stringify(mapping)}::jsonb, clock_timestamp())
    on conflict (user_id, dossier_id, table_name, heads_sha256) do update set mapping = excluded.mapping, changed_at = excluded.changed_at`.execute(
    trx,
  )
}
