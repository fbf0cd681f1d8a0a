import { type RawBuilder, sql } from 'kysely'
import { isWaivedOn, linkHolds, stateOf } from './gate.query.ts'
import {
  current,
  dropped,
  findingOn,
  findingSpans,
  findingsOn,
  hasLeft,
  isInForce,
  isPartnerSide,
  type RecordCut,
  recommendationsAt,
  reviewMonthsOf,
  standingWord,
} from './relations.ts'

/**
 * Two cuts through one dossier: two days as known at one instant, or one day as known at two. `from.freshnessMonths` is
 * that of the method by which the first was counted; what happened to an item is told by the method of the second.
 */
export type CutPair = { readonly from: RecordCut; readonly to: RecordCut }

/** True for two days of one record: then versions, links and waivers are the same, and what had passed stays as it was. */
export const isOneRecord = ({ from, to }: CutPair): boolean => from.knownAt === to.knownAt

const ownMonths = sql`r.review_months`

/** Expression: a standing by a method, which is the word `own` where the method takes each recommendation's own interval. */
const wordBy = (cut: RecordCut, finding: string, day: RawBuilder<unknown>, own: RawBuilder<unknown>) =>
  typeof cut.freshnessMonths === 'number' ? standingWord(finding, reviewMonthsOf('r', cut), day) : own

/**
 * CTEs `item` (recommendations of the partner's side in force at one of the cuts: area and standing word at each, null
 * where not in force) and `gate` (their required links: state at each, null where not listed), for two days of one record.
 *
 * Gates that had passed by the first day cannot change, and are left out. A gate ahead is judged by how its recommendation
 * stands on the day shown, which is at hand; one that passed in between takes a probe of its own.
 */
export const changesByDay = ({ from, to }: CutPair): RawBuilder<unknown> => {
  const [then, now] = [sql`${from.asOf}::date`, sql`${to.asOf}::date`]
  const recounted = { ...from, freshnessMonths: to.freshnessMonths ?? null }
  const [ownFrom, ownTo] = [standingWord('a', ownMonths, then), standingWord('b', ownMonths, now)]
  // On one day for all, so that the waivers of that day are read once; at a passage, by the link.
  const waived = (day: RawBuilder<unknown>) => isWaivedOn(sql`l.root_id`, day, to)
  const waivedTo = sql`case when m.passed then ${waived(sql`m.at`)} else ${waived(now)} end`
  return sql`
  dropped_ids as materialized ${dropped(to)},
  finding as materialized (
    select f.* from ${findingSpans(to)} f where f.until is null or ${isInForce('f', then)}),
  ask as materialized (
    select r.root_id, r.area_id, r.review_months, r.left_on, a.assessment_id as finding_from, b.assessment_id as finding_to,
           case when r.issued_last <= ${then} then ${ownFrom} end as own_from, case when r.left_on is null then ${ownTo} end as own_to,
           case when r.issued_last <= ${then} then ${wordBy(from, 'a', then, ownFrom)} end as counted,
           case when r.issued_last <= ${then} then ${wordBy(recounted, 'a', then, ownFrom)} end as word_from,
           case when r.left_on is null then ${wordBy(to, 'b', now, ownTo)} end as word_to
    from ${recommendationsAt(to)} r
    left join finding a on a.recommendation_id = r.root_id and ${isInForce('a', then)}
    left join finding b on b.recommendation_id = r.root_id and b.until is null
    where ${isPartnerSide(sql`r.id`, to)} and not ${hasLeft(sql`r.root_id`, from)}),
  item as (
    select k.root_id, k.area_id as area_from, k.area_id as area_to, k.counted, k.word_from, k.word_to, k.finding_from, k.finding_to from ask k
    where k.word_from is not null or k.word_to is not null),
  gate as materialized (
    select l.recommendation_id, l.milestone_id, l.required, m.passed,
           case when k.own_from is not null and ${linkHolds('l', then)} then ${stateOf(sql`k.own_from`, sql`l.required`, sql`false`, waived(then))} end as state_from,
           case when (k.left_on is null or k.left_on > m.at) and ${linkHolds('l', sql`m.at`)} then
             ${stateOf(sql`case when m.passed then ${standingWord('t', sql`k.review_months`, sql`m.at`)} else k.own_to end`, sql`l.required`, sql`m.passed`, waivedTo)} end as state_to
    from ${current('linkage', to)} l
    join (select mm.root_id, coalesce(mm.occurred_last <= ${now}, false) as passed, least(mm.occurred_last, ${now}) as at
          from ${current('milestone', to)} mm where mm.occurred_last is null or mm.occurred_last > ${then}) m on m.root_id = l.milestone_id
    join ask k on k.root_id = l.recommendation_id
    left join lateral ${findingOn(sql`case when m.passed then l.recommendation_id end`, sql`m.at`, to)} t on true
    where l.role = 'required')`
}

/** CTEs `ask_<name>` and `gate_<name>`: the same at one cut, each with its word and state. */
const atCut = (name: 'from' | 'to', cut: RecordCut, recounted: RecordCut): RawBuilder<unknown> => {
  const day = sql`${cut.asOf}::date`
  const own = standingWord('f', ownMonths, day)
  const [ask, gate] = [sql.ref(`ask_${name}`), sql.ref(`gate_${name}`)]
  return sql`
  ${ask} as materialized (
    with dropped_ids as materialized ${dropped(cut)}
    select r.root_id, r.area_id, r.review_months, r.left_on, f.assessment_id as finding, ${own} as own,
           ${wordBy(cut, 'f', day, own)} as counted, ${wordBy(recounted, 'f', day, own)} as word
    from ${recommendationsAt(cut)} r
    left join ${findingsOn(day, cut)} f on f.recommendation_id = r.root_id
    where ${isPartnerSide(sql`r.id`, cut)}),
  ${gate} as materialized (
    with dropped_ids as materialized ${dropped(cut)}
    select l.root_id as link_id, l.recommendation_id, l.milestone_id, l.required, m.passed,
           ${stateOf(sql`case when m.passed then ${standingWord('t', sql`k.review_months`, sql`m.at`)} else k.own end`, sql`l.required`, sql`m.passed`, isWaivedOn(sql`l.root_id`, sql`m.at`, cut))} as state
    from ${current('linkage', cut)} l
    join (select mm.root_id, coalesce(mm.occurred_last <= ${day}, false) as passed, least(mm.occurred_last, ${day}) as at
          from ${current('milestone', cut)} mm) m on m.root_id = l.milestone_id
    join ${ask} k on k.root_id = l.recommendation_id
    left join lateral ${findingOn(sql`case when m.passed then l.recommendation_id end`, sql`m.at`, cut)} t on true
    where l.role = 'required' and (k.left_on is null or k.left_on > m.at) and ${linkHolds('l', sql`m.at`)})`
}

/** The same CTEs for one day as known at two instants, at which anything may differ. */
export const changesByRecord = ({ from, to }: CutPair): RawBuilder<unknown> => sql`
  ${atCut('from', from, { ...from, freshnessMonths: to.freshnessMonths ?? null })}, ${atCut('to', to, to)},
  item as (
    select root_id, a.area_id as area_from, b.area_id as area_to, a.counted, a.word as word_from, b.word as word_to,
           a.finding as finding_from, b.finding as finding_to
    from (select * from ask_from where left_on is null) a full join (select * from ask_to where left_on is null) b using (root_id)),
  gate as materialized (
    select b.recommendation_id, b.milestone_id, b.required, b.passed, a.state as state_from, b.state as state_to
    from gate_to b left join gate_from a using (link_id))`
