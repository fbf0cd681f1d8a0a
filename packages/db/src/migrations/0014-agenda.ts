// What: indexes by the instant of recording on what an agenda looks for between two instants.
// Locks: writes to the three tables while each index is built; small tables.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const indexes = `
-- Serves: evidence published between two instants.
create index publication_recorded on waymark.publication (dossier_id, recorded_at) where step_id is null;
-- Serves: claims recorded between two instants.
create index claim_recorded on waymark.claim (dossier_id, recorded_at);
-- Serves: second ratings given between two instants.
create index coding_recorded on waymark.coding (dossier_id, recorded_at);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw('drop index waymark.publication_recorded, waymark.claim_recorded, waymark.coding_recorded;')
    .execute(db)
}
