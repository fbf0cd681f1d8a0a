// What: editions: what was proposed to be frozen, what became of it, and the zips as they were published.
// Locks: nothing that exists; new tables, and the digest function is replaced.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const tables = `
create table waymark.edition (
  id bigint primary key,
  dossier_id bigint not null references waymark.dossier (id),
  as_of date not null,
  known_at timestamptz(3) not null,
  method text not null,
  title text not null constraint edition_title check (btrim(title) <> ''),
  note text,
  corrects_id bigint references waymark.edition (id),
  corrects_what text,
  embargo_until timestamptz(3) constraint edition_embargo_is_to_the_minute check (date_trunc('minute', embargo_until) = embargo_until),
  data_sha256 text not null constraint edition_data_sha256 check (data_sha256 ~ '^[0-9a-f]{64}$'),
  proposer_id text not null,
  proposer_name text not null,
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  constraint edition_correction_says_what check ((corrects_id is null) = (corrects_what is null))
);
comment on table waymark.edition is 'A cut through the record that somebody wants to freeze and publish. data_sha256: of the canonical JSON of what the public record said there.';
-- Serves: the editions of a dossier at the desk, latest first; what corrects an edition.
create index edition_of_dossier on waymark.edition (dossier_id, id desc);
create index edition_by_corrected on waymark.edition (corrects_id) where corrects_id is not null;
create index edition_by_entry on waymark.edition (entry);

create table waymark.edition_decision (
  edition_id bigint primary key references waymark.edition (id),
  outcome text not null constraint edition_decision_outcome check (outcome in ('published', 'returned', 'retracted')),
  comment text,
  slug text constraint edition_slug_is_unique unique constraint edition_slug check (slug ~ '^\\d{4}-\\d{2}-\\d{2}-[a-z]{6}$'),
  issued_at timestamptz(3),
  zip_sha256 text constraint edition_zip_sha256 check (zip_sha256 ~ '^[0-9a-f]{64}$'),
  zip_bytes bigint constraint edition_zip_bytes check (zip_bytes > 0),
  manifest_sha256 text constraint edition_manifest_sha256 check (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  signature text,
  key text,
  checkpoint text,
  tree_size bigint constraint edition_tree_size check (tree_size >= 0),
  decider_id text not null,
  decider_name text not null,
  entry bigint not null references waymark.audit_entry (seq) deferrable initially deferred,
  recorded_at timestamptz(3) not null,
  constraint edition_decision_publishes_whole check (
    case when outcome = 'published'
      then num_nulls(slug, issued_at, zip_sha256, zip_bytes, manifest_sha256, signature, key, checkpoint, tree_size) = 0
      else num_nonnulls(slug, issued_at, zip_sha256, zip_bytes, manifest_sha256, signature, key, checkpoint, tree_size) = 0 end),
  constraint edition_decision_returns_with_a_comment check ((outcome = 'returned') = (comment is not null))
);
comment on table waymark.edition_decision is 'What became of an edition that was proposed; of a published one its address, signature and the checkpoint of the log.';
create index edition_decision_by_entry on waymark.edition_decision (entry);

create table waymark.edition_archive (
  edition_id bigint primary key references waymark.edition (id),
  zip bytea not null
);
-- A zip is packed already.
alter table waymark.edition_archive alter column zip set storage external;
comment on table waymark.edition_archive is 'The zip of an edition as it was published. The ledger covers it by zip_sha256.';
`

// The embargo is judged at every read, by the database's clock and not by the beginning of a transaction: an edition is not
// there until its minute has come.
const publicWindow = `
create view public_record.edition with (security_barrier) as
  select d.slug, e.dossier_id, e.as_of, e.known_at, e.method, e.title, e.note, d.issued_at,
         corrected.slug as corrects, case when corrected.slug is null then null else e.corrects_what end as corrects_what,
         e.data_sha256, d.zip_sha256, d.zip_bytes, d.manifest_sha256, d.signature, d.key, d.checkpoint, d.tree_size
  from waymark.edition e
  join waymark.edition_decision d on d.edition_id = e.id and d.outcome = 'published'
  left join waymark.edition_decision corrected on corrected.edition_id = e.corrects_id and corrected.outcome = 'published'
    and corrected.issued_at <= clock_timestamp()
  where d.issued_at <= clock_timestamp();
create view public_record.edition_archive with (security_barrier) as
  select d.slug, a.zip
  from waymark.edition_archive a
  join waymark.edition_decision d on d.edition_id = a.edition_id and d.outcome = 'published'
  where d.issued_at <= clock_timestamp();
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
]
const added = ['edition', 'edition_decision']

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

const grants = `
grant select, insert on waymark.edition, waymark.edition_decision, waymark.edition_archive to waymark_app;
grant select on public_record.edition, public_record.edition_archive to waymark_public, waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [tables, createDigestFunction([...before, ...added]), publicWindow, grants])
    await sql.raw(part).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop view public_record.edition_archive, public_record.edition;
    ${createDigestFunction(before)}
    drop table waymark.edition_archive, waymark.edition_decision, waymark.edition;`)
    .execute(db)
}
