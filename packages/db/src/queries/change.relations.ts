import { type RawBuilder, sql } from 'kysely'
import { isWaivedOn, isWithin, linkHolds, stateOf } from './gate.query.ts'
import {
  current,
  dropped,
  findingOn,
  findingsOn,
  hasLeft,
  isPartnerSide,
  type RecordCut,
  recommendationsAt,
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

/** A column of its own for a word by a method, where the method does not take each recommendation's own interval. */
const byMethod = (
  { freshnessMonths }: RecordCut,
  name: string,
  wordOf: (months: RawBuilder<unknown>) => RawBuilder<unknown>,
) =>
  typeof freshnessMonths === 'number'
    ? sql`, ${wordOf(sql`${freshnessMonths}::int`)} as ${sql.ref(name)}`
    : sql``

/** The column that holds it: that of the word `own`, where the method does. */
const columnOf = ({ freshnessMonths }: RecordCut, name: string, own: string) =>
  sql.ref(typeof freshnessMonths === 'number' ? name : own)

/**
 * CTEs `item` (recommendations of the partner's side in force at one of the cuts: area and standing word at each, null
 * where not in force) and `gate` (their required links: state at each, null where not listed), for two days of one record.
 *
 * Gates that had passed by the first day cannot change, and are left out. A gate ahead is judged by how its recommendation
 * stands on the day shown, which is at hand; one that passed in between takes a probe of its own. Words are worked out
 * before the states that name them several times, behind `offset 0`: flattened, each naming would work them out again.
 */
export const changesByDay = ({ from, to }: CutPair): RawBuilder<unknown> => {
  const [then, now] = [sql`${from.asOf}::date`, sql`${to.asOf}::date`]
  const recounted = { ...from, freshnessMonths: to.freshnessMonths ?? null }
  const [wordFrom, wordTo] = [
    (months: RawBuilder<unknown>) =>
      sql`case when r.issued_last <= ${then} then ${standingWord('a', months, then)} end`,
    (months: RawBuilder<unknown>) =>
      sql`case when r.left_on is null then ${standingWord('b', months, now)} end`,
  ]
  return sql`
  dropped_ids as materialized ${dropped(to)},
  ask as materialized (
    select r.root_id, r.area_id, r.review_months, r.left_on, a.assessment_id as finding_from, b.assessment_id as finding_to,
           ${wordFrom(ownMonths)} as own_from, ${wordTo(ownMonths)} as own_to
           ${byMethod(from, 'counted', wordFrom)} ${byMethod(recounted, 'word_from', wordFrom)} ${byMethod(to, 'word_to', wordTo)}
    from ${recommendationsAt(to)} r
    left join ${findingsOn(then, to)} a on a.recommendation_id = r.root_id
    left join ${findingsOn(now, to)} b on b.recommendation_id = r.root_id
    where ${isPartnerSide(sql`r.id`, to)} and not ${hasLeft(sql`r.root_id`, from)}),
  item as (
    select i.* from (
      select k.root_id, k.area_id as area_from, k.area_id as area_to, ${columnOf(from, 'k.counted', 'k.own_from')} as counted,
             ${columnOf(recounted, 'k.word_from', 'k.own_from')} as word_from, ${columnOf(to, 'k.word_to', 'k.own_to')} as word_to, k.finding_from, k.finding_to
      from ask k) i
    where i.word_from is not null or i.word_to is not null),
  step as materialized (
    select m.root_id, coalesce(m.occurred_last <= ${now}, false) as passed, least(m.occurred_last, ${now}) as at
    from ${current('milestone', to)} m where m.occurred_last is null or m.occurred_last > ${then}),
  set_aside as (
    select l.root_id as link_id from ${current('waiver', to)} w join ${current('linkage', to)} l on l.root_id = w.linkage_id
    join step m on m.root_id = l.milestone_id and ${isWithin('w', sql`m.at`)}),
  gate as materialized (
    select g.recommendation_id, g.milestone_id, g.required, g.passed,
           case when g.word_from is not null then ${stateOf(sql`g.word_from`, sql`g.required`, sql`false`, sql`g.waived_from`)} end as state_from,
           case when g.word_to is not null then ${stateOf(sql`g.word_to`, sql`g.required`, sql`g.passed`, sql`g.waived_to`)} end as state_to
    from (
      select l.recommendation_id, l.milestone_id, l.required, m.passed, ${isWaivedOn(sql`l.root_id`, then, to)} as waived_from,
             l.root_id in (select link_id from set_aside) as waived_to,
             case when ${linkHolds('l', then)} then k.own_from end as word_from,
             case when (k.left_on is null or k.left_on > m.at) and ${linkHolds('l', sql`m.at`)} then
               case when m.passed then ${standingWord('t', sql`k.review_months`, sql`m.at`)} else k.own_to end end as word_to
      from ${current('linkage', to)} l
      join step m on m.root_id = l.milestone_id
      join ask k on k.root_id = l.recommendation_id
      left join lateral ${findingOn(sql`case when m.passed then l.recommendation_id end`, sql`m.at`, to)} t on true
      where l.role = 'required'
      offset 0) g)`
}

/** CTEs `ask_<name>` and `gate_<name>`: the same at one cut, each with its word and state. */
const atCut = (name: 'from' | 'to', cut: RecordCut, recounted: RecordCut): RawBuilder<unknown> => {
  const day = sql`${cut.asOf}::date`
  const wordOf = (months: RawBuilder<unknown>) => standingWord('f', months, day)
  const [ask, gate] = [sql.ref(`ask_${name}`), sql.ref(`gate_${name}`)]
  return sql`
  ${ask} as materialized (
    with dropped_ids as materialized ${dropped(cut)}
    select r.root_id, r.area_id, r.review_months, r.left_on, f.assessment_id as finding, ${wordOf(ownMonths)} as own
           ${byMethod(cut, 'counted', wordOf)} ${byMethod(recounted, 'word', wordOf)}
    from ${recommendationsAt(cut)} r
    left join ${findingsOn(day, cut)} f on f.recommendation_id = r.root_id
    where ${isPartnerSide(sql`r.id`, cut)}),
  ${gate} as materialized (
    with dropped_ids as materialized ${dropped(cut)}
    select g.link_id, g.recommendation_id, g.milestone_id, g.required, g.passed, ${stateOf(sql`g.word`, sql`g.required`, sql`g.passed`, sql`g.waived`)} as state
    from (
      select l.root_id as link_id, l.recommendation_id, l.milestone_id, l.required, m.passed, ${isWaivedOn(sql`l.root_id`, sql`m.at`, cut)} as waived,
             case when m.passed then ${standingWord('t', sql`k.review_months`, sql`m.at`)} else k.own end as word
      from ${current('linkage', cut)} l
      join (select mm.root_id, coalesce(mm.occurred_last <= ${day}, false) as passed, least(mm.occurred_last, ${day}) as at
            from ${current('milestone', cut)} mm) m on m.root_id = l.milestone_id
      join ${ask} k on k.root_id = l.recommendation_id
      left join lateral ${findingOn(sql`case when m.passed then l.recommendation_id end`, sql`m.at`, cut)} t on true
      where l.role = 'required' and (k.left_on is null or k.left_on > m.at) and ${linkHolds('l', sql`m.at`)}
      offset 0) g)`
}

/** The same CTEs for one day as known at two instants, at which anything may differ. */
export const changesByRecord = ({ from, to }: CutPair): RawBuilder<unknown> => {
  const recounted = { ...from, freshnessMonths: to.freshnessMonths ?? null }
  return sql`
  ${atCut('from', from, recounted)}, ${atCut('to', to, to)},
  item as (
    select root_id, a.area_id as area_from, b.area_id as area_to, ${columnOf(from, 'a.counted', 'a.own')} as counted,
           ${columnOf(recounted, 'a.word', 'a.own')} as word_from, ${columnOf(to, 'b.word', 'b.own')} as word_to,
           a.finding as finding_from, b.finding as finding_to
    from (select * from ask_from where left_on is null) a full join (select * from ask_to where left_on is null) b using (root_id)),
  gate as materialized (
    select b.recommendation_id, b.milestone_id, b.required, b.passed, a.state as state_from, b.state as state_to
    from gate_to b left join gate_from a using (link_id))`
}
