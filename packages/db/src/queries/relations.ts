import { type RawBuilder, sql } from 'kysely'
import type { PublicDatabase } from '../public-schema.ts'

/**
 * The named parts that queries are made of. Each is a relation (to be put in parentheses after `from`) or a condition,
 * at one cut through the record: effective by `asOf`, recorded by `knownAt`. The rules are those of the pure functions in
 * the domain packages; property tests over random histories demand that both agree.
 */

/** A cut through one dossier. `asOf` is a day, `knownAt` an instant, both as text. */
export type RecordCut = { readonly dossierId: number; readonly asOf: string; readonly knownAt: string }

type VersionedTable = {
  [T in keyof PublicDatabase]: PublicDatabase[T] extends { root_id: number; dossier_id: number } ? T : never
}[keyof PublicDatabase]

/** Condition: the version called `alias` was recorded by the cut and nothing that supersedes it was. */
export const isCurrent = (table: VersionedTable | 'dossier', alias: string, cut: Pick<RecordCut, 'knownAt'>): RawBuilder<boolean> => {
  const version = sql.ref(alias)
  return sql`${version}.recorded_at <= ${cut.knownAt}::timestamptz
    and not exists (select from ${sql.table(table)} later where later.supersedes_id is not null
                    and later.supersedes_id = ${version}.id and later.recorded_at <= ${cut.knownAt}::timestamptz)`
}

/** Relation: the versions in force of a table, one row a root. */
export const current = (table: VersionedTable, cut: RecordCut): RawBuilder<unknown> =>
  sql`(select v.* from ${sql.table(table)} v where v.dossier_id = ${cut.dossierId} and ${isCurrent(table, 'v', cut)})`

/** Relation `(id)`: assessments that no longer count at the cut, superseded by a known correction or withdrawn. */
export const dropped = (cut: RecordCut): RawBuilder<unknown> =>
  sql`(select c.supersedes_id as id from publication c
       where c.supersedes_id is not null and c.recorded_at <= ${cut.knownAt}::timestamptz and c.dossier_id = ${cut.dossierId}
       union all
       select w.assessment_id from withdrawal w where w.recorded_at <= ${cut.knownAt}::timestamptz)`

/**
 * Relation: recommendations that exist at `asOf` (from the last day of `issued`), with `left_on`: the day on which a later
 * one that replaces or merges it was issued, by `asOf`, or null. Columns of the version in force.
 */
export const recommendationsAt = (cut: RecordCut): RawBuilder<unknown> =>
  sql`(select r.id, r.root_id, r.key, r.area_id, r.title, r.basis, r.wording, r.issued, r.issued_last, r.review_months, taken.left_on
       from recommendation r
       left join (select l.target_id, min(n.issued_last) as left_on
                  from recommendation_lineage l join recommendation n on n.id = l.version_id
                  where l.kind in ('replaces', 'merges') and n.dossier_id = ${cut.dossierId}
                    and n.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'n', cut)}
                  group by l.target_id) taken on taken.target_id = r.root_id
       where r.dossier_id = ${cut.dossierId} and r.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'r', cut)})`

/** Relation `(version_id, side)`: whose side a recommendation is on, from the kinds of its addressees. */
export const sides = (cut: RecordCut): RawBuilder<unknown> =>
  sql`(select ra.version_id,
              case when bool_or(a.kind in ('state-body', 'court')) then 'partner'
                   when bool_or(a.kind = 'eu-institution') then 'eu' else 'other' end as side
       from recommendation_actor ra join ${current('actor', cut)} a on a.root_id = ra.actor_id
       where ra.role = 'addressee' group by ra.version_id)`

/**
 * Lateral relation, at most one row: the finding in force on `day` of the recommendation `id` (not of its steps).
 * Latest last effective day; ties to the later recorded, then the later id. `dropped_ids` must be a CTE of {@link dropped}.
 */
export const findingOn = (id: RawBuilder<unknown>, day: RawBuilder<unknown>, cut: RecordCut): RawBuilder<unknown> =>
  sql`(select p.assessment_id, p.effective, p.effective_last, p.level, p.state, p.contrary
       from publication p
       where p.recommendation_id = ${id} and p.step_id is null and p.effective_last <= ${day}
         and p.recorded_at <= ${cut.knownAt}::timestamptz and p.assessment_id not in (select id from dropped_ids)
       order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc limit 1)`

/**
 * Expression: how a recommendation stands on `day`, as one word: a level, `contrary`, `stale`, or a state
 * (`not-assessed` also where there is no finding). Only a level goes stale.
 */
export const standingWord = (finding: string, reviewMonths: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<string> => {
  const f = sql.ref(finding)
  return sql`case when ${f}.assessment_id is null then 'not-assessed'
                  when ${f}.state is not null then ${f}.state
                  when ${day} > (${f}.effective_last + make_interval(months => ${reviewMonths}))::date then 'stale'
                  when ${f}.contrary then 'contrary' else ${f}.level end`
}

/** Expression: place of a standing word among the levels; contrary lies below `none`; null for what is not known. */
export const rankOf = (word: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql`array_position(array['contrary', 'none', 'limited', 'some', 'substantial', 'full'], ${word})`
