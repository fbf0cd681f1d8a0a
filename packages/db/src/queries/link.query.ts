import type { Level } from '@waymark/assessment/level'
import type { GateState, Since } from '@waymark/linkage/gate'
import type { LinkageRole } from '@waymark/linkage/linkage'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { type LinkFilter, linksAt, nothing, statementsOf, statesOf, withLinks } from './link.relations.ts'
import { current, isCurrent, type RecordCut } from './relations.ts'

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

export type LinkedKeys = { areas: { key: string; title: string }[]; tracks: { key: string; title: string }[] }

/** Concern areas and tracks that carry links at the cut, in their order: what one can filter by. */
export async function listLinkedKeys(db: Reader, cut: RecordCut): Promise<LinkedKeys> {
  const issued = sql`${isCurrent('recommendation', 'r', cut)} and r.issued_last <= ${cut.asOf}::date`
  const linked = sql`from linkage l join recommendation r on r.root_id = l.recommendation_id and ${issued}`
  const named = sql`json_build_object('key', x.key, 'title', x.title)`
  const { rows } = await sql<LinkedKeys>`
    select coalesce((select json_agg(${named} order by x.position, x.key) from ${current('area', cut)} x
                     where exists (select ${linked} where r.area_id = x.root_id and ${isCurrent('linkage', 'l', cut)})), '[]') as areas,
           coalesce((select json_agg(${named} order by x.title, x.key) from ${current('track', cut)} x
                     where exists (select ${linked} join ${current('milestone', cut)} m on m.root_id = l.milestone_id
                                   where m.track_id = x.root_id and ${isCurrent('linkage', 'l', cut)})), '[]') as tracks`.execute(
    db,
  )
  return rows[0] ?? { areas: [], tracks: [] }
}

/** What begins a statement on the gates that a filter leaves: `wanted`, with these columns of `g`. States are found only when one is asked for. */
const withWanted = (cut: RecordCut, filter: LinkFilter, columns: RawBuilder<unknown>): RawBuilder<unknown> =>
  filter.state === undefined
    ? sql`with wanted as materialized (select ${columns} from ${linksAt(cut, filter)} g)`
    : sql`${withLinks(cut, filter)}, wanted as materialized (select ${columns} from ${statesOf(cut, filter)} g where g.state = ${filter.state})`

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
    ${withWanted(cut, filter, sql`g.id, g.recommendation_id, g.milestone_id`)},
    line as materialized (select g.recommendation_id from wanted g group by g.recommendation_id),
    page as materialized (
      select l.recommendation_id from line l
      join ${current('recommendation', cut)} r on r.root_id = l.recommendation_id join ${current('area', cut)} a on a.root_id = r.area_id
      order by a.position, a.key, r.key limit ${limit} offset ${offset})
    select (select count(*) from line) as recommendations, (select count(*) from wanted) as links,
           coalesce((select json_agg(m.key) from ${current('milestone', cut)} m
                     where m.root_id in (select g.milestone_id from wanted g group by g.milestone_id)), '[]') as milestones,
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
  const life = sql`g.place, g.rank, g.ref`
  const order = group === 'area' ? sql`g.position, g.area, g.ref, ${life}` : life
  const { rows } = await sql<LinkPage>`
    ${withWanted(cut, filter, sql`g.id, g.place, ${roleOrder} as rank, g.ref, g.area_id`)},
    page as materialized (
      select g.* from (select w.*, a.position, a.key as area from wanted w join ${current('area', cut)} a on a.root_id = w.area_id) g
      order by ${order} limit ${limit} offset ${offset})
    select (select count(*) from wanted) as links, coalesce((select json_agg(g.id order by ${order}) from page g), '[]') as "linkIds"`.execute(
    db,
  )
  return rows[0] ?? { links: 0, linkIds: [] }
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
