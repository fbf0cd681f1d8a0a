// What: indexes by the time of recording, for the feeds of what is new.
// Locks: blocks writes to four tables while each index is built (a second a million rows).
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const indexes = `
-- Serve: the latest rows of a dossier, a page of its feed.
create index publication_by_time on waymark.publication (dossier_id, recorded_at desc, assessment_id desc);
create index uptake_event_by_time on waymark.uptake_event (dossier_id, recorded_at desc, id desc);
create index recommendation_by_time on waymark.recommendation (dossier_id, recorded_at desc, id desc);
create index withdrawal_by_time on waymark.withdrawal (recorded_at desc, assessment_id desc);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'drop index waymark.publication_by_time, waymark.uptake_event_by_time, waymark.recommendation_by_time, waymark.withdrawal_by_time',
    )
    .execute(db)
}
