import { type RawBuilder, sql } from 'kysely'
import type { PublicDatabase } from '../public-schema.ts'

/**
 * The named parts that queries are made of. Each is a relation (to be put in parentheses after `from`) or a condition,
 * at one cut through the record: effective by `asOf`, recorded by `knownAt`. The rules are those of the pure functions in
 * the domain packages; property tests over random histories demand that both agree.
 */

/**
 * A cut through one dossier. `asOf` is a day, `knownAt` an instant, both as text. `freshnessMonths`: how long a finding
 * is good for by the scoring method; absent or null: as long as each recommendation says. Gates never depend on it.
 */
export type RecordCut = {
  readonly dossierId: number
  readonly asOf: string
  readonly knownAt: string
  readonly freshnessMonths?: number | null
}

/** Expression: after how many months a finding on the recommendation called `alias` is out of date. */
export const reviewMonthsOf = (alias: string, { freshnessMonths }: RecordCut): RawBuilder<number> =>
  typeof freshnessMonths === 'number'
    ? sql`${freshnessMonths}::int`
    : sql`${sql.ref(`${alias}.review_months`)}`

type VersionedTable = {
  [T in keyof PublicDatabase]: PublicDatabase[T] extends { root_id: number; dossier_id: number } ? T : never
}[keyof PublicDatabase]

/** Tables whose versions can say that a thing was recorded by mistake. */
const voidable: readonly string[] = ['uptake_event', 'milestone_event', 'claim', 'case_status']

/** Condition: the version called `alias` was recorded by the cut, nothing that supersedes it was, and it is no mistake. */
export const isCurrent = (
  table: VersionedTable | 'dossier',
  alias: string,
  cut: Pick<RecordCut, 'knownAt'>,
): RawBuilder<boolean> => {
  const version = sql.ref(alias)
  return sql`${version}.recorded_at <= ${cut.knownAt}::timestamptz
    and not exists (select from ${sql.table(table)} later where later.supersedes_id is not null
                    and later.supersedes_id = ${version}.id and later.recorded_at <= ${cut.knownAt}::timestamptz)
    ${voidable.includes(table) ? sql`and not ${version}.void` : sql``}`
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

/** Condition on `r`: issued by `asOf`, in the version in force. */
const isIssued = (cut: RecordCut): RawBuilder<boolean> =>
  sql`r.dossier_id = ${cut.dossierId} and r.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'r', cut)}`

/** Join of a later recommendation `n` that takes another's place by `asOf`, to its lineage `l`. */
const takenPlace = (cut: RecordCut): RawBuilder<unknown> =>
  sql`recommendation_lineage l join recommendation n on n.id = l.version_id
      and l.kind in ('replaces', 'merges') and n.dossier_id = ${cut.dossierId}
      and n.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'n', cut)}`

/**
 * Relation: recommendations that exist at `asOf` (from the last day of `issued`), with `left_on`: the day on which a later
 * one that replaces or merges it was issued, by `asOf`, or null. Columns of the version in force.
 *
 * With `only`, a condition on `r` that leaves few of them, `left_on` is looked up for each; without, it is worked out for
 * all at once.
 */
export const recommendationsAt = (cut: RecordCut, only?: RawBuilder<unknown>): RawBuilder<unknown> =>
  only === undefined
    ? sql`(select ${recommendationColumns}, taken.left_on from recommendation r
           left join (select l.target_id, min(n.issued_last) as left_on from ${takenPlace(cut)} group by l.target_id) taken
             on taken.target_id = r.root_id
           where ${isIssued(cut)})`
    : sql`(select ${recommendationColumns}, ${leftOn(sql`r.root_id`, cut)} as left_on from recommendation r
           where ${isIssued(cut)} and ${only})`

const recommendationColumns = sql`r.id, r.root_id, r.key, r.area_id, r.title, r.basis, r.wording, r.issued, r.issued_last, r.review_months`

/** Condition: the recommendation `id` has left the counts by `asOf`. */
export const hasLeft = (id: RawBuilder<unknown>, cut: RecordCut): RawBuilder<boolean> =>
  sql`exists (select from ${takenPlace(cut)} where l.target_id = ${id})`

/** Expression: the day on which the recommendation `id` left the counts, by `asOf`, or null. */
export const leftOn = (id: RawBuilder<unknown>, cut: RecordCut): RawBuilder<string | null> =>
  sql`(select min(n.issued_last) from ${takenPlace(cut)} where l.target_id = ${id})`

/**
 * Relation: those of {@link recommendationsAt} that have not left: what is counted. An anti-join, of which the planner can
 * tell how many rows it leaves (`left_on is null` it takes for a rarity, and then picks plans for a handful of rows).
 */
export const countedAt = (cut: RecordCut): RawBuilder<unknown> =>
  sql`(select r.id, r.root_id, r.area_id, r.review_months from recommendation r
       where ${isIssued(cut)} and not ${hasLeft(sql`r.root_id`, cut)})`

const sideRank = sql`case when a.kind in ('state-body', 'court') then 1 when a.kind = 'eu-institution' then 2 else 3 end`
const sideNames = sql`array['partner', 'eu', 'other']`

/** Relation `(version_id, side)`: whose side every recommendation is on, from the kinds of its addressees. */
export const sides = (cut: RecordCut): RawBuilder<unknown> =>
  sql`(select ra.version_id, (${sideNames})[min(a.rank)] as side
       from recommendation_actor ra join (select a.root_id, ${sideRank} as rank from ${current('actor', cut)} a) a on a.root_id = ra.actor_id
       where ra.role = 'addressee' group by ra.version_id)`

/** Condition: the version `versionId` is on the partner's side. The same rule, for where the other sides do not matter. */
export const isPartnerSide = (versionId: RawBuilder<unknown>, cut: RecordCut): RawBuilder<boolean> =>
  sql`exists (select from recommendation_actor ra join ${current('actor', cut)} a on a.root_id = ra.actor_id and a.kind in ('state-body', 'court')
       where ra.role = 'addressee' and ra.version_id = ${versionId})`

/** Expression: the same of one version, for a few of them. */
export const sideOf = (versionId: RawBuilder<unknown>, cut: RecordCut): RawBuilder<string> =>
  sql`(select (${sideNames})[min(${sideRank})] from recommendation_actor ra join ${current('actor', cut)} a on a.root_id = ra.actor_id
       where ra.role = 'addressee' and ra.version_id = ${versionId})`

/** Condition: the version `versionId` of a recommendation is on a side. Costs half of a join with {@link sides}. */
export const isOnSide = (
  versionId: RawBuilder<unknown>,
  side: 'partner' | 'eu' | 'other',
  cut: RecordCut,
): RawBuilder<boolean> => {
  const partner = isPartnerSide(versionId, cut)
  if (side === 'partner') return partner
  const eu = sql`exists (select from recommendation_actor ra join ${current('actor', cut)} a on a.root_id = ra.actor_id and a.kind = 'eu-institution'
       where ra.role = 'addressee' and ra.version_id = ${versionId})`
  return sql`(${sql.raw(side === 'eu' ? '' : 'not')} ${eu} and not ${partner})`
}

const findingColumns = sql`p.assessment_id, p.effective, p.effective_last, p.level, p.state, p.contrary`

/** Condition: the finding `p` on a recommendation (not on a step) was effective by `day`, known, and not dropped. */
const isStanding = (day: RawBuilder<unknown>, cut: RecordCut): RawBuilder<boolean> =>
  sql`p.step_id is null and p.effective_last <= ${day} and p.recorded_at <= ${cut.knownAt}::timestamptz
      and p.assessment_id not in (select id from dropped_ids)`

/**
 * Lateral relation, at most one row: the finding in force on `day` of the recommendation `id` (not of its steps).
 * Latest last effective day; ties to the later recorded, then the later id. `dropped_ids` must be a CTE of {@link dropped}.
 * One probe of the index publication_in_force: for some recommendations, or days that differ.
 */
export const findingOn = (
  id: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  cut: RecordCut,
): RawBuilder<unknown> =>
  sql`(select ${findingColumns} from publication p
       where p.recommendation_id = ${id} and ${isStanding(day, cut)}
       order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc limit 1)`

/**
 * Relation: the finding in force on one day of every recommendation of the dossier, by the same rule. One pass over
 * publication_in_force, whose order is that of the rule: for the whole dossier it costs half of so many probes.
 */
export const findingsOn = (day: RawBuilder<unknown>, cut: RecordCut): RawBuilder<unknown> =>
  sql`(select distinct on (p.recommendation_id) p.recommendation_id, ${findingColumns} from publication p
       where p.dossier_id = ${cut.dossierId} and ${isStanding(day, cut)}
       order by p.recommendation_id, p.effective_last desc, p.recorded_at desc, p.assessment_id desc)`

/**
 * Relation: every finding on a recommendation that takes effect by `asOf`, with the days on which it is the one in force:
 * from its last effective day up to the day before `until` (null: still). The same rule once more, for many days at once;
 * a finding that gives way on its own first day is in force on none. One pass over publication_in_force.
 *
 * @param only a condition on `p` about its recommendation alone, so that it leaves or drops all findings on one
 */
export const findingSpans = (cut: RecordCut, only: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`(with dropped_ids as materialized ${dropped(cut)}
       select p.recommendation_id, ${findingColumns},
              lag(p.effective_last) over (partition by p.recommendation_id
                order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc) as until
       from publication p where p.dossier_id = ${cut.dossierId} and ${isStanding(sql`${cut.asOf}::date`, cut)} and ${only})`

/**
 * Expression: how a recommendation stands on `day`, as one word: a level, `contrary`, `stale`, or a state
 * (`not-assessed` also where there is no finding). Only a level goes stale.
 */
export const standingWord = (
  finding: string,
  reviewMonths: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<string> => {
  const f = sql.ref(finding)
  return sql`case when ${f}.assessment_id is null then 'not-assessed'
                  when ${f}.state is not null then ${f}.state
                  when ${day} > (${f}.effective_last + make_interval(months => ${reviewMonths}))::date then 'stale'
                  when ${f}.contrary then 'contrary' else ${f}.level end`
}

/** Expression: place of a standing word among the levels; contrary lies below `none`; null for what is not known. */
export const rankOf = (word: RawBuilder<unknown>): RawBuilder<number | null> =>
  sql`array_position(array['contrary', 'none', 'limited', 'some', 'substantial', 'full'], ${word})`
