// What: the desk: files and items of evidence, second ratings, claims taken back, proposals to make a case public, translations,
//       and what people work with beside the record (views, comments, notifications, assignments, jobs, checks).
// Locks: adds columns to evidence and claim (no rewrite of evidence; claim has a constant default), builds search indexes.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

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

const written = `
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null
`

const versionIndexes = (table: string) => `
create index ${table}_by_root on waymark.${table} (root_id);
create index ${table}_by_entry on waymark.${table} (entry);
-- Serves: leaving out what was superseded; and keeps a history from forking.
create unique index ${table}_is_superseded_once on waymark.${table} (supersedes_id) include (recorded_at) where supersedes_id is not null;
`

/** What the record holds from here on: rows are only added. */
const ledger = `
create table waymark.file (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  sha256 text not null constraint file_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null constraint file_bytes check (bytes > 0),
  media_type text not null,
  name text not null,
  how text not null constraint file_how check (how in ('upload', 'capture')),
  url text,
  final_url text,
  http_status int,
  headers jsonb,
  tool text not null,
  collected_at timestamptz(3) not null,
  collector_id text not null,
  collector_name text not null,
  working_sha256 text constraint file_working_sha256 check (working_sha256 ~ '^[0-9a-f]{64}$'),
  working_bytes bigint,
  working_type text,
  ${written},
  constraint file_is_kept_once unique (dossier_id, sha256),
  constraint file_capture_names_its_address check ((how = 'capture') = (url is not null)),
  constraint file_working_copy check ((working_sha256 is null) = (working_bytes is null) and (working_sha256 is null) = (working_type is null))
);
comment on table waymark.file is 'A file that was uploaded or captured. Its bytes lie in the file store under their SHA-256; working_* is the copy without metadata.';
create index file_by_entry on waymark.file (entry);

create table waymark.evidence_item (
  dossier_id bigint not null references waymark.dossier (id),
  source_id bigint not null references waymark.source (id),
  file_id bigint references waymark.file (id),
  locator text,
  kind text not null,
  origin text not null,
  fact_date waymark.partial_date,
  captured_on date,
  language text not null,
  excerpt text,
  author_id text not null,
  author_name text not null,
  ${versioned('evidence_item')}
);
comment on table waymark.evidence_item is 'One thing that a source shows, kept once and used by any number of assessments.';
-- Serves: the items of a dossier, latest first; the items of a source and of a file.
create index evidence_item_of_dossier on waymark.evidence_item (dossier_id, id desc);
create index evidence_item_by_source on waymark.evidence_item (source_id);
create index evidence_item_by_file on waymark.evidence_item (file_id) where file_id is not null;
${versionIndexes('evidence_item')}
alter table waymark.evidence add column item_id bigint references waymark.evidence_item (id);
comment on column waymark.evidence.item_id is 'The version of the item of evidence that the assessment used; null where it was written with the assessment.';
-- Serves: which assessments rest on an item.
create index evidence_by_item on waymark.evidence (item_id) where item_id is not null;

-- Serves: the queue: findings that meet evidence against them.
create index evidence_against on waymark.evidence (assessment_id) where stance = 'contradicts';

create table waymark.coding (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  assessment_id bigint not null references waymark.assessment (id),
  coder_id text not null,
  coder_name text not null,
  level text constraint coding_level check (level in ('none', 'limited', 'some', 'substantial', 'full')),
  state text constraint coding_state check (state in ('not-assessed', 'no-information', 'not-applicable', 'withdrawn')),
  contrary boolean not null,
  rationale text not null constraint coding_rationale check (btrim(rationale) <> ''),
  ${written},
  constraint coding_says_one_thing check ((level is null) <> (state is null)),
  constraint coding_contrary_goes_with_a_level check (level is not null or not contrary),
  constraint coding_is_one_per_person unique (assessment_id, coder_id)
);
comment on table waymark.coding is 'A second rating of the same question, given before the coder saw the first.';
create index coding_of_dossier on waymark.coding (dossier_id, id);
create index coding_by_entry on waymark.coding (entry);

alter table waymark.claim add column void boolean not null default false;
comment on column waymark.claim.void is 'True in a version that says: this was recorded by mistake.';
create index claim_by_root on waymark.claim (root_id);
alter table waymark.case_status add column void boolean not null default false;
comment on column waymark.case_status.void is 'True in a version that says: this was recorded by mistake.';
comment on table waymark.personal_data is 'The one table of the record from which rows may be erased (a person''s data). row_id is a row of case_record, case_status or case_proposal.';

create table waymark.case_proposal (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  case_id bigint not null references waymark.case_record (id),
  based_on bigint not null references waymark.case_record (id),
  change text not null constraint case_proposal_change check (change in ('publish', 'unseal', 'erase', 'correct', 'record-status', 'correct-status', 'void-status')),
  personal_sha256 text not null,
  proposer_id text not null,
  proposer_name text not null,
  ${written}
);
comment on table waymark.case_proposal is 'A wish to make a case public, to change one that is, to lower its secrecy or to erase it, for one version of it. It takes a second person. What would be said lies in personal_data.';
create index case_proposal_by_case on waymark.case_proposal (case_id);
create index case_proposal_by_entry on waymark.case_proposal (entry);
create table waymark.case_decision (
  proposal_id bigint primary key references waymark.case_proposal (id),
  outcome text not null constraint case_decision_outcome check (outcome in ('approved', 'refused', 'retracted')),
  comment text,
  decider_id text not null,
  decider_name text not null,
  ${written}
);
comment on table waymark.case_decision is 'What became of a proposal on a case.';
create index case_decision_by_entry on waymark.case_decision (entry);

create table waymark.translation (
  dossier_id bigint not null references waymark.dossier (id),
  subject_kind text not null constraint translation_subject check (subject_kind in ('dossier', 'area', 'recommendation', 'progress_step', 'milestone', 'commitment')),
  subject_id bigint not null,
  of_version bigint not null,
  field text not null,
  language text not null constraint translation_language check (language in ('en', 'ru', 'kk')),
  text text not null constraint translation_text check (btrim(text) <> ''),
  translator_id text not null,
  translator_name text not null,
  ${versioned('translation')}
);
comment on table waymark.translation is 'A field of the record in another language. of_version is the version that was translated; a later version makes it out of date.';
create unique index translation_is_unique on waymark.translation (subject_id, field, language) where supersedes_id is null;
create index translation_of_dossier on waymark.translation (dossier_id, subject_kind);
${versionIndexes('translation')}
`

/** What people work with. Not part of the record: changed and deleted freely, guarded by rev where two may write. */
const work = `
create table waymark.file_text (file_id bigint primary key references waymark.file (id), text text not null);
comment on table waymark.file_text is 'The words of a file, for the search. Derived from its bytes.';
create table waymark.file_check (
  file_id bigint primary key references waymark.file (id),
  checked_at timestamptz(3) not null,
  fault text constraint file_check_fault check (fault in ('missing', 'altered'))
);
comment on table waymark.file_check is 'When a file was last read whole and compared with its hash.';
create table waymark.link_check (
  source_id bigint primary key references waymark.source (id),
  url text not null,
  checked_at timestamptz(3) not null,
  outcome text not null constraint link_check_outcome check (outcome in ('answers', 'gone', 'unreachable', 'refused')),
  http_status int,
  failing_since timestamptz(3)
);
comment on table waymark.link_check is 'Whether the address of a source answered when it was last asked.';

create table waymark.saved_view (
  id uuid primary key default gen_random_uuid(),
  dossier_id bigint not null references waymark.dossier (id),
  owner_id text not null,
  owner_name text not null,
  name text not null constraint saved_view_name check (btrim(name) <> ''),
  query text not null,
  shared boolean not null,
  rev int not null default 1,
  changed_at timestamptz(3) not null,
  constraint saved_view_name_is_unique unique (dossier_id, owner_id, name)
);
comment on table waymark.saved_view is 'A state of the register, as its address holds it, under a name.';
create table waymark.grid_preference (
  user_id text not null,
  dossier_id bigint not null references waymark.dossier (id),
  columns jsonb not null,
  primary key (user_id, dossier_id)
);
comment on table waymark.grid_preference is 'The columns of the register that a person chose.';

create table waymark.comment (
  id uuid primary key default gen_random_uuid(),
  dossier_id bigint not null references waymark.dossier (id),
  subject_kind text not null,
  subject_key text not null,
  author_id text not null,
  author_name text not null,
  text text not null,
  mentions text[] not null,
  written_at timestamptz(3) not null,
  removed_at timestamptz(3)
);
comment on table waymark.comment is 'What colleagues say to each other about a record. Internal, and never part of what is published.';
-- Serves: the conversation on one record.
create index comment_by_subject on waymark.comment (dossier_id, subject_kind, subject_key, written_at);

create table waymark.notification (
  id uuid primary key default gen_random_uuid(),
  user_id text not null,
  kind text not null,
  dossier_id bigint not null references waymark.dossier (id),
  subject_kind text not null,
  subject_key text not null,
  count int not null default 1 constraint notification_count check (count > 0),
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  mailed_at timestamptz(3),
  mail_tries int not null default 0,
  mail_after timestamptz(3)
);
comment on table waymark.notification is 'Something that a person should know. Holds ids and keys, never names or texts.';
comment on column waymark.notification.count is 'Of how many records it speaks, of which subject_key is the first.';
comment on column waymark.notification.mail_after is 'Not to be mailed before this instant: somebody is at it, or it failed and is tried again.';
-- Serves: what is new for a person; what still has to be mailed.
create index notification_of_user on waymark.notification (user_id, created_at desc);
create index notification_to_mail on waymark.notification (created_at) where mailed_at is null and read_at is null;

create table waymark.assignment (
  id uuid primary key default gen_random_uuid(),
  dossier_id bigint not null references waymark.dossier (id),
  subject_kind text not null,
  subject_key text not null,
  assignee_id text not null,
  assigner_id text not null,
  assigner_name text not null,
  task text not null constraint assignment_task check (task in ('assess', 'code', 'review', 'other')),
  note text,
  due_on date,
  done_at timestamptz(3),
  rev int not null default 1,
  created_at timestamptz(3) not null
);
comment on table waymark.assignment is 'Work on a record that one person was asked to do, by a day.';
create index assignment_of_person on waymark.assignment (assignee_id, due_on) where done_at is null;
create index assignment_by_subject on waymark.assignment (dossier_id, subject_kind, subject_key);

create unlogged table waymark.presence (
  user_id text not null,
  user_name text not null,
  dossier_id bigint not null,
  subject_kind text not null,
  subject_key text not null,
  doing text not null constraint presence_doing check (doing in ('reading', 'writing')),
  seen_at timestamptz(3) not null,
  primary key (dossier_id, subject_kind, subject_key, user_id)
);
comment on table waymark.presence is 'Who looks at a record just now. Forgotten after a minute, and by a restart.';

create table waymark.job (
  id uuid primary key default gen_random_uuid(),
  dossier_id bigint not null references waymark.dossier (id),
  kind text not null,
  owner_id text not null,
  owner_name text not null,
  state text not null constraint job_state check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  stage text,
  done int not null default 0,
  total int,
  input jsonb not null,
  report jsonb,
  cancel_asked boolean not null default false,
  created_at timestamptz(3) not null,
  started_at timestamptz(3),
  finished_at timestamptz(3),
  leased_until timestamptz(3)
);
comment on table waymark.job is 'Long work that a person can leave: an import, an export, a capture.';
create index job_waiting on waymark.job (created_at) where state in ('queued', 'running');
create index job_of_owner on waymark.job (dossier_id, owner_id, created_at desc);
create table waymark.job_file (
  job_id uuid not null references waymark.job (id) on delete cascade,
  role text not null constraint job_file_role check (role in ('input', 'output')),
  name text not null,
  media_type text not null,
  content bytea not null,
  primary key (job_id, role)
);
comment on table waymark.job_file is 'The file that a job reads or made.';
create table waymark.column_mapping (
  user_id text not null,
  dossier_id bigint not null references waymark.dossier (id),
  table_name text not null,
  heads_sha256 text not null,
  mapping jsonb not null,
  changed_at timestamptz(3) not null,
  primary key (user_id, dossier_id, table_name, heads_sha256)
);
comment on table waymark.column_mapping is 'Which column of a person''s spreadsheet is which field, remembered by its heads.';
`

// Search in three languages. Letters are folded the same way in what is stored and in what is asked: case, accents and
// the breve go (NFD), and the letters that Kazakh has beyond Russian become their Russian neighbours, because people
// type either. ICU's lower-casing, because a database in the C locale leaves Cyrillic as it is.
const search = `
create function waymark.fold(t text) returns text language sql immutable strict parallel safe as $$
  select translate(regexp_replace(normalize(lower(t collate "und-x-icu"), NFD), '[\\u0300-\\u036f]', '', 'g'),
                   'әғқңөұүһіў', 'агкноуухиу')
$$;
create extension if not exists pg_trgm with schema public;
do $do$
declare ops text;
begin
  -- The extension may stand in any schema of a server that others use too.
  select format('%I.gin_trgm_ops', n.nspname) into strict ops
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  -- Serves: the search for words in recommendations, findings, evidence, files and cases.
  execute format($q$create index recommendation_search on waymark.recommendation using gin (waymark.fold(title || ' ' || text) %s)$q$, ops);
  execute format($q$create index assessment_search on waymark.assessment using gin (waymark.fold(rationale) %s)$q$, ops);
  execute format($q$create index evidence_search on waymark.evidence using gin (waymark.fold(excerpt) %s) where excerpt is not null$q$, ops);
  execute format($q$create index evidence_item_search on waymark.evidence_item using gin (waymark.fold(excerpt) %s) where excerpt is not null$q$, ops);
  execute format($q$create index file_text_search on waymark.file_text using gin (waymark.fold(left(text, 200000)) %s)$q$, ops);
  execute format($q$create index personal_data_search on waymark.personal_data using gin (waymark.fold(coalesce(content ->> 'publicName', '') || ' ' || coalesce(content ->> 'summary', '')) %s)$q$, ops);
end
$do$;
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
]
const added = ['file', 'evidence_item', 'coding', 'case_proposal', 'case_decision', 'translation']

// Digests of old rows must stay what they were: an added column is a null there, and nulls are stripped; a flag that
// is false is taken out by hand.
const createDigestFunction = (names: readonly string[], flagged: readonly string[]) => `
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

const publicWindow = `
create or replace view public_record.claim as
  select id, root_id, supersedes_id, dossier_id, recommendation_id, actor_id, date, date_last, level, text, source_id, locator, recorded_at, void
  from waymark.claim;

-- Of a case that is public: its versions since it last became so, and of its statuses what stood then or was said since.
-- What was recorded before that, or while it was internal, was never approved.
create or replace view public_record.case_record with (security_barrier) as
  select c.id, c.root_id, c.supersedes_id, c.dossier_id, c.key, c.kind, c.recorded_at,
         d.content ->> 'publicName' as public_name, d.content ->> 'summary' as summary
  from waymark.case_record c join waymark.personal_data d on d.row_id = c.id
  where c.sensitivity = 'public'
    and not exists (select 1 from waymark.case_record later where later.root_id = c.root_id and later.id > c.id and later.sensitivity <> 'public');
create or replace view public_record.case_status with (security_barrier) as
  select s.id, s.root_id, s.supersedes_id, s.dossier_id, s.case_id, s.status, s.date, s.date_last, s.source_id, s.recorded_at,
         d.content ->> 'note' as note, s.void
  from waymark.case_status s
  join waymark.personal_data d on d.row_id = s.id
  join (select c.root_id, min(c.id) as began from public_record.case_record c group by c.root_id) shown on shown.root_id = s.case_id
  where not (s.void and s.id < shown.began)
    and not exists (select 1 from waymark.case_status later where later.supersedes_id = s.id and later.id < shown.began);
`

const formerCaseWindow = `
create or replace view public_record.case_record with (security_barrier) as
  select c.id, c.root_id, c.supersedes_id, c.dossier_id, c.key, c.kind, c.recorded_at,
         d.content ->> 'publicName' as public_name, d.content ->> 'summary' as summary
  from waymark.case_record c
  join waymark.personal_data d on d.row_id = c.id
  join waymark.case_record latest on latest.root_id = c.root_id
    and not exists (select 1 from waymark.case_record later where later.supersedes_id = latest.id)
  where c.sensitivity = 'public' and latest.sensitivity = 'public';
create view public_record.case_status with (security_barrier) as
  select s.id, s.root_id, s.supersedes_id, s.dossier_id, s.case_id, s.status, s.date, s.date_last, s.source_id, s.recorded_at,
         d.content ->> 'note' as note
  from waymark.case_status s
  join waymark.personal_data d on d.row_id = s.id
  where exists (select 1 from public_record.case_record c where c.root_id = s.case_id);
grant select on public_record.case_status to waymark_public, waymark_app;
comment on table waymark.personal_data is 'The one table of the record from which rows may be erased (a person''s data). row_id is a case_record or case_status row.';
`

const tablesOfWork = [
  'file_text',
  'file_check',
  'link_check',
  'saved_view',
  'grid_preference',
  'comment',
  'notification',
  'assignment',
  'presence',
  'job',
  'job_file',
  'column_mapping',
]
const grants = `
grant select, insert on ${added.map((t) => `waymark.${t}`).join(', ')} to waymark_app;
grant select, insert, update, delete on ${tablesOfWork.map((t) => `waymark.${t}`).join(', ')} to waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  const digests = createDigestFunction([...before, ...added], ['uptake_event', 'claim', 'case_status'])
  for (const part of [ledger, work, search, digests, publicWindow, grants]) await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop index waymark.recommendation_search, waymark.assessment_search, waymark.evidence_search, waymark.personal_data_search;
    drop table ${[...tablesOfWork]
      .reverse()
      .map((t) => `waymark.${t}`)
      .join(', ')};
    ${createDigestFunction(before, ['uptake_event'])}
    drop table waymark.translation, waymark.case_decision, waymark.case_proposal, waymark.coding;
    drop view public_record.case_status;
    alter table waymark.case_status drop column void;
    ${formerCaseWindow}
    drop view public_record.claim;
    drop index waymark.claim_by_root;
    alter table waymark.claim drop column void;
    create view public_record.claim as
      select id, root_id, supersedes_id, dossier_id, recommendation_id, actor_id, date, date_last, level, text, source_id, locator, recorded_at
      from waymark.claim;
    grant select on public_record.claim to waymark_public, waymark_app;
    drop index waymark.evidence_against;
    alter table waymark.evidence drop column item_id;
    drop table waymark.evidence_item, waymark.file;
    drop function waymark.fold(text);`)
    .execute(db)
}
