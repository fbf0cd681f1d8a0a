import type { Level } from '@waymark/assessment/level'
import type { GateState, Since } from '@waymark/linkage/gate'
import type { LinkageRole } from '@waymark/linkage/linkage'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import {
  current,
  dropped,
  findingOn,
  findingsOn,
  type RecordCut,
  rankOf,
  recommendationsAt,
  sideOf,
  sides,
  standingWord,
} from './relations.ts'

/** A word of {@link standingWord} with the level beside it (also of contrary and stale ones). */
export type StandingRow = { word: string; level: Level | null }

export type GateRow = {
  /** The version of the link, and its first version. */
  id: number
  linkId: number
  ref: string
  title: string
  area: number
  areaKey: string
  areaTitle: string
  side: 'partner' | 'eu' | 'other'
  milestoneId: number
  milestone: string
  role: LinkageRole
  required: Level | null
  note: string | null
  at: string
  state: GateState
  since: Since | null
  thenWord: string
  thenLevel: Level | null
  /** When the finding that the gate was judged by took effect; null where there was none. */
  thenEffective: string | null
  nowWord: string
  nowLevel: Level | null
}

export type GateFilter = {
  /** Versions of links. */
  readonly linkIds?: readonly number[]
  readonly recommendationIds?: readonly number[]
  readonly milestoneIds?: readonly number[]
  readonly milestone?: string
}

const nothing = sql``
const waivedWords = sql`('not-applicable', 'withdrawn')`
const unknownWords = sql`('not-assessed', 'no-information', 'stale')`

/** Expression: the state of a gate from the standing word it is judged by, the level it requires, whether it has passed and is waived. */
export const stateOf = (
  word: RawBuilder<unknown>,
  required: RawBuilder<unknown>,
  passed: RawBuilder<unknown>,
  waived: RawBuilder<unknown>,
): RawBuilder<GateState> =>
  sql`case when ${waived} or ${word} in ${waivedWords} then 'waived'
           when ${word} in ${unknownWords} or ${required} is null then case when ${passed} then 'passed-while-unknown' else 'unknown' end
           when ${word} <> 'contrary' and ${rankOf(word)} >= ${rankOf(required)} then case when ${passed} then 'met-at-passage' else 'met' end
           else case when ${passed} then 'passed-while-unmet' else 'unmet' end end`

/** Expression: what came after passage, from the standing words at passage and now; null while ahead, and where one is not known. */
export const sinceOf = (
  passed: RawBuilder<unknown>,
  then: RawBuilder<unknown>,
  now: RawBuilder<unknown>,
): RawBuilder<Since | null> =>
  sql`case when not ${passed} then null
           when ${rankOf(now)} > ${rankOf(then)} then 'improved'
           when ${rankOf(now)} = ${rankOf(then)} then 'unchanged'
           when ${rankOf(now)} < ${rankOf(then)} then 'worsened' end`

/** Condition: the link called `link` holds on `day`. */
export const linkHolds = (link: string, day: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`(${sql.ref(`${link}.ended_last`)} is null or ${sql.ref(`${link}.ended_last`)} > ${day})`

/** Condition: the waiver called `waiver` holds on `day`. */
export const isWithin = (waiver: string, day: RawBuilder<unknown>): RawBuilder<boolean> => {
  const w = sql.ref(waiver)
  return sql`(${w}.effective_last <= ${day} and (${w}.ended_last is null or ${w}.ended_last > ${day}))`
}

/** Condition: a waiver of the link whose first version is `rootId` holds on `day`. */
export const isWaivedOn = (
  rootId: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
  cut: RecordCut,
): RawBuilder<boolean> =>
  sql`exists (select from ${current('waiver', cut)} wv where wv.linkage_id = ${rootId} and ${isWithin('wv', day)})`

/** Condition on a recommendation `r`, or none: those that a filter leaves, when it leaves few. */
function getOnly(
  cut: RecordCut,
  { linkIds, recommendationIds, milestoneIds, milestone }: GateFilter,
): RawBuilder<unknown> | undefined {
  if (linkIds !== undefined)
    return sql`r.root_id in (select k.recommendation_id from linkage k where k.id = any(${[...linkIds]}::bigint[]))`
  if (recommendationIds !== undefined) return sql`r.root_id = any(${[...recommendationIds]}::bigint[])`
  if (milestoneIds === undefined && milestone === undefined) return undefined
  const ids =
    milestoneIds === undefined
      ? sql`(select root_id from ${current('milestone', cut)} m where m.key = ${milestone})`
      : sql`${[...milestoneIds]}::bigint[]`
  return sql`r.root_id in (select k.recommendation_id from linkage k where k.dossier_id = ${cut.dossierId} and k.milestone_id = any(${ids}))`
}

/**
 * Relation: gates at the cut, by the rules of @waymark/linkage/gate. Evaluated at the earlier of `asOf` and the milestone's
 * occurrence; a recommendation that had left the counts by that day has no gate there. Without a filter most
 * recommendations take part: their findings at `asOf` are then read in one pass.
 */
function gatesAt(cut: RecordCut, filter: GateFilter): RawBuilder<unknown> {
  const asOf = sql`${cut.asOf}::date`
  const [then, now] = [sql`w.then_word`, sql`w.now_word`]
  const only = getOnly(cut, filter)
  return sql`(
    with linked as (
      select l.id, l.root_id as link_id, l.role, l.required, l.note, r.root_id as recommendation_id, r.key as ref, r.title, r.area_id, r.review_months,
             ${only === undefined ? sql`s.side` : sideOf(sql`r.id`, cut)} as side,
             m.root_id as milestone_id, m.key as milestone, m.position_day,
             m.occurred_last is not null and m.occurred_last <= ${asOf} as passed, least(m.occurred_last, ${asOf}) as at
      from ${current('linkage', cut)} l
      join (select root_id, key, occurred_last, coalesce(occurred_last, planned_last) as position_day from ${current('milestone', cut)} mm) m
        on m.root_id = l.milestone_id
      join ${recommendationsAt(cut, only)} r on r.root_id = l.recommendation_id
      ${only === undefined ? sql`left join ${sides(cut)} s on s.version_id = r.id` : nothing}
      where (r.left_on is null or r.left_on > least(m.occurred_last, ${asOf}))
      and ${linkHolds('l', sql`least(m.occurred_last, ${asOf})`)}
      ${filter.linkIds ? sql`and l.id = any(${[...filter.linkIds]}::bigint[])` : nothing}
      ${filter.recommendationIds ? sql`and l.recommendation_id = any(${[...filter.recommendationIds]}::bigint[])` : nothing}
      ${filter.milestoneIds ? sql`and l.milestone_id = any(${[...filter.milestoneIds]}::bigint[])` : nothing}
      ${filter.milestone !== undefined ? sql`and m.key = ${filter.milestone}` : nothing}),
    words as (
      select k.*, case when k.passed then ${standingWord('t', sql`k.review_months`, sql`k.at`)} else ${standingWord('n', sql`k.review_months`, asOf)} end as then_word,
             case when k.passed then t.level else n.level end as then_level,
             case when k.passed then t.effective else n.effective end as then_effective,
             ${standingWord('n', sql`k.review_months`, asOf)} as now_word, n.level as now_level,
             ${isWaivedOn(sql`k.link_id`, sql`k.at`, cut)} as waived
      from linked k
      left join ${
        only === undefined
          ? sql`${findingsOn(asOf, cut)} n on n.recommendation_id = k.recommendation_id`
          : sql`lateral ${findingOn(sql`k.recommendation_id`, asOf, cut)} n on true`
      }
      left join lateral ${findingOn(sql`k.recommendation_id`, sql`k.at`, cut)} t on k.passed)
    select w.*,
      ${stateOf(then, sql`w.required`, sql`w.passed`, sql`w.waived`)} as state,
      ${sinceOf(sql`w.passed`, then, now)} as since
    from words w)`
}

/** Gates at the cut, by milestone day and reference. Every link is listed; only required ones of the partner's side are counted elsewhere. */
export async function listGates(db: Reader, cut: RecordCut, filter: GateFilter = {}): Promise<GateRow[]> {
  const { rows } = await sql<GateRow>`
    with dropped_ids as materialized ${dropped(cut)}
    select g.id, g.link_id as "linkId", g.ref, g.title, g.area_id as area, a.key as "areaKey", a.title as "areaTitle", g.side, g.milestone_id as "milestoneId", g.milestone, g.role, g.required, g.note, g.at, g.state, g.since,
           g.then_word as "thenWord", g.then_level as "thenLevel", g.then_effective as "thenEffective", g.now_word as "nowWord", g.now_level as "nowLevel"
    from ${gatesAt(cut, filter)} g join ${current('area', cut)} a on a.root_id = g.area_id
    order by g.position_day nulls last, g.milestone, array_position(array['required', 'expected', 'context'], g.role), g.ref`.execute(
    db,
  )
  return rows
}

export type GateCounts = {
  met: number
  unmet: number
  unknown: number
  waived: number
  passedWhileUnmet: number
  listed: number
}

/** Columns: how many gates `g` are in which state, from a column `counted`. */
export const gateCounts = sql`
  count(*) filter (where counted and g.state in ('met', 'met-at-passage')) as met,
  count(*) filter (where counted and g.state in ('unmet', 'passed-while-unmet')) as unmet,
  count(*) filter (where counted and g.state in ('unknown', 'passed-while-unknown')) as unknown,
  count(*) filter (where counted and g.state = 'waived') as waived,
  count(*) filter (where counted and g.state = 'passed-while-unmet') as "passedWhileUnmet",
  count(*) filter (where not counted) as listed`

/** Counts of gates per milestone key: required ones of the partner's side, and `listed`: all the others. */
export async function listMilestoneCounts(
  db: Reader,
  cut: RecordCut,
  filter: GateFilter = {},
): Promise<(GateCounts & { milestone: string })[]> {
  const { rows } = await sql<GateCounts & { milestone: string }>`
    with dropped_ids as materialized ${dropped(cut)}
    select g.milestone, ${gateCounts}
    from (select g.*, g.role = 'required' and g.side = 'partner' as counted from ${gatesAt(cut, filter)} g) g group by g.milestone`.execute(
    db,
  )
  return rows
}

/**
 * Relation: the same of the milestones that lie ahead of `asOf`. Their gates are all judged on that one day: from a CTE
 * `standing` (root_id, side, gate_word) of the recommendations that are counted on it.
 */
export const aheadCounts = (cut: RecordCut): RawBuilder<unknown> => sql`(
  select g.milestone, ${gateCounts}
  from (select m.key as milestone, l.role = 'required' and st.side = 'partner' as counted, ${stateOf(sql`st.gate_word`, sql`l.required`, sql`false`, isWaivedOn(sql`l.root_id`, sql`${cut.asOf}::date`, cut))} as state
        from ${current('linkage', cut)} l
        join ${current('milestone', cut)} m on m.root_id = l.milestone_id and (m.occurred_last is null or m.occurred_last > ${cut.asOf}::date)
        join standing st on st.root_id = l.recommendation_id
        where ${linkHolds('l', sql`${cut.asOf}::date`)}) g
  group by g.milestone)`

/** The same per recommendation, by reference. */
export async function listRecommendationCounts(
  db: Reader,
  cut: RecordCut,
  recommendationIds: readonly number[],
): Promise<(GateCounts & { ref: string })[]> {
  const { rows } = await sql<GateCounts & { ref: string }>`
    with dropped_ids as materialized ${dropped(cut)}
    select g.ref, ${gateCounts}
    from (select g.*, g.role = 'required' and g.side = 'partner' as counted from ${gatesAt(cut, { recommendationIds })} g) g group by g.ref`.execute(
    db,
  )
  return rows
}

export type CommitmentRow = {
  linkageId: number
  key: string
  date: string
  summary: string
  actor: string
  locator: string | null
  sourceId: number
}

/** The statements that links rest on. */
export async function listCommitmentsOf(
  db: Reader,
  cut: RecordCut,
  linkageIds: readonly number[],
): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select lc.version_id as "linkageId", c.key, c.date, c.summary, a.name as actor, c.locator, c.source_id as "sourceId"
    from linkage_commitment lc
    join ${current('commitment', cut)} c on c.root_id = lc.commitment_id
    join ${current('actor', cut)} a on a.root_id = c.actor_id
    where lc.version_id = any(${[...linkageIds]}::bigint[]) order by lc.version_id, lc.position`.execute(db)
  return rows
}

export type WaiverRow = {
  linkId: number
  effective: string
  ended: string | null
  why: string
  sourceId: number
  locator: string | null
}

/** Waivers of links, known at the cut and begun by `asOf`, the latest first. */
export async function listWaiversOf(
  db: Reader,
  cut: RecordCut,
  linkIds: readonly number[],
): Promise<WaiverRow[]> {
  const { rows } = await sql<WaiverRow>`
    select w.linkage_id as "linkId", w.effective, case when w.ended_last <= ${cut.asOf}::date then w.ended end as ended, w.why,
           w.source_id as "sourceId", w.locator
    from ${current('waiver', cut)} w
    where w.linkage_id = any(${[...linkIds]}::bigint[]) and w.effective_last <= ${cut.asOf}::date
    order by w.effective_last desc, w.id desc`.execute(db)
  return rows
}

export type MilestoneRow = {
  id: number
  key: string
  trackKey: string
  trackTitle: string
  kind: string
  title: string
  planned: string | null
  occurred: string | null
  /** When it was cancelled, if that was so by `asOf`. */
  cancelled: string | null
  sourceId: number
  locator: string | null
}

/** Columns of what befell a milestone `m` by `asOf`: the latest planned date, and when it was cancelled. */
export const eventsOf = (cut: RecordCut): RawBuilder<unknown> =>
  sql`lateral (
    select (array_agg(e.planned order by e.effective_last desc, e.id desc) filter (where e.kind = 'moved'))[1] as moved,
           (array_agg(e.planned_last order by e.effective_last desc, e.id desc) filter (where e.kind = 'moved'))[1] as moved_last,
           (array_agg(e.effective order by e.effective_last, e.id) filter (where e.kind = 'cancelled'))[1] as cancelled
    from ${current('milestone_event', cut)} e
    where e.milestone_id = m.root_id and e.effective_last <= ${cut.asOf}::date) e`

/** Milestones in the order of the agreement's life. `occurred` is null while it lies ahead of `asOf`: nothing later shows. */
export async function listMilestones(db: Reader, cut: RecordCut, key?: string): Promise<MilestoneRow[]> {
  const { rows } = await sql<MilestoneRow>`
    select m.root_id as id, m.key, t.key as "trackKey", t.title as "trackTitle", m.kind, m.title, coalesce(e.moved, m.planned) as planned, e.cancelled,
           case when m.occurred_last <= ${cut.asOf}::date then m.occurred end as occurred, m.source_id as "sourceId", m.locator
    from ${current('milestone', cut)} m join ${current('track', cut)} t on t.root_id = m.track_id
    cross join ${eventsOf(cut)}
    where ${key === undefined ? sql`true` : sql`m.key = ${key}`}
    order by case when m.occurred_last <= ${cut.asOf}::date then m.occurred_last end nulls last,
             coalesce(e.moved_last, m.planned_last, m.occurred_last) nulls last, m.key`.execute(db)
  return rows
}

export type MilestoneEventRow = {
  kind: 'moved' | 'cancelled'
  effective: string
  planned: string | null
  note: string | null
  sourceId: number
  locator: string | null
}

/** What befell a milestone by `asOf`, by date: planned dates that were moved, and its cancellation. */
export async function listMilestoneEvents(
  db: Reader,
  cut: RecordCut,
  milestone: string,
): Promise<MilestoneEventRow[]> {
  const { rows } = await sql<MilestoneEventRow>`
    select e.kind, e.effective, e.planned, e.note, e.source_id as "sourceId", e.locator
    from ${current('milestone_event', cut)} e
    join ${current('milestone', cut)} m on m.root_id = e.milestone_id and m.key = ${milestone}
    where not e.void and e.effective_last <= ${cut.asOf}::date order by e.effective_last, e.id`.execute(db)
  return rows
}
