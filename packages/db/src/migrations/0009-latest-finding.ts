// What: of each recommendation the finding that is in force once all that is recorded is known and all its days have come: a projection,
//       kept by triggers. Ordering a register by findings read every finding of ten years for the one of today.
// Locks: none that matters; fills a table of one row a recommendation.
// Re-run: not needed; runs in one transaction and is recorded by the migrator.
import { type Kysely, sql } from 'kysely'

// The rule is that of findingOn in queries/relations.ts; a property test holds them together. All writes of the record take turns
// (in-transaction.ts), so that no two settle the same recommendation at once.
const projection = `
create table waymark.latest_finding (
  recommendation_id bigint primary key references waymark.recommendation (id),
  assessment_id bigint,
  effective waymark.partial_date,
  effective_last date,
  level text,
  state text,
  contrary boolean,
  confidence text,
  author_name text,
  settled_at timestamptz(3) not null
);
comment on table waymark.latest_finding is 'Projection: the finding of a recommendation that is in force when everything is known and every day has come; no assessment where none is left. settled_at is the instant at which its last finding or withdrawal was recorded.';

create function waymark.settle_findings(ids bigint[]) returns void language sql as $$
  insert into waymark.latest_finding
    (recommendation_id, assessment_id, effective, effective_last, level, state, contrary, confidence, author_name, settled_at)
  select r.id, f.assessment_id, f.effective, f.effective_last, f.level, f.state, f.contrary, a.confidence, a.author_name,
         greatest((select max(p.recorded_at) from waymark.publication p where p.recommendation_id = r.id),
                  (select max(w.recorded_at) from waymark.withdrawal w where w.recommendation_id = r.id))
  from (select distinct id from unnest(ids) as id) r
  left join lateral (
    select p.* from waymark.publication p
    where p.recommendation_id = r.id and p.step_id is null
      and not exists (select from waymark.publication c where c.supersedes_id = p.assessment_id)
      and not exists (select from waymark.withdrawal w where w.assessment_id = p.assessment_id)
    order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc limit 1) f on true
  left join waymark.assessment a on a.id = f.assessment_id
  on conflict (recommendation_id) do update set
    assessment_id = excluded.assessment_id, effective = excluded.effective, effective_last = excluded.effective_last,
    level = excluded.level, state = excluded.state, contrary = excluded.contrary, confidence = excluded.confidence,
    author_name = excluded.author_name, settled_at = excluded.settled_at
$$;
select waymark.settle_findings(array(select recommendation_id from waymark.publication));
create function waymark.settle_added() returns trigger language plpgsql as $$
begin
  perform waymark.settle_findings(array(select recommendation_id from added));
  return null;
end
$$;
create trigger publication_settles after insert on waymark.publication
  referencing new table as added for each statement execute function waymark.settle_added();
create trigger withdrawal_settles after insert on waymark.withdrawal
  referencing new table as added for each statement execute function waymark.settle_added();
grant select, insert, update on waymark.latest_finding to waymark_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(projection).execute(db)
  await sql.raw('analyze waymark.latest_finding').execute(db)
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    drop trigger publication_settles on waymark.publication;
    drop trigger withdrawal_settles on waymark.withdrawal;
    drop function waymark.settle_added(), waymark.settle_findings(bigint[]);
    drop table waymark.latest_finding;`)
    .execute(db)
}
