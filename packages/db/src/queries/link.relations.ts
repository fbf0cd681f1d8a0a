import type { GateState } from '@waymark/linkage/gate'
import type { LinkageRole } from '@waymark/linkage/linkage'
import { type RawBuilder, sql } from 'kysely'
import { eventsOf, isWithin, linkHolds, sinceOf, stateOf } from './gate.query.ts'
import {
  current,
  dropped,
  findingsOn,
  isOnSide,
  type RecordCut,
  recommendationsAt,
  sides,
  standingWord,
} from './relations.ts'

/**
 * Which links of a dossier. Keys that name nothing leave none. `commitment` and `actor`: those that rest on a statement
 * made by the day shown; `restsOnNothing`: those that rest on no such statement.
 */
export type LinkFilter = {
  readonly area?: string | undefined
  readonly role?: LinkageRole | undefined
  readonly side?: 'partner' | 'eu' | 'other' | undefined
  readonly state?: GateState | undefined
  readonly track?: string | undefined
  readonly milestone?: string | undefined
  readonly recommendation?: string | undefined
  readonly commitment?: string | undefined
  readonly actor?: string | undefined
  readonly restsOnNothing?: boolean | undefined
  /** Those of milestones that lie ahead, or have passed. */
  readonly when?: 'ahead' | 'passed' | undefined
  /** Out of these versions of links. */
  readonly linkIds?: readonly number[] | undefined
}

/** Relation: milestones with their place in the agreement's life at the cut, and the day on which their gates are judged. */
const placedMilestones = (cut: RecordCut): RawBuilder<unknown> => {
  const asOf = sql`${cut.asOf}::date`
  const occurred = sql`case when m.occurred_last <= ${asOf} then m.occurred_last end`
  return sql`(
    select m.root_id, m.key, m.track_id, m.occurred_last is not null and m.occurred_last <= ${asOf} as passed,
           least(m.occurred_last, ${asOf}) as at,
           row_number() over (order by ${occurred} nulls last, coalesce(e.moved_last, m.planned_last, m.occurred_last) nulls last, m.key) as place
    from ${current('milestone', cut)} m cross join ${eventsOf(cut)})`
}

export const nothing = sql``

/** Relation: statements made by the day shown that a link's version `id` rests on. */
export const statementsOf = (id: RawBuilder<unknown>, cut: RecordCut): RawBuilder<unknown> =>
  sql`linkage_commitment lc join ${current('commitment', cut)} c on c.root_id = lc.commitment_id and c.date_last <= ${cut.asOf}::date
      where lc.version_id = ${id}`

/** Conditions on a link `l`, its milestone `m` and its recommendation `r`. */
function listConditions(cut: RecordCut, filter: LinkFilter): RawBuilder<unknown>[] {
  const { area, role, side, track, milestone, recommendation, commitment, actor, restsOnNothing } = filter
  const { when, linkIds } = filter
  const statement = (and: RawBuilder<unknown>) =>
    sql`exists (select from ${statementsOf(sql`l.id`, cut)} ${and})`
  const rootOf = (table: 'area' | 'track' | 'actor', key: string) =>
    sql`(select x.root_id from ${current(table, cut)} x where x.key = ${key})`
  return [
    area === undefined ? [] : sql`r.area_id = ${rootOf('area', area)}`,
    role === undefined ? [] : sql`l.role = ${role}`,
    side === undefined ? [] : isOnSide(sql`r.id`, side, cut),
    track === undefined ? [] : sql`m.track_id = ${rootOf('track', track)}`,
    milestone === undefined ? [] : sql`m.key = ${milestone}`,
    recommendation === undefined ? [] : sql`r.key = ${recommendation}`,
    commitment === undefined ? [] : statement(sql`and c.key = ${commitment}`),
    actor === undefined ? [] : statement(sql`and c.actor_id = ${rootOf('actor', actor)}`),
    when === undefined ? [] : when === 'ahead' ? sql`not m.passed` : sql`m.passed`,
    linkIds === undefined ? [] : sql`l.id = any(${[...linkIds]}::bigint[])`,
    restsOnNothing ? sql`not ${statement(sql``)}` : [],
  ].flat()
}

/** Relation: the links that have a gate at the cut, out of those that the filter leaves (its state apart). */
export function linksAt(cut: RecordCut, filter: LinkFilter, { side = false } = {}): RawBuilder<unknown> {
  const conditions = [
    sql`(r.left_on is null or r.left_on > m.at)`,
    linkHolds('l', sql`m.at`),
    ...listConditions(cut, filter),
  ]
  return sql`(
    select l.id, l.root_id as link_id, l.role, l.required, r.root_id as recommendation_id, r.key as ref, r.area_id, r.review_months,
           ${side ? sql`s.side,` : nothing} m.root_id as milestone_id, m.key as milestone, m.place, m.passed, m.at
    from ${current('linkage', cut)} l
    join ${placedMilestones(cut)} m on m.root_id = l.milestone_id
    join ${recommendationsAt(cut)} r on r.root_id = l.recommendation_id
    ${side ? sql`left join ${sides(cut)} s on s.version_id = r.id` : nothing}
    where ${sql.join(conditions, sql` and `)})`
}

/** Filters that leave few recommendations: then only their findings are gathered. */
const isNarrow = ({ area, milestone, recommendation, commitment, actor }: LinkFilter): boolean =>
  [area, milestone, recommendation, commitment, actor].some((key) => key !== undefined)

/**
 * Relation: every finding of each recommendation, as arrays in the order of the rule that picks the one in force (last
 * effective day, then recorded, then id): `days`, and `words` without staleness. `dropped_ids` must be a CTE, and `linked`.
 * For gates on many days at once: one pass over the findings, where a probe a gate costs three times as much.
 */
const findingSeries = (cut: RecordCut, filter: LinkFilter): RawBuilder<unknown> => {
  const order = sql`order by p.effective_last, p.recorded_at, p.assessment_id`
  return sql`(
    select p.recommendation_id, array_agg(p.effective_last ${order}) as days,
           array_agg(case when p.state is not null then p.state when p.contrary then 'contrary' else p.level end ${order}) as words
    from publication p
    where p.dossier_id = ${cut.dossierId} and p.step_id is null and p.recorded_at <= ${cut.knownAt}::timestamptz
      and p.assessment_id not in (select id from dropped_ids)
      ${isNarrow(filter) ? sql`and p.recommendation_id in (select recommendation_id from linked)` : nothing}
    group by p.recommendation_id)`
}

/** Expression: the standing word on `day` from a series `f` of {@link findingSeries} at the place `n` that the day has in it. */
const wordAt = (n: string, day: RawBuilder<unknown>): RawBuilder<string> => {
  const i = sql.ref(n)
  return sql`case when coalesce(${i}, 0) = 0 then 'not-assessed'
                  when f.words[${i}] not in ('not-assessed', 'no-information', 'not-applicable', 'withdrawn')
                       and ${day} > (f.days[${i}] + make_interval(months => k.review_months))::date then 'stale'
                  else f.words[${i}] end`
}

/** What begins every statement on states: the findings that no longer count, the links, and those waived on their day. */
export const withLinks = (
  cut: RecordCut,
  filter: LinkFilter,
  options?: { readonly side?: boolean },
): RawBuilder<unknown> =>
  sql`with dropped_ids as materialized ${dropped(cut)}, linked as materialized ${linksAt(cut, filter, options)},
      set_aside as materialized (
        select distinct k.link_id from linked k join ${current('waiver', cut)} wv on wv.linkage_id = k.link_id and ${isWithin('wv', sql`k.at`)})`

/**
 * Relation: the links of the CTE `linked` with the state of their gates, and what came since when that is asked for.
 * Not flattened into what it is part of, so that each state is worked out once.
 */
export function statesOf(cut: RecordCut, filter: LinkFilter, { since = false } = {}): RawBuilder<unknown> {
  const asOf = sql`${cut.asOf}::date`
  // What lies ahead is all judged on one day.
  const found =
    filter.when !== 'ahead'
      ? {
          word: wordAt('i.judged', sql`k.at`),
          now: wordAt('i.shown', asOf),
          findings: sql`
            left join ${findingSeries(cut, filter)} f on f.recommendation_id = k.recommendation_id
            cross join lateral (select width_bucket(k.at, f.days) as judged ${since ? sql`, width_bucket(${asOf}, f.days) as shown` : nothing} offset 0) i`,
        }
      : {
          word: standingWord('f', sql`k.review_months`, asOf),
          now: standingWord('f', sql`k.review_months`, asOf),
          findings: sql`left join ${findingsOn(asOf, cut)} f on f.recommendation_id = k.recommendation_id`,
        }
  return sql`(
    select w.*, ${stateOf(sql`w.word`, sql`w.required`, sql`w.passed`, sql`w.waived`)} as state
           ${since ? sql`, ${sinceOf(sql`w.passed`, sql`w.word`, sql`w.now_word`)} as since` : nothing}
    from (
      select k.*, ${found.word} as word, a.link_id is not null as waived ${since ? sql`, ${found.now} as now_word` : nothing}
      from linked k
      ${found.findings}
      left join set_aside a on a.link_id = k.link_id
      offset 0) w
    offset 0)`
}
