import type { UptakeKind } from '@waymark/recommendation/uptake'
import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, isCurrent, type RecordCut, recommendationsAt } from './relations.ts'

export type RoundRow = {
  id: number
  key: string
  title: string
  date: string
  day: string
  place: string | null
  sourceId: number
  inForce: number
  /** What became of the proposals at the round; see `listRoundFlows`. */
  proposals: number
  raised: number
  texts: number
  commitments: number
}

/**
 * Dialogue rounds up to `asOf`, latest first, with how many recommendations were in force on the day of each, and what
 * became of those that had been proposed, by the rule of `listRoundFlows`.
 */
export async function listRounds(db: Reader, cut: RecordCut): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    with held as (
      select o.root_id, o.key, o.title, o.date, o.date_last, o.place, o.source_id,
             lead(o.date_last) over (order by o.date_last, o.key) as next_day
      from ${current('round', cut)} o where o.date_last <= ${cut.asOf}::date),
    event as materialized (
      select u.recommendation_id, u.round_id, u.date_last,
             array_position(array['proposed', 'raised', 'text', 'committed'], case when u.kind in ('stated', 'adopted') then 'text' else u.kind end) - 1 as depth
      from ${current('uptake_event', cut)} u where u.date_last <= ${cut.asOf}::date),
    ask as materialized (
      select r.root_id, r.issued_last, r.left_on, p.proposed_on
      from ${recommendationsAt(cut)} r
      left join (select recommendation_id, min(date_last) as proposed_on from event where depth = 0 group by recommendation_id) p
        on p.recommendation_id = r.root_id),
    held_asks as (
      select h.root_id, count(*) as in_force, count(*) filter (where a.proposed_on <= h.date_last) as proposals
      from held h join ask a on a.issued_last <= h.date_last and (a.left_on is null or a.left_on > h.date_last)
      group by h.root_id),
    reached as materialized (
      select h.root_id, h.date_last, e.recommendation_id, max(e.depth) as depth
      from held h join event e on e.depth > 0
        and case when e.round_id is not null then e.round_id = h.root_id
                 else e.date_last >= h.date_last and (h.next_day is null or e.date_last < h.next_day) end
      group by h.root_id, h.date_last, e.recommendation_id),
    flow as (
      select x.root_id, count(*) as raised, count(*) filter (where x.depth >= 2) as texts, count(*) filter (where x.depth >= 3) as commitments
      from reached x join ask a on a.root_id = x.recommendation_id
      where a.issued_last <= x.date_last and (a.left_on is null or a.left_on > x.date_last) and a.proposed_on <= x.date_last
      group by x.root_id)
    select h.root_id as id, h.key, h.title, h.date, h.date_last as day, h.place, h.source_id as "sourceId",
           coalesce(i.in_force, 0) as "inForce", coalesce(i.proposals, 0) as proposals, coalesce(f.raised, 0) as raised,
           coalesce(f.texts, 0) as texts, coalesce(f.commitments, 0) as commitments
    from held h left join held_asks i on i.root_id = h.root_id left join flow f on f.root_id = h.root_id
    order by h.date_last desc, h.key`.execute(db)
  return rows
}

export async function listUptakeOfRounds(db: Reader, cut: RecordCut, roundIds: readonly number[]) {
  const { rows } = await sql<{
    roundId: number
    ref: string
    title: string
    kind: UptakeKind
    date: string
  }>`
    select u.round_id as "roundId", r.key as ref, r.title, u.kind, u.date
    from uptake_event u join ${current('recommendation', cut)} r on r.root_id = u.recommendation_id
    where u.round_id = any(${[...roundIds]}::bigint[]) and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)}
    order by u.round_id, r.key, u.date_last, u.id`.execute(db)
  return rows
}
