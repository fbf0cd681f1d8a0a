// What: what happens to a link and to a milestone after it was first recorded: a day on which a link ends, waivers,
//       moved and cancelled milestones, uptake recorded by mistake; their place in the digests of the chain and in the public window; indexes for
//       changes between two dates and for the uptake of a line.
// Locks: rewrites linkage (a stored column is added), which blocks its readers for as long; other tables are only added.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
//
// The reading rules of 0001 hold for the new ledger tables too. Two clocks: what is recorded later never changes what
// stood on an earlier day, unless its own day (ended, effective) lies before that day.
import { type Kysely, sql } from 'kysely'

/** Columns that every versioned table shares, as in 0001. */
const versioned = (table: string) => `
  id bigint primary key,
  root_id bigint not null,
  supersedes_id bigint references waymark.${table} (id),
  reason text constraint ${table}_reason check (reason is null or supersedes_id is not null),
  file_hash text,
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  constraint ${table}_root check ((supersedes_id is null) = (root_id = id)),
  constraint ${table}_root_exists foreign key (root_id) references waymark.${table} (id)
`

const indexes = (table: string) => `
create index ${table}_by_root on waymark.${table} (root_id);
create index ${table}_by_entry on waymark.${table} (entry);
-- Serves: leaving out what was superseded; and keeps a history from forking.
create unique index ${table}_is_superseded_once on waymark.${table} (supersedes_id) include (recorded_at) where supersedes_id is not null;
`

const tables = `
alter table waymark.linkage
  add column ended waymark.partial_date,
  add column ended_last date generated always as (waymark.last_day(ended)) stored;
comment on column waymark.linkage.ended is 'From the last day of it on the link holds no more; null while it holds.';
create index linkage_by_root on waymark.linkage (root_id);

alter table waymark.uptake_event add column void boolean not null default false;
comment on column waymark.uptake_event.void is 'True in a version that says: this was recorded by mistake.';

create table waymark.waiver (
  dossier_id bigint not null references waymark.dossier (id),
  linkage_id bigint not null references waymark.linkage (id),
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day(effective)) stored,
  ended waymark.partial_date,
  ended_last date generated always as (waymark.last_day(ended)) stored,
  why text not null constraint waiver_says_why check (btrim(why) <> ''),
  source_id bigint not null references waymark.source (id),
  locator text,
  ${versioned('waiver')},
  constraint waiver_ends_after_it_began check (waymark.last_day(ended) >= waymark.last_day(effective))
);
comment on table waymark.waiver is 'A condition that was set aside, from a day on, with reason and source. linkage_id is the first version of the link.';
-- Serves: whether a gate is waived on a day.
create index waiver_by_linkage on waymark.waiver (linkage_id);
${indexes('waiver')}

create table waymark.milestone_event (
  dossier_id bigint not null references waymark.dossier (id),
  milestone_id bigint not null references waymark.milestone (id),
  kind text not null constraint milestone_event_kind check (kind in ('moved', 'cancelled')),
  effective waymark.partial_date not null,
  effective_last date generated always as (waymark.last_day(effective)) stored,
  planned waymark.partial_date,
  planned_last date generated always as (waymark.last_day(planned)) stored,
  void boolean not null default false,
  note text,
  source_id bigint not null references waymark.source (id),
  locator text,
  ${versioned('milestone_event')},
  constraint milestone_event_moves_to_a_date check ((kind = 'moved') = (planned is not null))
);
comment on table waymark.milestone_event is 'A planned date that was moved, or a milestone that was cancelled, from a day on. void: this never happened.';
-- Serves: when a milestone is planned for, and whether it is cancelled, on a day.
create index milestone_event_by_milestone on waymark.milestone_event (milestone_id);
${indexes('milestone_event')}

-- Serves: the links that rest on a commitment.
create index linkage_commitment_by_commitment on waymark.linkage_commitment (commitment_id);
`

/** Ledger tables after this migration, in the order of their digests: those of 0001, then the new ones. */
const ledgerTables = [
  'dossier',
  'actor',
  'source',
  'area',
  'round',
  'commitment',
  'track',
  'milestone',
  'recommendation',
  'recommendation_actor',
  'recommendation_lineage',
  'progress_step',
  'linkage',
  'linkage_commitment',
  'uptake_event',
  'claim',
  'assessment',
  'evidence',
  'review',
  'publication',
  'withdrawal',
  'source_publication',
  'case_record',
  'case_recommendation',
  'case_status',
]
const added = ['waiver', 'milestone_event']

// Digests of old rows must stay what they were: an added column is a null there, and nulls are stripped; a flag that
// is false is taken out by hand.
const oldContent = () => 'jsonb_strip_nulls(to_jsonb(t))'
const content = (table: string) =>
  table === 'uptake_event'
    ? `jsonb_strip_nulls(case when t.void then to_jsonb(t) else to_jsonb(t) - 'void' end)`
    : oldContent()
const createDigestFunction = (names: readonly string[], content: (table: string) => string) => `
create or replace function waymark.entry_digests(first_entry bigint, last_entry bigint)
returns table (entry bigint, "table" text, count bigint, sha256 text)
language sql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
${names
  .map(
    (
      t,
    ) => `  select h.entry, '${t}', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(${content(t)}::text, 'UTF8')) as hash
        from waymark.${t} t where t.entry between first_entry and last_entry) h group by h.entry`,
  )
  .join('\n  union all\n')}
$$;
`

const publicWindow = `
create or replace view public_record.linkage as
  select id, root_id, supersedes_id, dossier_id, recommendation_id, milestone_id, role, required, note, recorded_at, ended, ended_last
  from waymark.linkage;
create or replace view public_record.uptake_event as
  select id, root_id, supersedes_id, dossier_id, recommendation_id, kind, date, date_last, round_id, forum, source_id, locator, note, recorded_at, void
  from waymark.uptake_event;
create view public_record.waiver as
  select id, root_id, supersedes_id, dossier_id, linkage_id, effective, effective_last, ended, ended_last, why, source_id, locator, recorded_at
  from waymark.waiver;
create view public_record.milestone_event as
  select id, root_id, supersedes_id, dossier_id, milestone_id, kind, effective, effective_last, planned, planned_last, void, note, source_id, locator, recorded_at
  from waymark.milestone_event;
grant select on public_record.waiver, public_record.milestone_event to waymark_public, waymark_app;
grant select, insert on waymark.waiver, waymark.milestone_event to waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, createDigestFunction([...ledgerTables, ...added], content), publicWindow])
    await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop view public_record.waiver, public_record.milestone_event;
    ${createDigestFunction(ledgerTables, oldContent)}
    drop table waymark.waiver, waymark.milestone_event;
    drop index waymark.linkage_commitment_by_commitment, waymark.linkage_by_root;
    drop view public_record.linkage, public_record.uptake_event;
    alter table waymark.uptake_event drop column void;
    create view public_record.uptake_event as
      select id, root_id, supersedes_id, dossier_id, recommendation_id, kind, date, date_last, round_id, forum, source_id, locator, note, recorded_at
      from waymark.uptake_event;
    alter table waymark.linkage drop column ended_last, drop column ended;
    create view public_record.linkage as
      select id, root_id, supersedes_id, dossier_id, recommendation_id, milestone_id, role, required, note, recorded_at from waymark.linkage;
    grant select on public_record.linkage, public_record.uptake_event to waymark_public, waymark_app;`)
    .execute(db)
}
