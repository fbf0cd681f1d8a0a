// What: the texts of recommendations, findings and evidence once more, folded, in one table that the search reads; kept by triggers. The
//       words of files get their folded form beside them. Folding a text takes some fifty times as long as looking through it, and a word
//       that stands in every text made the search fold them all.
// Locks: builds two tables' indexes; rewrites file_text. The version before goes on working, its search without an index for recommendations,
//       findings and excerpts.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

const texts = `
create table waymark.search_text (
  dossier_id bigint not null,
  recommendation_id bigint,
  kind text not null constraint search_text_kind check (kind in ('recommendation', 'assessment', 'evidence', 'item')),
  row_id bigint not null,
  position int not null,
  folded text not null
);
comment on table waymark.search_text is 'The texts that the search looks through, folded. Derived from the record; row_id is a row of the table that kind names, of evidence its assessment.';
`

/** After the rows are there, since that is quicker than row by row. */
const textIndexes = `
-- Serves: the search for words; of one kind the latest first.
create unique index search_text_in_order on waymark.search_text (dossier_id, kind, row_id desc, position);
-- Serves: whether a word stands anywhere on a recommendation, where it stands in so many texts that no index tells them apart.
create index search_text_of_recommendation on waymark.search_text (recommendation_id) where recommendation_id is not null;
do $do$
declare ops text;
begin
  -- The extension may stand in any schema of a server that others use too.
  select format('%I.gin_trgm_ops', n.nspname) into strict ops
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  -- Serves: the search for words that stand in few texts.
  execute format('create index search_text_words on waymark.search_text using gin (folded %s)', ops);
end
$do$;
`

/** What each table gives to the search, from `added`: its rows, or those that a statement has just inserted. */
const given: Readonly<Record<string, (added: string) => string>> = {
  recommendation: (added) =>
    `select dossier_id, root_id, 'recommendation', id, 0, waymark.fold(title || ' ' || text) from ${added}`,
  assessment: (added) =>
    `select dossier_id, recommendation_id, 'assessment', id, 0, waymark.fold(rationale) from ${added}`,
  evidence: (added) =>
    `select a.dossier_id, a.recommendation_id, 'evidence', a.id, e.position, waymark.fold(e.excerpt)
     from ${added} e join waymark.assessment a on a.id = e.assessment_id where e.excerpt is not null`,
  evidence_item: (added) =>
    `select dossier_id, null, 'item', id, 0, waymark.fold(excerpt) from ${added} where excerpt is not null`,
}

const fillings = Object.entries(given).map(
  ([table, select]) => `
insert into waymark.search_text ${select(`waymark.${table}`)};
create function waymark.${table}_to_search() returns trigger language plpgsql as $$
begin
  insert into waymark.search_text ${select('added')};
  return null;
end
$$;
create trigger ${table}_to_search after insert on waymark.${table}
  referencing new table as added for each statement execute function waymark.${table}_to_search();
`,
)

const files = `
alter table waymark.file_text add column folded text generated always as (waymark.fold(left(text, 200000))) stored;
drop index waymark.file_text_search, waymark.recommendation_search, waymark.assessment_search, waymark.evidence_search;
do $do$
declare ops text;
begin
  select format('%I.gin_trgm_ops', n.nspname) into strict ops
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  -- Serves: the search for words in files.
  execute format('create index file_text_search on waymark.file_text using gin (folded %s)', ops);
end
$do$;
`

const grants = 'grant select, insert on waymark.search_text to waymark_app;'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [texts, ...fillings, textIndexes, files, grants]) await sql.raw(part).execute(db)
  // A table whose words nobody has counted is searched by the wrong index until the server comes round to it.
  await sql.raw('analyze waymark.search_text, waymark.file_text').execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = Object.keys(given)
  await sql
    .raw(`
    ${tables.map((table) => `drop trigger ${table}_to_search on waymark.${table}; drop function waymark.${table}_to_search();`).join('\n')}
    drop table waymark.search_text;
    drop index waymark.file_text_search;
    alter table waymark.file_text drop column folded;
    do $do$
    declare ops text;
    begin
      select format('%I.gin_trgm_ops', n.nspname) into strict ops
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
      execute format($q$create index recommendation_search on waymark.recommendation using gin (waymark.fold(title || ' ' || text) %s)$q$, ops);
      execute format($q$create index assessment_search on waymark.assessment using gin (waymark.fold(rationale) %s)$q$, ops);
      execute format($q$create index evidence_search on waymark.evidence using gin (waymark.fold(excerpt) %s) where excerpt is not null$q$, ops);
      execute format($q$create index file_text_search on waymark.file_text using gin (waymark.fold(left(text, 200000)) %s)$q$, ops);
    end
    $do$;`)
    .execute(db)
}
