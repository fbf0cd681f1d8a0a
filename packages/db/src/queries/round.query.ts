import { sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, isCurrent, type RecordCut } from './relations.ts'

export type RoundRow = {
  id: number
  key: string
  title: string
  date: string
  day: string
  place: string | null
  sourceId: number
  inForce: number
}

/** Dialogue rounds up to `asOf`, latest first, with how many recommendations were in force on the day of each. */
export async function listRounds(db: Reader, cut: RecordCut): Promise<RoundRow[]> {
  const { rows } = await sql<RoundRow>`
    with ask as (
      select r.issued_last, left_by.day as left_on from ${current('recommendation', cut)} r
      left join lateral (
        select min(n.issued_last) as day from recommendation_lineage l join recommendation n on n.id = l.version_id
        where l.target_id = r.root_id and l.kind in ('replaces', 'merges') and ${isCurrent('recommendation', 'n', cut)}) left_by on true)
    select o.root_id as id, o.key, o.title, o.date, o.date_last as day, o.place, o.source_id as "sourceId",
           (select count(*) from ask where ask.issued_last <= o.date_last and (ask.left_on is null or ask.left_on > o.date_last)) as "inForce"
    from ${current('round', cut)} o where o.date_last <= ${cut.asOf}::date order by o.date_last desc, o.key`.execute(
    db,
  )
  return rows
}

export async function listUptakeOfRounds(db: Reader, cut: RecordCut, roundIds: readonly number[]) {
  const { rows } = await sql<{
    roundId: number
    ref: string
    title: string
    kind: 'proposed' | 'raised' | 'stated' | 'adopted' | 'committed'
    date: string
  }>`
    select u.round_id as "roundId", r.key as ref, r.title, u.kind, u.date
    from uptake_event u join ${current('recommendation', cut)} r on r.root_id = u.recommendation_id
    where u.round_id = any(${[...roundIds]}::bigint[]) and u.date_last <= ${cut.asOf}::date and ${isCurrent('uptake_event', 'u', cut)}
    order by u.round_id, r.key, u.date_last, u.id`.execute(db)
  return rows
}
