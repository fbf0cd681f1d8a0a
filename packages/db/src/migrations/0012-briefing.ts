// What: briefings for dialogue rounds: their versions, what became of them at the round, and the template they are set in.
// Locks: nothing that exists; new tables, and the digest function is replaced.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const written = `
  author_id text not null,
  author_name text not null,
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null`

const ledger = `
create table waymark.briefing (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  round_id bigint references waymark.round (id),
  planned jsonb,
  language text not null constraint briefing_language check (language in ('en', 'ru', 'kk')),
  audience text not null constraint briefing_audience check (audience in ('internal', 'partner', 'delegation')),
  ${written},
  constraint briefing_is_for_one_round check ((round_id is null) <> (planned is null))
);
comment on table waymark.briefing is 'A paper for a dialogue round: one on record, or one that is planned (title, date, place). What it says, its versions say.';
-- Serves: the briefings of a dossier, latest first.
create index briefing_of_dossier on waymark.briefing (dossier_id, id desc);
create index briefing_by_entry on waymark.briefing (entry);

create table waymark.briefing_version (
  id bigint primary key,
  briefing_id bigint not null references waymark.briefing (id),
  number int not null constraint briefing_version_number check (number > 0),
  based_on int constraint briefing_version_is_based_on_an_earlier_one check (based_on < number),
  body jsonb not null,
  as_of date not null,
  known_at timestamptz(3) not null,
  method text not null,
  facts jsonb,
  facts_of int not null constraint briefing_version_facts_of check (facts_of <= number),
  ${written},
  constraint briefing_version_number_is_one_of_its_briefing unique (briefing_id, number),
  constraint briefing_version_has_its_facts check ((facts is null) = (facts_of < number))
);
comment on table waymark.briefing_version is 'What a briefing said: the words of its writers (body), and what the record said at a cut (facts). Facts that a version did not change stand in the version facts_of. Facts hold no names of cases.';
create index briefing_version_by_entry on waymark.briefing_version (entry);

create table waymark.briefing_outcome (
  id uuid primary key,
  briefing_id bigint not null references waymark.briefing (id),
  request_sha256 text not null constraint briefing_outcome_request_sha256 check (request_sha256 ~ '^[0-9a-f]{64}$'),
  round_id bigint not null references waymark.round (id),
  events int not null constraint briefing_outcome_events check (events > 0),
  ${written}
);
comment on table waymark.briefing_outcome is 'What a dialogue round brought was recorded for the whole briefing at once. id is chosen by whoever asks, so that asking twice records once.';
-- Serves: what was recorded after the round of a briefing.
create index briefing_outcome_of_briefing on waymark.briefing_outcome (briefing_id, recorded_at);
create index briefing_outcome_by_entry on waymark.briefing_outcome (entry);

create table waymark.briefing_template (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  name text,
  sha256 text constraint briefing_template_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint,
  parts_sha256 text constraint briefing_template_parts_sha256 check (parts_sha256 ~ '^[0-9a-f]{64}$'),
  ${written},
  constraint briefing_template_is_whole check (num_nulls(name, sha256, bytes, parts_sha256) in (0, 4))
);
comment on table waymark.briefing_template is 'The Word template that briefings of a dossier are set in: the last row counts; one without a file says that there is none any more. The bytes, and what was read of them, are in the file store.';
-- Serves: the template that counts.
create index briefing_template_of_dossier on waymark.briefing_template (dossier_id, id desc);
create index briefing_template_by_entry on waymark.briefing_template (entry);
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
  'meeting_series',
  'meeting',
  'meeting_event',
  'action_event',
  'assessment_decision',
  'case_hearing',
]
const added = ['briefing', 'briefing_version', 'briefing_outcome', 'briefing_template']

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

export async function up(db: Kysely<unknown>): Promise<void> {
  const grants = `grant select, insert on ${list(added)} to waymark_app;`
  for (const part of [ledger, createDigestFunction([...before, ...added]), grants])
    await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`${createDigestFunction(before)}
    drop table ${list([...added].reverse())};`)
    .execute(db)
}
