import type { Span } from '@waymark/kernel/span'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, dropped, type RecordCut, recommendationsAt, sides } from './relations.ts'

/** What a timeline is counted by: calendar units. */
/** Condition: the day lies in the span and has come by `asOf`. */
const isShown = (day: RawBuilder<unknown>, span: Span, cut: RecordCut): RawBuilder<boolean> =>
  sql`${day} >= ${span.from}::date and ${day} <= least(${span.to}::date, ${cut.asOf}::date)`

/** Expression: the first day of the bucket in which a day lies. */
const bucketOf = (day: RawBuilder<unknown>, { unit }: Span): RawBuilder<string> =>
  sql`date_trunc(${unit}, ${day}::timestamp)::date`

export type TimelineEnds = { first: string | null; lastPlanned: string | null }

/** Day of the first dated thing of the dossier by `asOf`, and the last day for which a milestone is planned that has not occurred. */
export async function getTimelineEnds(db: Reader, cut: RecordCut): Promise<TimelineEnds> {
  const asOf = sql`${cut.asOf}::date`
  const { rows } = await sql<TimelineEnds>`
    select (select min(day) from (
              select min(o.date_last) as day from ${current('round', cut)} o where o.date_last <= ${asOf}
              union all select min(m.occurred_last) from ${current('milestone', cut)} m where m.occurred_last <= ${asOf}
              union all select min(c.date_last) from ${current('commitment', cut)} c where c.date_last <= ${asOf}
              union all select min(r.issued_last) from ${current('recommendation', cut)} r where r.issued_last <= ${asOf}
              union all select min(u.date_last) from ${current('uptake_event', cut)} u where u.kind in ('stated', 'adopted') and u.date_last <= ${asOf}) d) as first,
           (select max(m.planned_last) from ${current('milestone', cut)} m
            where m.occurred_last is null or m.occurred_last > ${asOf}) as "lastPlanned"`.execute(db)
  return rows[0] ?? { first: null, lastPlanned: null }
}

export type TimelineRound = { key: string; title: string; date: string }

export async function listTimelineRounds(db: Reader, cut: RecordCut, span: Span): Promise<TimelineRound[]> {
  const { rows } = await sql<TimelineRound>`
    select o.key, o.title, o.date from ${current('round', cut)} o
    where ${isShown(sql`o.date_last`, span, cut)} order by o.date_last, o.key`.execute(db)
  return rows
}

export type TimelineCommitment = { key: string; date: string; summary: string; actor: string }

export async function listTimelineCommitments(
  db: Reader,
  cut: RecordCut,
  span: Span,
): Promise<TimelineCommitment[]> {
  const { rows } = await sql<TimelineCommitment>`
    select c.key, c.date, c.summary, a.name as actor
    from ${current('commitment', cut)} c join ${current('actor', cut)} a on a.root_id = c.actor_id
    where ${isShown(sql`c.date_last`, span, cut)} order by c.date_last, c.key`.execute(db)
  return rows
}

export type TimelineUptake = {
  bucket: string
  kind: 'stated' | 'adopted'
  count: number
  /** The events themselves, where there are few enough to be shown; else empty. */
  events: { ref: string; title: string; date: string }[]
}

/**
 * Public statements and adopted EU texts that took a recommendation up, by bucket and kind. Named one by one are those of
 * a bucket that holds at most `each` of a kind, and all of them where the whole span holds at most `most`.
 */
export async function listTimelineUptake(
  db: Reader,
  cut: RecordCut,
  span: Span,
  { each, most }: { readonly each: number; readonly most: number },
): Promise<TimelineUptake[]> {
  const { rows } = await sql<TimelineUptake>`
    with event as (
      select u.id, u.recommendation_id, u.kind, u.date, u.date_last, ${bucketOf(sql`u.date_last`, span)} as bucket
      from ${current('uptake_event', cut)} u
      where u.kind in ('stated', 'adopted') and ${isShown(sql`u.date_last`, span, cut)}),
    counted as (
      select e.*, count(*) over (partition by e.bucket, e.kind) as of_bucket, count(*) over () as of_all from event e)
    select c.bucket, c.kind, count(*) as count,
           coalesce(json_agg(json_build_object('ref', r.key, 'title', r.title, 'date', c.date) order by c.date_last, r.key, c.id)
                    filter (where r.key is not null), '[]'::json) as events
    from counted c
    left join ${current('recommendation', cut)} r
      on (c.of_bucket <= ${each} or c.of_all <= ${most}) and r.root_id = c.recommendation_id
    group by c.bucket, c.kind order by c.bucket, c.kind desc`.execute(db)
  return rows
}

export type TimelineChanges = { bucket: string; advanced: number; regressed: number; contrary: number }

/**
 * How often the standing of recommendations on the partner's side changed, by bucket: each standing finding with a level
 * against the standing one with a level before it (`getDirection`), on the finding's last effective day, if the
 * recommendation was in force on it. `contrary`: it regressed to going backwards; such a one is not among `regressed`.
 *
 * The window runs against the order of time, since that is the order of the index publication_in_force: then the
 * findings need no sorting.
 */
export async function listTimelineChanges(
  db: Reader,
  cut: RecordCut,
  span: Span,
): Promise<TimelineChanges[]> {
  const { rows } = await sql<TimelineChanges>`
    with dropped_ids as materialized ${dropped(cut)},
    step as (
      select p.recommendation_id, p.effective_last, p.rank,
             lead(p.rank) over (partition by p.recommendation_id order by p.effective_last desc, p.recorded_at desc, p.assessment_id desc) as before
      from (select p.recommendation_id, p.effective_last, p.recorded_at, p.assessment_id,
                   case when p.contrary then 0 else array_position(array['none', 'limited', 'some', 'substantial', 'full'], p.level) end as rank
            from publication p
            where p.dossier_id = ${cut.dossierId} and p.step_id is null and p.level is not null
              and p.effective_last <= least(${span.to}::date, ${cut.asOf}::date)
              and p.recorded_at <= ${cut.knownAt}::timestamptz and p.assessment_id not in (select id from dropped_ids)) p)
    select ${bucketOf(sql`s.effective_last`, span)} as bucket,
           count(*) filter (where s.rank > s.before) as advanced,
           count(*) filter (where s.rank < s.before and s.rank > 0) as regressed,
           count(*) filter (where s.rank < s.before and s.rank = 0) as contrary
    from step s
    join ${recommendationsAt(cut)} r on r.root_id = s.recommendation_id and r.issued_last <= s.effective_last
      and (r.left_on is null or r.left_on > s.effective_last)
    join ${sides(cut)} d on d.version_id = r.id and d.side = 'partner'
    where s.before <> s.rank and s.effective_last >= ${span.from}::date
    group by 1 order by 1`.execute(db)
  return rows
}
