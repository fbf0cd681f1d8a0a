import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, isCurrent, type RecordCut, recommendationsAt } from './relations.ts'

/**
 * What the public record says at a cut, whole tables at a time, for an edition. Cases are left out. Each answer is the same
 * whenever it is asked for again, also on a server with another collation; the number of queries does not depend on what is
 * found.
 */

type Value = string | number | boolean | null
type Row = Record<string, Value>

const read = async (db: Reader, query: RawBuilder<Row>): Promise<Row[]> => (await query.execute(db)).rows

/** The dossier in its words at the cut. */
export async function getDossierAt(db: Reader, cut: RecordCut) {
  const { rows } = await sql<{ key: string; title: string; partner: string; note: string | null }>`
    select d.key, d.title, d.partner, d.note from dossier d
    where d.root_id = ${cut.dossierId} and ${isCurrent('dossier', 'd', cut)}`.execute(db)
  return rows[0] ?? null
}

const sourceKey = (source: RawBuilder<unknown>, cut: RecordCut) =>
  sql`(select s.key from source s where s.root_id = ${source} and ${isCurrent('source', 's', cut)})`

const actorKeys = (role: string, cut: RecordCut) => sql`(
  select string_agg(a.key, ' ' order by ra.position) from recommendation_actor ra
  join ${current('actor', cut)} a on a.root_id = ra.actor_id where ra.version_id = r.id and ra.role = ${role})`

/** Wording and place of every recommendation that exists at the cut. */
export const listRecommendationTexts = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select r.key as ref, v.text, ${sourceKey(sql`v.source_id`, cut)} as source, v.locator, v.criterion, v.review_months as "reviewMonths", r.left_on as "left",
           ${actorKeys('issued-by', cut)} as "issuedBy", ${actorKeys('addressee', cut)} as addressees, ${actorKeys('responsible', cut)} as responsible,
           (select string_agg(l.kind || ' ' || t.key, '; ' order by l.position) from recommendation_lineage l
            join ${current('recommendation', cut)} t on t.root_id = l.target_id where l.version_id = r.id) as lineage
    from ${recommendationsAt(cut)} r join recommendation v on v.id = r.id order by r.key collate "C"`,
  )

export const listStepTexts = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select r.key as recommendation, p.step, p.kind, p.text
    from ${current('progress_step', cut)} p join ${recommendationsAt(cut)} r on r.root_id = p.recommendation_id
    order by r.key collate "C", p.position, p.step collate "C"`,
  )

/** Relation: findings published by the cut and effective by its day, numbered from 1 by recommendation and time. */
const numbered = (cut: RecordCut) => sql`(
  select row_number() over (order by r.key collate "C", f.effective_last, f.recorded_at, f.assessment_id) as finding, r.key as recommendation,
         p.step, f.assessment_id, f.effective, f.level, f.state, f.contrary, f.confidence, f.rationale, f.recorded_at, f.reason
  from finding f join ${recommendationsAt(cut)} r on r.root_id = f.recommendation_id
  left join ${current('progress_step', cut)} p on p.root_id = f.step_id
  where f.dossier_id = ${cut.dossierId} and f.recorded_at <= ${cut.knownAt}::timestamptz and f.effective_last <= ${cut.asOf}::date)`

export const listAllFindings = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select n.finding, n.recommendation, n.step, n.effective, n.level, n.state, n.contrary, n.confidence, n.rationale, n.recorded_at as "recordedAt",
           case when exists (select from publication c where c.supersedes_id is not null and c.supersedes_id = n.assessment_id
                             and c.recorded_at <= ${cut.knownAt}::timestamptz) then 'corrected'
                when exists (select from withdrawal w where w.assessment_id = n.assessment_id and w.recorded_at <= ${cut.knownAt}::timestamptz) then 'withdrawn'
                else 'stands' end as fate, n.reason as "correctionReason"
    from ${numbered(cut)} n order by n.finding`,
  )

export const listAllEvidence = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select n.finding, n.recommendation, e.position, ${sourceKey(sql`e.source_id`, cut)} as source, e.locator, e.stance, e.kind, e.origin,
           e.fact_date as "factDate", e.excerpt
    from ${numbered(cut)} n join evidence e on e.assessment_id = n.assessment_id order by n.finding, e.position`,
  )

export const listAllUptake = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select r.key as recommendation, u.kind, u.date, o.key as round, u.forum, ${sourceKey(sql`u.source_id`, cut)} as source, u.locator, u.note
    from ${current('uptake_event', cut)} u join ${recommendationsAt(cut)} r on r.root_id = u.recommendation_id
    left join ${current('round', cut)} o on o.root_id = u.round_id
    where u.date_last <= ${cut.asOf}::date order by r.key collate "C", u.date_last, u.root_id`,
  )

export const listAllClaims = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select r.key as recommendation, a.key as actor, c.date, c.level, c.text, ${sourceKey(sql`c.source_id`, cut)} as source, c.locator
    from ${current('claim', cut)} c join ${recommendationsAt(cut)} r on r.root_id = c.recommendation_id
    join ${current('actor', cut)} a on a.root_id = c.actor_id
    where c.date_last <= ${cut.asOf}::date order by r.key collate "C", c.date_last, c.root_id`,
  )

export const listAllCommitments = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select c.key, a.key as actor, c.date, c.summary, ${sourceKey(sql`c.source_id`, cut)} as source, c.locator
    from ${current('commitment', cut)} c join ${current('actor', cut)} a on a.root_id = c.actor_id
    where c.date_last <= ${cut.asOf}::date order by c.date_last, c.key collate "C"`,
  )

export const listAllWaivers = (db: Reader, cut: RecordCut) =>
  read(
    db,
    sql`
    select r.key as recommendation, m.key as milestone, w.effective, case when w.ended_last <= ${cut.asOf}::date then w.ended end as ended, w.why,
           ${sourceKey(sql`w.source_id`, cut)} as source, w.locator
    from ${current('waiver', cut)} w
    join linkage l on l.root_id = w.linkage_id and ${isCurrent('linkage', 'l', cut)}
    join ${recommendationsAt(cut)} r on r.root_id = l.recommendation_id
    join ${current('milestone', cut)} m on m.root_id = l.milestone_id
    where w.effective_last <= ${cut.asOf}::date order by r.key collate "C", m.key collate "C", w.effective_last, w.root_id`,
  )

export const listAllActors = (db: Reader, cut: RecordCut) =>
  read(db, sql`select a.key, a.name, a.kind from ${current('actor', cut)} a order by a.key collate "C"`)

/** Sources by their keys, as known at the cut. */
export const listSourcesByKey = (db: Reader, cut: RecordCut, keys: readonly string[]) =>
  read(
    db,
    sql`
    select s.key, s.title, s.publisher, s.kind, s.date, s.url, s.language from ${current('source', cut)} s
    where s.key = any(${[...keys]}::text[]) order by s.key collate "C"`,
  )
