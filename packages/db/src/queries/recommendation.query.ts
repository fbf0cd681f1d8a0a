import type { Level, State } from '@waymark/assessment/level'
import type { LineageKind } from '@waymark/recommendation/recommendation'
import type { UptakeKind } from '@waymark/recommendation/uptake'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import {
  current,
  dropped,
  findingOn,
  findingsOn,
  isCurrent,
  leftOn,
  type RecordCut,
  recommendationsAt,
  reviewMonthsOf,
  sideOf,
  sides,
  standingWord,
} from './relations.ts'

export type RegisterFilter = {
  readonly area?: string
  readonly side?: 'partner' | 'eu' | 'other'
  /** A level, `contrary`, `stale`, `unknown` (all ways not to know) or `outside` (not applicable, withdrawn). */
  readonly standing?: string
  readonly words: readonly string[]
  readonly sort: {
    readonly by: 'ref' | 'title' | 'standing' | 'effective' | 'issued'
    readonly descending: boolean
  }
  readonly limit: number
  readonly offset: number
  /** Lines of asks: one row a line. Recommendations that are in none of them are lines by themselves. */
  readonly lines?: readonly LineMember[]
}

/** A recommendation on a line of several: `line` is the same for all of its members, `asks` is their number. */
export type LineMember = { readonly id: number; readonly line: number; readonly asks: number }

export type RegisterRow = {
  id: number
  versionId: number
  ref: string
  title: string
  areaKey: string
  areaTitle: string
  side: 'partner' | 'eu' | 'other'
  basis: 'explicit' | 'implied'
  wording: 'as-issued' | 'paraphrase'
  issued: string
  leftOn: string | null
  /** How many asks its line joins; 1 also where lines were not asked for. */
  asks: number
  word: string
  assessmentId: number | null
  effective: string | null
  level: Level | null
  state: State | null
  contrary: boolean | null
}

const groups: Record<string, readonly string[]> = {
  unknown: ['not-assessed', 'no-information', 'stale'],
  outside: ['not-applicable', 'withdrawn'],
}

const sortColumns = {
  ref: sql`ref`,
  // By the alphabets' own order, Cyrillic after Latin, whatever the server's locale is.
  title: sql`title collate "und-x-icu"`,
  standing: sql`array_position(array['contrary', 'none', 'limited', 'some', 'substantial', 'full', 'stale', 'no-information', 'not-assessed', 'not-applicable', 'withdrawn'], word)`,
  effective: sql`effective_last`,
  issued: sql`issued_last`,
} as const

/** Literal text for LIKE: the wildcards lose their meaning. */
const escapeLike = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

/** Condition on `r`: what the filter asks for beside side and standing. */
function matches(cut: RecordCut, { area, words }: RegisterFilter): RawBuilder<boolean> {
  const asked = words.map((word) => {
    const like = escapeLike(word)
    return sql`(r.key ilike ${like} or r.title ilike ${like} or r.text ilike ${like})`
  })
  if (area !== undefined)
    asked.unshift(sql`r.area_id = (select root_id from ${current('area', cut)} a where a.key = ${area})`)
  return asked.length === 0 ? sql`true` : sql`${sql.join(asked, sql` and `)}`
}

/**
 * Relation: the recommendations of the CTE `matching`, one of each line: the latest issued of those still in force, or of
 * all where none is. Whether a place was taken is looked up only where there is more than one to choose from.
 */
const latestOfLines = (cut: RecordCut, lines: readonly LineMember[]): RawBuilder<unknown> => sql`(
  select distinct on (coalesce(m.line, s.id)) s.*, coalesce(m.asks, 1) as asks
  from matching s
  left join unnest(${lines.map(({ id }) => id)}::bigint[], ${lines.map(({ line }) => line)}::bigint[], ${lines.map(({ asks }) => asks)}::int[])
    as m (id, line, asks) on m.id = s.id
  order by coalesce(m.line, s.id), case when m.line is null then false else ${leftOn(sql`s.id`, cut)} is not null end,
           s.issued_last desc, s.ref desc)`

/**
 * One page of the register: filtered and sorted in the database. What no filter or order asks for (side, standing, the day
 * of leaving) is looked up for the rows of the page only. With `lines`, a row is a line of asks (see {@link latestOfLines});
 * `total` counts rows, `recommendations` what the filter lets through.
 */
export async function listRegister(
  db: Reader,
  cut: RecordCut,
  filter: RegisterFilter,
): Promise<{ rows: RegisterRow[]; total: number; recommendations: number }> {
  const day = sql`${cut.asOf}::date`
  const wanted = filter.standing === undefined ? null : (groups[filter.standing] ?? [filter.standing])
  const direction = filter.sort.descending ? sql`desc nulls last` : sql`asc nulls last`
  const isNarrow = filter.area !== undefined || filter.words.length > 0
  const needsStanding = wanted !== null || filter.sort.by === 'standing' || filter.sort.by === 'effective'
  const needsSide = filter.side !== undefined
  const standing = sql`f.assessment_id, f.effective, f.effective_last, f.level, f.state, f.contrary, ${standingWord('f', reviewMonthsOf('c', cut), day)} as word`
  const oneByOne = sql`left join lateral ${findingOn(sql`c.id`, day, cut)} f on true`
  const order = sql`${sortColumns[filter.sort.by]} ${direction}, ref`
  const { lines } = filter
  const { rows } = await sql<RegisterRow & { total: number; recommendations: number }>`
    with dropped_ids as materialized ${dropped(cut)},
    candidate as (
      select r.root_id as id, r.id as version_id, r.key as ref, r.title, r.area_id, r.basis, r.wording, r.issued, r.issued_last, r.review_months
      from recommendation r
      where r.dossier_id = ${cut.dossierId} and r.issued_last <= ${day} and ${isCurrent('recommendation', 'r', cut)} and ${matches(cut, filter)}),
    sided as (${needsSide ? sql`select c.*, s.side from candidate c join ${sides(cut)} s on s.version_id = c.version_id where s.side = ${filter.side}` : sql`select * from candidate`}),
    standing as (${
      needsStanding
        ? sql`select c.*, ${standing} from sided c ${isNarrow ? oneByOne : sql`left join ${findingsOn(day, cut)} f on f.recommendation_id = c.id`}`
        : sql`select * from sided`
    }),
    matching as (select * from standing where ${wanted === null ? sql`true` : sql`word = any(${wanted}::text[])`}),
    page as materialized (
      select *, count(*) over () as total,
             ${lines === undefined ? sql`1 as asks, count(*) over () as recommendations` : sql`(select count(*) from matching) as recommendations`}
      from ${lines === undefined ? sql`matching` : latestOfLines(cut, lines)} matched
      order by ${order} limit ${filter.limit} offset ${filter.offset}),
    shown as (select c.*, ${leftOn(sql`c.id`, cut)} as left_on
                     ${needsSide ? sql`` : sql`, ${sideOf(sql`c.version_id`, cut)} as side`}
                     ${needsStanding ? sql`` : sql`, ${standing}`}
              from page c ${needsStanding ? sql`` : oneByOne})
    select r.id, r.version_id as "versionId", r.ref, r.title, a.key as "areaKey", a.title as "areaTitle", r.side, r.basis, r.wording, r.issued,
           r.left_on as "leftOn", r.asks, r.word, r.assessment_id as "assessmentId", r.effective, r.level, r.state, r.contrary, r.total, r.recommendations
    from shown r join ${current('area', cut)} a on a.root_id = r.area_id
    order by ${order}`.execute(db)
  return {
    rows: rows.map(({ total: _, recommendations: __, ...row }) => row),
    total: rows[0]?.total ?? 0,
    recommendations: rows[0]?.recommendations ?? 0,
  }
}

export type AreaChoice = { key: string; title: string; count: number }

/** Concern areas with the number of recommendations that exist at the cut. */
export async function listAreaChoices(db: Reader, cut: RecordCut): Promise<AreaChoice[]> {
  const { rows } = await sql<AreaChoice>`
    select a.key, a.title, coalesce(n.count, 0) as count
    from ${current('area', cut)} a
    left join (select r.area_id, count(*) as count from recommendation r
               where r.dossier_id = ${cut.dossierId} and r.issued_last <= ${cut.asOf}::date and ${isCurrent('recommendation', 'r', cut)}
               group by r.area_id) n on n.area_id = a.root_id
    order by a.position, a.key`.execute(db)
  return rows
}

/** The event that first reached the furthest stage of a recommendation, and when it was first proposed; null where it was not. */
export type UptakeEnds = { id: number; kind: UptakeKind; date: string; proposed: string | null }

const furthestFirst = sql`array_position(array['proposed', 'raised', 'stated', 'adopted', 'committed'], u.kind) desc, u.date_last, u.id`

/**
 * How many evidence items each of these assessments has, and of each recommendation the event that first reached its
 * furthest uptake stage and the date on which it was first proposed, if it was.
 */
export async function listRegisterExtras(db: Reader, cut: RecordCut, rows: readonly RegisterRow[]) {
  const ids = rows.map((r) => r.id)
  const assessments = rows.flatMap((r) => r.assessmentId ?? [])
  const [evidence, uptake] = await Promise.all([
    sql<{ id: number; count: number }>`
      select assessment_id as id, count(*) as count from evidence where assessment_id = any(${assessments}::bigint[]) group by assessment_id`.execute(
      db,
    ),
    sql<UptakeEnds>`
      select u.recommendation_id as id, (array_agg(u.kind order by ${furthestFirst}))[1] as kind, (array_agg(u.date order by ${furthestFirst}))[1] as date,
             (array_agg(u.date order by u.date_last, u.id) filter (where u.kind = 'proposed'))[1] as proposed
      from uptake_event u
      where u.recommendation_id = any(${ids}::bigint[]) and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)}
      group by u.recommendation_id`.execute(db),
  ])
  return {
    evidence: new Map(evidence.rows.map((r) => [r.id, r.count])),
    uptake: new Map(uptake.rows.map((r) => [r.id, r])),
  }
}

export type RecommendationHead = {
  id: number
  versionId: number
  ref: string
  title: string
  text: string
  areaKey: string
  areaTitle: string
  side: 'partner' | 'eu' | 'other'
  basis: 'explicit' | 'implied'
  wording: 'as-issued' | 'paraphrase'
  issued: string
  sourceId: number
  locator: string | null
  criterion: string | null
  reviewMonths: number
  leftOn: string | null
  version: number
}

/** Version of a recommendation's record: how many findings on it were published or withdrawn. Grows with each, and tells nothing else. */
export const recordVersion = (id: RawBuilder<unknown>): RawBuilder<number> =>
  sql`((select count(*) from publication p where p.recommendation_id = ${id})
       + (select count(*) from withdrawal w where w.recommendation_id = ${id}))`

/** A recommendation that exists at the cut, or null. */
export async function getRecommendation(
  db: Reader,
  cut: RecordCut,
  ref: string,
): Promise<RecommendationHead | null> {
  const { rows } = await sql<RecommendationHead>`
    select r.root_id as id, r.id as "versionId", r.key as ref, r.title, v.text, a.key as "areaKey", a.title as "areaTitle", ${sideOf(sql`r.id`, cut)} as side, r.basis, r.wording,
           r.issued, v.source_id as "sourceId", v.locator, v.criterion, r.review_months as "reviewMonths", r.left_on as "leftOn",
           ${recordVersion(sql`r.root_id`)} as version
    from ${recommendationsAt(cut, sql`r.root_id = (select root.id from recommendation root where root.dossier_id = ${cut.dossierId} and root.key = ${ref} and root.supersedes_id is null)`)} r
    join recommendation v on v.id = r.id
    join ${current('area', cut)} a on a.root_id = r.area_id`.execute(db)
  return rows[0] ?? null
}

export type ActorRow = {
  role: 'issued-by' | 'addressee' | 'responsible'
  key: string
  name: string
  kind: string
}

export async function listActorsOf(db: Reader, cut: RecordCut, versionId: number): Promise<ActorRow[]> {
  const { rows } = await sql<ActorRow>`
    select ra.role, a.key, a.name, a.kind from recommendation_actor ra join ${current('actor', cut)} a on a.root_id = ra.actor_id
    where ra.version_id = ${versionId} order by ra.role, ra.position`.execute(db)
  return rows
}

export type LineageRow = {
  kind: LineageKind
  direction: 'earlier' | 'later'
  ref: string
  title: string
  issued: string
}

/** What it continues, narrows, merges or replaces, and what does so to it by `asOf`. */
export async function listLineage(
  db: Reader,
  cut: RecordCut,
  head: RecommendationHead,
): Promise<LineageRow[]> {
  const { rows } = await sql<LineageRow>`
    select l.kind, 'earlier' as direction, r.key as ref, r.title, r.issued, r.issued_last as day
    from recommendation_lineage l join ${current('recommendation', cut)} r on r.root_id = l.target_id where l.version_id = ${head.versionId}
    union all
    select l.kind, 'later', r.key, r.title, r.issued, r.issued_last
    from recommendation_lineage l join ${current('recommendation', cut)} r on r.id = l.version_id
    where l.target_id = ${head.id} and r.issued_last <= ${cut.asOf}::date
    order by day, ref`.execute(db)
  return rows.map(({ kind, direction, ref, title, issued }) => ({ kind, direction, ref, title, issued }))
}

export type StepRow = { id: number; key: string; kind: 'structure' | 'process' | 'outcome'; text: string }

export async function listSteps(db: Reader, cut: RecordCut, recommendationId: number): Promise<StepRow[]> {
  const { rows } = await sql<StepRow>`
    select p.root_id as id, p.step as key, p.kind, p.text from progress_step p
    where p.recommendation_id = ${recommendationId} and ${isCurrent('progress_step', 'p', cut)} order by p.position, p.step`.execute(
    db,
  )
  return rows
}

export type FindingRow = {
  id: number
  stepId: number | null
  effective: string
  level: Level | null
  state: State | null
  contrary: boolean
  rationale: string
  confidence: 'high' | 'medium' | 'low'
  recordedAt: string
  supersedes: number | null
  reason: string | null
  /** True when a correction known by the cut names it, also one whose own effective date lies after `asOf`. */
  corrected: boolean
  withdrawnAt: string | null
}

/** Every finding ever published on a recommendation and its steps, known by the cut and effective by `asOf`; latest first. */
export async function listFindings(
  db: Reader,
  cut: RecordCut,
  recommendationId: number,
): Promise<FindingRow[]> {
  const { rows } = await sql<FindingRow>`
    select f.assessment_id as id, f.step_id as "stepId", f.effective, f.level, f.state, f.contrary, f.rationale, f.confidence,
           f.recorded_at as "recordedAt", f.supersedes_id as supersedes, f.reason, w.recorded_at as "withdrawnAt",
           exists (select from publication c where c.supersedes_id is not null and c.supersedes_id = f.assessment_id
                   and c.recorded_at <= ${cut.knownAt}::timestamptz) as corrected
    from finding f
    left join withdrawal w on w.assessment_id = f.assessment_id and w.recorded_at <= ${cut.knownAt}::timestamptz
    where f.recommendation_id = ${recommendationId} and f.recorded_at <= ${cut.knownAt}::timestamptz and f.effective_last <= ${cut.asOf}::date
    order by f.effective_last desc, f.recorded_at desc, f.assessment_id desc`.execute(db)
  return rows
}

export type EvidenceRow = {
  assessmentId: number
  sourceId: number
  locator: string | null
  stance: 'supports' | 'contradicts' | 'context'
  kind: string
  origin: string
  factDate: string | null
  excerpt: string | null
}

export async function listEvidenceOf(db: Reader, assessmentIds: readonly number[]): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select assessment_id as "assessmentId", source_id as "sourceId", locator, stance, kind, origin, fact_date as "factDate", excerpt
    from evidence where assessment_id = any(${[...assessmentIds]}::bigint[]) order by assessment_id, position`.execute(
    db,
  )
  return rows
}

export type UptakeRow = {
  kind: UptakeKind
  date: string
  forum: string | null
  roundKey: string | null
  roundTitle: string | null
  sourceId: number
  locator: string | null
  note: string | null
}

export async function listUptake(db: Reader, cut: RecordCut, recommendationId: number): Promise<UptakeRow[]> {
  const { rows } = await sql<UptakeRow>`
    select u.kind, u.date, u.forum, r.key as "roundKey", r.title as "roundTitle", u.source_id as "sourceId", u.locator, u.note
    from uptake_event u left join ${current('round', cut)} r on r.root_id = u.round_id
    where u.recommendation_id = ${recommendationId} and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)}
    order by u.date_last, array_position(array['proposed', 'raised', 'stated', 'adopted', 'committed'], u.kind), u.id`.execute(
    db,
  )
  return rows
}

export type ClaimRow = {
  actorKey: string
  actorName: string
  actorKind: string
  date: string
  level: Level | null
  text: string
  sourceId: number
  locator: string | null
}

export async function listClaims(db: Reader, cut: RecordCut, recommendationId: number): Promise<ClaimRow[]> {
  const { rows } = await sql<ClaimRow>`
    select a.key as "actorKey", a.name as "actorName", a.kind as "actorKind", c.date, c.level, c.text, c.source_id as "sourceId", c.locator
    from claim c join ${current('actor', cut)} a on a.root_id = c.actor_id
    where c.recommendation_id = ${recommendationId} and c.date_last <= ${cut.asOf}::date and ${isCurrent('claim', 'c', cut)}
    order by c.date_last, c.id`.execute(db)
  return rows
}

/** Ids of the concern areas by key. */
export async function listAreaIds(db: Reader, cut: RecordCut): Promise<Map<string, number>> {
  const { rows } = await sql<{
    key: string
    id: number
  }>`select a.key, a.root_id as id from ${current('area', cut)} a`.execute(db)
  return new Map(rows.map((r) => [r.key, r.id]))
}
