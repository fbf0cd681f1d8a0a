// What: review meetings: series, meetings and what happened in them; what became of action points; hearings of cases; which decision
//       an assessment came from; and, of all that, what lists show.
// Locks: nothing that exists; new tables, and the digest function is replaced.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const written = `
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null`

const ledger = `
create table waymark.meeting_series (
  id bigint primary key,
  series_id bigint not null,
  dossier_id bigint not null references waymark.dossier (id),
  title text not null constraint meeting_series_title check (btrim(title) <> ''),
  rhythm text not null,
  template jsonb not null,
  ended boolean not null,
  supersedes_id bigint references waymark.meeting_series (id),
  author_id text not null,
  author_name text not null,
  ${written}
);
comment on table waymark.meeting_series is 'Meetings that follow one another: how often, and what each begins with. A change is a new row; series_id is the id of the first.';
-- Serves: the series of a dossier as they stand.
create index meeting_series_by_dossier on waymark.meeting_series (dossier_id, series_id, id desc);
create index meeting_series_by_entry on waymark.meeting_series (entry);
create unique index meeting_series_superseded_once on waymark.meeting_series (supersedes_id) where supersedes_id is not null;

create table waymark.meeting (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  series_id bigint not null references waymark.meeting_series (id),
  number int not null constraint meeting_number check (number > 0),
  ${written},
  constraint meeting_number_is_one_of_its_series unique (series_id, number)
);
comment on table waymark.meeting is 'A review meeting. What it is, its events say.';
create index meeting_by_dossier on waymark.meeting (dossier_id);
create index meeting_by_entry on waymark.meeting (entry);

create table waymark.meeting_event (
  id uuid primary key,
  meeting_id bigint not null references waymark.meeting (id),
  seq int not null constraint meeting_event_seq check (seq > 0),
  kind text not null,
  body jsonb not null,
  actor_id text not null,
  actor_name text not null,
  ${written},
  constraint meeting_event_seq_is_one_of_its_meeting unique (meeting_id, seq)
);
comment on table waymark.meeting_event is 'One thing that happened to a meeting: planned, an item moved, a sentence written, a decision sealed. The meeting is what its events make, in the order of seq. id is chosen by whoever asks, so that asking twice records once.';
create index meeting_event_by_entry on waymark.meeting_event (entry);

create table waymark.action_event (
  id uuid primary key,
  action_id uuid not null,
  kind text not null constraint action_event_kind check (kind in ('done', 'dropped', 'reopened', 'rescheduled', 'reassigned', 'snoozed')),
  body jsonb not null,
  actor_id text not null,
  actor_name text not null,
  ${written}
);
comment on table waymark.action_event is 'What became of an action point after the meeting that took it.';
create index action_event_by_action on waymark.action_event (action_id, recorded_at);
create index action_event_by_entry on waymark.action_event (entry);

create table waymark.assessment_decision (
  assessment_id bigint primary key references waymark.assessment (id),
  meeting_id bigint not null references waymark.meeting (id),
  decision_id uuid not null,
  ${written}
);
comment on table waymark.assessment_decision is 'The decision of a meeting that an assessment was proposed by.';
create index assessment_decision_by_meeting on waymark.assessment_decision (meeting_id);
create index assessment_decision_by_entry on waymark.assessment_decision (entry);

create table waymark.case_hearing (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  case_id bigint not null references waymark.case_record (id),
  date waymark.partial_date not null,
  date_last date generated always as (waymark.last_day(date)) stored,
  kind text not null constraint case_hearing_kind check (kind in ('trial', 'appeal', 'cassation', 'parole', 'detention', 'other')),
  source_id bigint references waymark.source (id),
  void boolean not null default false,
  supersedes_id bigint references waymark.case_hearing (id),
  reason text,
  ${written}
);
comment on table waymark.case_hearing is 'A day in court that is to come, or was. Known at the desk only; holds no words about the person.';
-- Serves: hearings of the days ahead.
create index case_hearing_ahead on waymark.case_hearing (dossier_id, date_last);
create index case_hearing_by_case on waymark.case_hearing (case_id);
create index case_hearing_by_entry on waymark.case_hearing (entry);
create unique index case_hearing_superseded_once on waymark.case_hearing (supersedes_id) where supersedes_id is not null;
`

const projections = `
create table waymark.meeting_standing (
  meeting_id bigint primary key references waymark.meeting (id),
  dossier_id bigint not null references waymark.dossier (id),
  series_id bigint not null,
  seq int not null,
  state text not null,
  title text,
  held_on date,
  starts_at text,
  place text,
  agenda_as_of date,
  agenda_known_at timestamptz(3),
  minutes_sha256 text
);
comment on table waymark.meeting_standing is 'Projection: where each meeting stands after its last event, for lists.';
-- Serves: the meetings of a dossier by day; the last held of a series.
create index meeting_standing_by_day on waymark.meeting_standing (dossier_id, held_on desc, meeting_id desc);
create index meeting_standing_of_series on waymark.meeting_standing (series_id, held_on desc, meeting_id desc);

create table waymark.action_point (
  id uuid primary key,
  dossier_id bigint not null references waymark.dossier (id),
  series_id bigint not null,
  meeting_id bigint not null references waymark.meeting (id),
  item text not null,
  text text not null,
  sensitivity text not null,
  audience text not null,
  owner_id text not null,
  owner_name text not null,
  due_on date not null,
  state text not null constraint action_point_state check (state in ('open', 'done', 'dropped')),
  snoozed_until date,
  closed_because text,
  rev int not null,
  changed_at timestamptz(3) not null
);
comment on table waymark.action_point is 'Projection: an action point as the meeting that took it and what came after have left it.';
-- Serves: what a person has to do; what is open or overdue in a dossier or a series.
create index action_point_of_owner on waymark.action_point (owner_id, due_on) where state = 'open';
create index action_point_open on waymark.action_point (dossier_id, due_on) where state = 'open';
create index action_point_of_series on waymark.action_point (series_id, due_on) where state = 'open';
create index action_point_of_meeting on waymark.action_point (meeting_id);

create table waymark.meeting_decision (
  id uuid primary key,
  dossier_id bigint not null references waymark.dossier (id),
  series_id bigint not null,
  meeting_id bigint not null references waymark.meeting (id),
  item text not null,
  text text not null,
  sensitivity text not null,
  audience text not null,
  review_on date,
  superseded_by uuid,
  sealed_at timestamptz(3) not null
);
comment on table waymark.meeting_decision is 'Projection: a sealed decision, for search and for the day on which it comes back.';
-- Serves: decisions to be looked at again; decisions of a dossier, latest first; of an item.
create index meeting_decision_to_review on waymark.meeting_decision (series_id, review_on) where review_on is not null and superseded_by is null;
create index meeting_decision_by_dossier on waymark.meeting_decision (dossier_id, sealed_at desc);
create index meeting_decision_by_item on waymark.meeting_decision (dossier_id, item);
create index meeting_decision_of_meeting on waymark.meeting_decision (meeting_id);

create table waymark.calendar_token (
  user_id text primary key,
  token_sha256 text not null constraint calendar_token_is_unique unique,
  created_at timestamptz(3) not null
);
comment on table waymark.calendar_token is 'The secret in the address of a person''s calendar feed, hashed.';
`

/** Ledger tables before this migration, in the order of their digests. */
const before = [
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
  'waiver',
  'milestone_event',
  'file',
  'evidence_item',
  'coding',
  'case_proposal',
  'case_decision',
  'translation',
  'edition',
  'edition_decision',
]
const added = [
  'meeting_series',
  'meeting',
  'meeting_event',
  'action_event',
  'assessment_decision',
  'case_hearing',
]
const projected = ['meeting_standing', 'action_point', 'meeting_decision', 'calendar_token']

// Digests of old rows must stay what they were: a flag that is false is taken out by hand, as in 0004.
const flagged = ['uptake_event', 'claim', 'case_status']
const createDigestFunction = (names: readonly string[]) => `
create or replace function waymark.entry_digests(first_entry bigint, last_entry bigint)
returns table (entry bigint, "table" text, count bigint, sha256 text)
language sql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
${names
  .map((t) => {
    const content = flagged.includes(t)
      ? `jsonb_strip_nulls(case when t.void then to_jsonb(t) else to_jsonb(t) - 'void' end)`
      : 'jsonb_strip_nulls(to_jsonb(t))'
    return `  select h.entry, '${t}', count(*), encode(sha256(string_agg(h.hash, ''::bytea order by h.hash)), 'hex')
  from (select t.entry, sha256(convert_to(${content}::text, 'UTF8')) as hash
        from waymark.${t} t where t.entry between first_entry and last_entry) h group by h.entry`
  })
  .join('\n  union all\n')}
$$;
`

const list = (tables: readonly string[]) => tables.map((t) => `waymark.${t}`).join(', ')
const grants = `
grant select, insert on ${list(added)} to waymark_app;
grant select, insert, update, delete on ${list(projected)} to waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [ledger, projections, createDigestFunction([...before, ...added]), grants])
    await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${createDigestFunction(before)}
    drop table ${list([...projected].reverse())}, ${list([...added].reverse())};`)
    .execute(db)
}
