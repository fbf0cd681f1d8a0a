// What: what is left of a case that was public and is no longer: an address and a day, without a name. Sources that only such a
//       case cites leave with it, for their titles may name somebody.
// Locks: nothing that holds rows; a new view, and that of sources is replaced.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

// The address is made of the number of the case's first version, which says nothing; keys of imported cases may hold names. It is
// the one that `case.query.ts` gives a case while it is public.
const tombstone = `
create view public_record.case_tombstone with (security_barrier) as
  select shown.dossier_id,
         'c' || left(encode(sha256(convert_to('waymark/case/' || shown.root_id, 'UTF8')), 'hex'), 12) as address,
         (coalesce(
           (select min(later.recorded_at) from waymark.case_record later where later.root_id = shown.root_id and later.id > shown.last_id),
           (select max(d.recorded_at) from waymark.case_decision d join waymark.case_proposal p on p.id = d.proposal_id
            where p.case_id = shown.root_id and p.change = 'erase')
         ) at time zone 'UTC')::date as taken_down_on
  from (select c.dossier_id, c.root_id, max(c.id) as last_id from waymark.case_record c
        where c.sensitivity = 'public' group by c.dossier_id, c.root_id) shown
  where not exists (select from public_record.case_record now where now.root_id = shown.root_id);
grant select on public_record.case_tombstone to waymark_public, waymark_app;
`

const columns = `
  select s.id, s.root_id, s.supersedes_id, s.dossier_id, s.key, s.title, s.publisher, s.kind, s.date, s.date_last, s.url, s.language, s.file,
         greatest(s.recorded_at, p.recorded_at) as recorded_at
  from waymark.source s join waymark.source_publication p on p.source_id = s.root_id`

/** Rows that cite a source by its first version. Of these no version is ever taken from readers. */
const citing = [
  'round',
  'commitment',
  'milestone',
  'recommendation',
  'uptake_event',
  'claim',
  'waiver',
  'milestone_event',
]

// Asked once a query: the sources of cases that were taken down, which are few. Only for these it is looked who else cites them.
const sources = `
create or replace view public_record.source with (security_barrier) as ${columns}
  where s.root_id not in (
      select cs.source_id from waymark.case_status cs
      where exists (select from waymark.case_record once where once.root_id = cs.case_id and once.sensitivity = 'public')
        and not exists (select from public_record.case_record now where now.root_id = cs.case_id))
    or exists (select from public_record.case_status r where r.source_id = s.root_id)
    or exists (select from public_record.evidence r where r.source_id = s.root_id)
    ${citing.map((table) => `or exists (select from waymark.${table} r where r.source_id = s.root_id)`).join('\n    ')};
`

const formerSources = `create or replace view public_record.source with (security_barrier) as ${columns};`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tombstone).execute(db)
  await sql.raw(sources).execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(formerSources).execute(db)
  await sql.raw('drop view public_record.case_tombstone').execute(db)
}
