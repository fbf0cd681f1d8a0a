import type { Write } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import type { UhriChoice } from '@waymark/exchange/tables/uhri'
import { type Kysely, sql } from 'kysely'
import type { SheetChoice } from './build-sheets.ts'

/** Stands in the place of a table's name for an export of the UN's index. */
const uhri = 'uhri'

/** What a person said of sheets before, by the hash of their heads. */
export async function listMappings(
  app: Kysely<Database>,
  userId: string,
  dossierId: number,
): Promise<Map<string, SheetChoice>> {
  const { rows } = await sql<{ heads: string; shape: string; mapping: (string | null)[] }>`
    select heads_sha256 as heads, table_name as shape, mapping from column_mapping
    where user_id = ${userId} and dossier_id = ${dossierId} and table_name <> ${uhri} order by changed_at`.execute(
    app,
  )
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

/** Where a person put the recommendations of an export of the UN's index before; null where they never did. */
export async function getUhriChoice(
  app: Kysely<Database>,
  userId: string,
  dossierId: number,
): Promise<UhriChoice | null> {
  const { rows } = await sql<{ mapping: UhriChoice }>`
    select mapping from column_mapping
    where user_id = ${userId} and dossier_id = ${dossierId} and table_name = ${uhri} and heads_sha256 = ''`.execute(
    app,
  )
  return rows[0]?.mapping ?? null
}

/** Keeps where a person puts recommendations of the UN's index, for the next export. Themes of earlier exports stay known. */
export async function recordUhriChoice(
  { trx, act }: Pick<Write, 'trx' | 'act'>,
  dossierId: number,
  choice: UhriChoice,
): Promise<void> {
  const before = await getUhriChoice(trx, act.id, dossierId)
  const themeAreas = { ...before?.themeAreas, ...choice.themeAreas }
  await sql`
    insert into column_mapping (user_id, dossier_id, table_name, heads_sha256, mapping, changed_at)
    values (${act.id}, ${dossierId}, ${uhri}, '', ${JSON.stringify({ ...choice, themeAreas })}::jsonb, clock_timestamp())
    on conflict (user_id, dossier_id, table_name, heads_sha256) do update set mapping = excluded.mapping, changed_at = excluded.changed_at`.execute(
    trx,
  )
}
