// What: whom the digest of due action points was mailed on which day; by which clock the days of a meeting are counted; meetings by day.
// Locks: `meeting_standing` exclusively, for as long as its few rows are written; a new table.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const zone = `
alter table waymark.meeting_standing add column zone text not null default 'UTC';
update waymark.meeting_standing s set zone = planned.zone from (
  select distinct on (meeting_id) meeting_id, coalesce(body #>> '{plan,zone}', 'UTC') as zone
  from waymark.meeting_event where kind = 'planned' order by meeting_id, seq desc
) planned where planned.meeting_id = s.meeting_id;
-- Serves: the meetings of all dossiers from a day on, for calendars.
create index meeting_standing_from_day on waymark.meeting_standing (held_on, meeting_id);
`

const digest = `
create table waymark.action_digest (
  user_id text not null,
  day date not null,
  tries int not null,
  mail_after timestamptz(3),
  mailed_at timestamptz(3),
  primary key (user_id, day)
);
comment on table waymark.action_digest is 'Who was mailed about overdue action points on which day, so that nobody is twice. Holds nothing of what they are about.';
grant select, insert, update, delete on waymark.action_digest to waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(zone).execute(db)
  await sql.raw(digest).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      'drop table waymark.action_digest; drop index waymark.meeting_standing_from_day; alter table waymark.meeting_standing drop column zone;',
    )
    .execute(db)
}
