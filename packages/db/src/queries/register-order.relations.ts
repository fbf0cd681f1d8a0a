import { type RawBuilder, sql } from 'kysely'
import { current, findingOn, type RecordCut, reviewMonthsOf, standingWord } from './relations.ts'

export type RegisterSort =
  | 'ref'
  | 'title'
  | 'area'
  | 'standing'
  | 'effective'
  | 'confidence'
  | 'evidence'
  | 'issued'
  | 'uptake'
  | 'waiting'
  | 'due'
  | 'author'

/** Condition on an assessment `a`: it waits for review. */
export const isWaiting = sql`a.file_hash is null and not exists (select from review v where v.assessment_id = a.id)`

/** Expression: how far the uptake `u` went. */
export const uptakeRank = sql`array_position(array['proposed', 'raised', 'stated', 'adopted', 'committed'], u.kind)`
const standingRank = sql`array_position(array['contrary', 'none', 'limited', 'some', 'substantial', 'full', 'stale', 'no-information', 'not-assessed', 'not-applicable', 'withdrawn'], m.word)`

/**
 * Relation: the rows of `candidate` (`id`, `review_months` and more) with the finding in force at the cut. Of most, at a cut of
 * these days, latest_finding knows it: it does wherever all that was recorded is known and its day has come. Of the others the
 * record is asked; for those that are known it is asked for nothing. `dropped_ids` must be a CTE of `dropped`.
 */
export const withFindings = (cut: RecordCut): RawBuilder<unknown> => {
  const day = sql`${cut.asOf}::date`
  return sql`(
    select c.*, f.assessment_id, f.effective_last, f.confidence, f.author_name, ${standingWord('f', reviewMonthsOf('c', cut), day)} as word
    from candidate c
    left join latest_finding l on l.recommendation_id = c.id and l.settled_at <= ${cut.knownAt}::timestamptz
      and (l.assessment_id is null or l.effective_last <= ${day})
    left join lateral ${findingOn(sql`(case when l.recommendation_id is null then c.id end)`, day, cut)} o on true
    left join lateral (select coalesce(l.assessment_id, o.assessment_id) as assessment_id, coalesce(l.effective_last, o.effective_last) as effective_last,
                              coalesce(l.level, o.level) as level, coalesce(l.state, o.state) as state, coalesce(l.contrary, o.contrary) as contrary,
                              coalesce(l.confidence, (select a.confidence from assessment a where a.id = o.assessment_id)) as confidence,
                              coalesce(l.author_name, (select a.author_name from assessment a where a.id = o.assessment_id)) as author_name) f on true)`
}

/** How one column orders: what it is ordered by, where that comes from, and whether it needs the finding in force. */
type Order = {
  readonly by: RawBuilder<unknown>
  readonly from?: RawBuilder<unknown>
  readonly finding?: true
}

/** By what the register is ordered; null comes last either way. */
export function getOrder(by: RegisterSort, cut: RecordCut): Order {
  const orders: Readonly<Record<RegisterSort, Order>> = {
    ref: { by: sql`m.ref` },
    title: { by: sql`m.title collate "und-x-icu"` },
    issued: { by: sql`m.issued_last` },
    area: { by: sql`ar.position`, from: sql`join ${current('area', cut)} ar on ar.root_id = m.area_id` },
    standing: { by: standingRank, finding: true },
    effective: { by: sql`m.effective_last`, finding: true },
    confidence: { by: sql`array_position(array['low', 'medium', 'high'], m.confidence)`, finding: true },
    author: { by: sql`m.author_name collate "und-x-icu"`, finding: true },
    evidence: {
      by: sql`(select count(*) from evidence e where e.assessment_id = m.assessment_id)`,
      finding: true,
    },
    uptake: {
      by: sql`ua.reached`,
      from: sql`left join (select u.recommendation_id, max(${uptakeRank}) as reached from ${current('uptake_event', cut)} u
        where u.date_last <= ${cut.asOf}::date group by u.recommendation_id) ua on ua.recommendation_id = m.id`,
    },
    waiting: {
      by: sql`wa.waiting`,
      from: sql`left join (select a.recommendation_id, count(*) as waiting from assessment a
        where a.dossier_id = ${cut.dossierId} and ${isWaiting} group by a.recommendation_id) wa on wa.recommendation_id = m.id`,
    },
    due: {
      by: sql`du.due`,
      from: sql`left join (select s.subject_key, min(s.due_on) as due from assignment s
        where s.dossier_id = ${cut.dossierId} and s.subject_kind = 'recommendation' and s.done_at is null group by s.subject_key) du on du.subject_key = m.ref`,
    },
  }
  return orders[by]
}
