import type { Level } from '@waymark/assessment/level'
import type { GateState, Since } from '@waymark/linkage/gate'
import type { LinkageRole } from '@waymark/linkage/linkage'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { eventsOf, isWithin, linkHolds, sinceOf, stateOf } from './gate.query.ts'
import {
  current,
  dropped,
  findingsOn,
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
  /** Milestones that lie ahead: all, or those with these keys. */
  readonly ahead?: 'all' | readonly string[] | undefined
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

const nothing = sql``

/** Relation: statements made by the day shown that a link's version `id` rests on. */
const statementsOf = (id: RawBuilder<unknown>, cut: RecordCut): RawBuilder<unknown> =>
  sql`linkage_commitment lc join ${current('commitment', cut)} c on c.root_id = lc.commitment_id and c.date_last <= ${cut.asOf}::date
      where lc.version_id = ${id}`

/** Conditions on a link `l`, its milestone `m` and its recommendation `r` with its side `s`. */
function listConditions(cut: RecordCut, filter: LinkFilter): RawBuilder<unknown>[] {
  const { area, role, side, track, milestone, recommendation, commitment, actor, restsOnNothing, ahead } =
    filter
  const statement = (and: RawBuilder<unknown>) =>
    sql`exists (select from ${statementsOf(sql`l.id`, cut)} ${and})`
  const rootOf = (table: 'area' | 'track' | 'actor', key: string) =>
    sql`(select x.root_id from ${current(table, cut)} x where x.key = ${key})`
  return [
    area === undefined ? [] : sql`r.area_id = ${rootOf('area', area)}`,
    role === undefined ? [] : sql`l.role = ${role}`,
    side === undefined ? [] : sql`s.side = ${side}`,
    track === undefined ? [] : sql`m.track_id = ${rootOf('track', track)}`,
    milestone === undefined ? [] : sql`m.key = ${milestone}`,
    recommendation === undefined ? [] : sql`r.key = ${recommendation}`,
    commitment === undefined ? [] : statement(sql`and c.key = ${commitment}`),
    actor === undefined ? [] : statement(sql`and c.actor_id = ${rootOf('actor', actor)}`),
    ahead === undefined ? [] : sql`not m.passed`,
    ahead === undefined || ahead === 'all' ? [] : sql`m.key = any(${[...ahead]}::text[])`,
    restsOnNothing ? sql`not ${statement(sql``)}` : [],
  ].flat()
}

/** Relation: the links that have a gate at the cut, out of those that the filter leaves (its state apart). */
function linksAt(
  cut: RecordCut,
  filter: LinkFilter,
  { side = filter.side !== undefined } = {},
): RawBuilder<unknown> {
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
const withLinks = (
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
function statesOf(cut: RecordCut, filter: LinkFilter, { since = false } = {}): RawBuilder<unknown> {
  const asOf = sql`${cut.asOf}::date`
  // What lies ahead is all judged on one day.
  const found =
    filter.ahead === undefined
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

export type GateDatum = {
  id: number
  ref: string
  milestone: string
  role: LinkageRole
  required: Level | null
  state: GateState
  since: Since | null
}

const roleOrder = sql`array_position(array['required', 'expected', 'context'], g.role)`

/** Every gate at the cut that the filter leaves, without how its recommendation stood: the matrix as data. */
export async function listGateData(db: Reader, cut: RecordCut, filter: LinkFilter): Promise<GateDatum[]> {
  const state = filter.state === undefined ? nothing : sql`where g.state = ${filter.state}`
  const { rows } = await sql<GateDatum>`
    ${withLinks(cut, filter)}
    select g.id, g.ref, g.milestone, g.role, g.required, g.state, g.since
    from ${statesOf(cut, filter, { since: true })} g ${state} order by g.place, ${roleOrder}, g.ref`.execute(
    db,
  )
  return rows
}

export type ReadinessRow = { milestone: string; met: number; unmet: number; unknown: number; waived: number }

/** How many counted gates of each milestone are in which state: of those that lie ahead, or of all. */
export async function listReadiness(
  db: Reader,
  cut: RecordCut,
  ahead?: LinkFilter['ahead'],
): Promise<ReadinessRow[]> {
  const filter: LinkFilter = { role: 'required', side: 'partner', ahead }
  const { rows } = await sql<ReadinessRow>`
    ${withLinks(cut, filter)}
    select g.milestone,
           count(*) filter (where g.state in ('met', 'met-at-passage')) as met,
           count(*) filter (where g.state in ('unmet', 'passed-while-unmet')) as unmet,
           count(*) filter (where g.state in ('unknown', 'passed-while-unknown')) as unknown,
           count(*) filter (where g.state = 'waived') as waived
    from ${statesOf(cut, filter)} g group by g.milestone`.execute(db)
  return rows
}

export type LinkedKeys = { areas: { key: string; title: string }[]; tracks: { key: string; title: string }[] }

/** Concern areas and tracks that carry links at the cut, in their order: what one can filter by. */
export async function listLinkedKeys(db: Reader, cut: RecordCut): Promise<LinkedKeys> {
  const issued = sql`r.issued_last <= ${cut.asOf}::date`
  const { rows } = await sql<LinkedKeys>`
    with link as materialized (
      select distinct r.area_id, l.milestone_id from ${current('linkage', cut)} l join ${current('recommendation', cut)} r on r.root_id = l.recommendation_id and ${issued})
    select coalesce((select json_agg(json_build_object('key', a.key, 'title', a.title) order by a.position, a.key) from ${current('area', cut)} a
                     where a.root_id in (select area_id from link)), '[]') as areas,
           coalesce((select json_agg(json_build_object('key', t.key, 'title', t.title) order by t.title, t.key) from ${current('track', cut)} t
                     where t.root_id in (select m.track_id from ${current('milestone', cut)} m where m.root_id in (select milestone_id from link))), '[]') as tracks`.execute(
    db,
  )
  return rows[0] ?? { areas: [], tracks: [] }
}

/** CTE `wanted`: the gates that a filter leaves, by their links; states are found only when one is asked for. */
const wanted = (cut: RecordCut, filter: LinkFilter): RawBuilder<unknown> =>
  filter.state === undefined
    ? sql`wanted as not materialized (select * from linked)`
    : sql`wanted as materialized (select * from ${statesOf(cut, filter)} w where w.state = ${filter.state})`

export type PageOf = { readonly limit: number; readonly offset: number }

export type MatrixPage = {
  /** Recommendations and links that the filter leaves, on all pages. */
  recommendations: number
  links: number
  /** Milestones that carry one of these links, on whichever page. */
  milestones: string[]
  /** Versions of the links of the page's recommendations. */
  linkIds: number[]
}

/** One page of the matrix: recommendations by concern area and reference, with the links that the filter leaves. */
export async function getMatrixPage(
  db: Reader,
  cut: RecordCut,
  filter: LinkFilter,
  { limit, offset }: PageOf,
): Promise<MatrixPage> {
  const { rows } = await sql<MatrixPage>`
    ${withLinks(cut, filter)}, ${wanted(cut, filter)},
    line as materialized (select g.recommendation_id, g.area_id, min(g.ref) as ref, count(*) as links from wanted g group by g.recommendation_id, g.area_id),
    page as materialized (
      select l.recommendation_id from line l join ${current('area', cut)} a on a.root_id = l.area_id
      order by a.position, a.key, l.ref limit ${limit} offset ${offset})
    select (select count(*) from line) as recommendations, (select coalesce(sum(links), 0)::bigint from line) as links,
           array(select g.milestone from wanted g group by g.milestone) as milestones,
           coalesce((select json_agg(g.id) from wanted g where g.recommendation_id in (select recommendation_id from page)), '[]') as "linkIds"`.execute(
    db,
  )
  return rows[0] ?? { recommendations: 0, links: 0, milestones: [], linkIds: [] }
}

export type LinkPage = { links: number; linkIds: number[] }

/** One page of the links that the filter leaves, in the order of the agreement's life or by concern area. */
export async function getLinkPage(
  db: Reader,
  cut: RecordCut,
  filter: LinkFilter,
  group: 'milestone' | 'area',
  { limit, offset }: PageOf,
): Promise<LinkPage> {
  const life = sql`g.place, ${roleOrder}, g.ref`
  const order = group === 'area' ? sql`a.position, a.key, g.ref, ${life}` : life
  const { rows } = await sql<LinkPage>`
    ${withLinks(cut, filter)},
    ${wanted(cut, filter)},
    page as materialized (
      select g.id, row_number() over (order by ${order}) as n from wanted g join ${current('area', cut)} a on a.root_id = g.area_id
      order by n limit ${limit} offset ${offset})
    select (select count(*) from wanted) as links, coalesce((select json_agg(p.id order by p.n) from page p), '[]') as "linkIds"`.execute(
    db,
  )
  return rows[0] ?? { links: 0, linkIds: [] }
}

/**
 * Versions of the links whose gates are counted, unmet or unknown, at milestones that lie ahead: the first `most` of each
 * milestone, unmet ones before unknown ones. All of them are judged on one day.
 */
export async function listOpenLinks(
  db: Reader,
  cut: RecordCut,
  milestones: readonly string[],
  most: number,
): Promise<number[]> {
  const filter: LinkFilter = { role: 'required', side: 'partner', ahead: milestones }
  const { rows } = await sql<{ id: number }>`
    ${withLinks(cut, filter)},
    open as (
      select g.id, g.place, row_number() over (partition by g.milestone order by g.state desc, g.ref) as n
      from ${statesOf(cut, filter)} g where g.state in ('unmet', 'unknown'))
    select o.id from open o where o.n <= ${most} order by o.place, o.n`.execute(db)
  return rows.map(({ id }) => id)
}

export type StatementRow = {
  key: string
  actorKey: string
  actorName: string
  date: string
  summary: string
  sourceId: number
  locator: string | null
}

/** Statements made by the day shown, by institution (in the order of its first one) and date. */
export async function listStatements(db: Reader, cut: RecordCut): Promise<StatementRow[]> {
  const { rows } = await sql<StatementRow>`
    select c.key, a.key as "actorKey", a.name as "actorName", c.date, c.summary, c.source_id as "sourceId", c.locator
    from ${current('commitment', cut)} c join ${current('actor', cut)} a on a.root_id = c.actor_id
    where c.date_last <= ${cut.asOf}::date
    order by min(c.date_last) over (partition by a.key), a.key, c.date_last, c.key`.execute(db)
  return rows
}

/** Counted gates that are alike: of one state, resting on the same statements made by the day shown. */
export type ConditionCount = { state: GateState; commitments: string[]; count: number }

export async function listConditionCounts(db: Reader, cut: RecordCut): Promise<ConditionCount[]> {
  const { rows } = await sql<ConditionCount>`
    ${withLinks(cut, { role: 'required', side: 'partner' })}
    select g.state, g.commitments, count(*) as count from (
      select s.state, array(select c.key from ${statementsOf(sql`s.id`, cut)} order by c.key) as commitments from ${statesOf(cut, {})} s) g
    group by g.state, g.commitments order by g.commitments, g.state`.execute(db)
  return rows
}
