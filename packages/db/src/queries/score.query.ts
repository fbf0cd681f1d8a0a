import type { Counts } from '@waymark/scoring/counts'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { aheadCounts, type GateCounts } from './gate.query.ts'
import {
  countedAt,
  current,
  dropped,
  findingsOn,
  type RecordCut,
  reviewMonthsOf,
  sides,
  standingWord,
} from './relations.ts'

export type AreaCounts = {
  area: string
  title: string
  side: 'partner' | 'eu' | 'other' | null
  counts: Counts
}

/**
 * Relation: how every recommendation that is counted stands on `asOf`: `word` by the method of the cut, `gate_word` as
 * gates see it. `dropped_ids` must be a CTE of {@link dropped}.
 */
const standingAt = (cut: RecordCut): RawBuilder<unknown> => {
  const day = sql`${cut.asOf}::date`
  return sql`(select r.root_id, r.area_id, s.side, ${standingWord('f', reviewMonthsOf('r', cut), day)} as word,
           ${standingWord('f', sql`r.review_months`, day)} as gate_word
    from ${countedAt(cut)} r
    left join ${sides(cut)} s on s.version_id = r.id
    left join ${findingsOn(day, cut)} f on f.recommendation_id = r.root_id)`
}

/** Relation: counts per area and side, from a CTE `standing` of {@link standingAt}. */
const areaCounts = (cut: RecordCut): RawBuilder<unknown> => sql`(
  select a.key as area, a.title, t.side, coalesce(t.none, 0) as none, coalesce(t.limited, 0) as limited, coalesce(t.some, 0) as some,
         coalesce(t.substantial, 0) as substantial, coalesce(t."full", 0) as "full", coalesce(t.contrary, 0) as contrary,
         coalesce(t.unknown, 0) as unknown, coalesce(t.not_applicable, 0) as "notApplicable"
  from ${current('area', cut)} a
  left join (
    select area_id, side,
           count(*) filter (where word = 'none') as none, count(*) filter (where word = 'limited') as limited,
           count(*) filter (where word = 'some') as some, count(*) filter (where word = 'substantial') as substantial,
           count(*) filter (where word = 'full') as "full", count(*) filter (where word = 'contrary') as contrary,
           count(*) filter (where word in ('not-assessed', 'no-information', 'stale')) as unknown,
           count(*) filter (where word in ('not-applicable', 'withdrawn')) as not_applicable
    from standing group by area_id, side) t on t.area_id = a.root_id
  order by a.position, a.key, t.side)`

type AreaRow = Omit<AreaCounts, 'counts'> & Counts

const buildAreaCounts = ({ area, title, side, ...counts }: AreaRow): AreaCounts => ({
  area,
  title,
  side,
  counts,
})

/** How many recommendations stand where, per concern area and side. An area without any has one row with zero counts and side null. */
export async function listAreaCounts(db: Reader, cut: RecordCut): Promise<AreaCounts[]> {
  const { rows } = await sql<AreaRow>`
    with dropped_ids as materialized ${dropped(cut)}, standing as ${standingAt(cut)}
    select c.* from ${areaCounts(cut)} c`.execute(db)
  return rows.map(buildAreaCounts)
}

export type Overview = {
  readonly areas: AreaCounts[]
  readonly ahead: (GateCounts & { milestone: string })[]
}

/**
 * The counts of the scorecard, and those of the gates of every milestone that lies ahead of `asOf`. Both need how each
 * recommendation stands on that one day; it is found once for both.
 */
export async function getOverviewCounts(db: Reader, cut: RecordCut): Promise<Overview> {
  const { rows } = await sql<{ areas: AreaRow[] | null; ahead: Overview['ahead'] | null }>`
    with dropped_ids as materialized ${dropped(cut)}, standing as materialized ${standingAt(cut)}
    select (select json_agg(c) from ${areaCounts(cut)} c) as areas, (select json_agg(g) from ${aheadCounts(cut)} g) as ahead`.execute(
    db,
  )
  return { areas: (rows[0]?.areas ?? []).map(buildAreaCounts), ahead: rows[0]?.ahead ?? [] }
}

export type MovementRow = {
  area: string
  advanced: number
  regressed: number
  unchanged: number
  first: number
}

/** How current findings of the partner's side compare with those in force on an earlier day, per area. */
export async function listMovement(db: Reader, cut: RecordCut, since: string): Promise<MovementRow[]> {
  const [now, then] = [sql`${cut.asOf}::date`, sql`${since}::date`]
  const rank = (f: string) => {
    const r = sql.ref(f)
    return sql`case when ${r}.level is null then null when ${r}.contrary then 0
                    else array_position(array['none', 'limited', 'some', 'substantial', 'full'], ${r}.level) end`
  }
  const { rows } = await sql<MovementRow>`
    with dropped_ids as materialized ${dropped(cut)},
    pair as (
      select r.area_id, ${rank('f')} as now, ${rank('e')} as before
      from ${countedAt(cut)} r
      join ${sides(cut)} s on s.version_id = r.id and s.side = 'partner'
      join ${findingsOn(now, cut)} f on f.recommendation_id = r.root_id and f.effective_last > ${then}
      left join ${findingsOn(then, cut)} e on e.recommendation_id = r.root_id)
    select a.key as area,
           count(*) filter (where now > before) as advanced, count(*) filter (where now < before) as regressed,
           count(*) filter (where now = before) as unchanged, count(*) filter (where now is not null and before is null) as first
    from pair join ${current('area', cut)} a on a.root_id = pair.area_id group by a.key`.execute(db)
  return rows
}
