import type { SourceKind } from '@waymark/recommendation/source'
import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../reader.ts'
import { current, dropped, isCurrent, type RecordCut, recommendationsAt } from './relations.ts'

export type SourceRow = {
  id: number
  key: string
  title: string
  publisher: string
  kind: SourceKind
  date: string
  url: string | null
  language: string
  file: string | null
}

/** Sources by id, as known at the cut (a source that was corrected shows its version then). */
export async function listSourcesById(
  db: Reader,
  cut: RecordCut,
  ids: readonly number[],
): Promise<Map<number, SourceRow>> {
  const { rows } = await sql<SourceRow>`
    select s.root_id as id, s.key, s.title, s.publisher, s.kind, s.date, s.url, s.language, s.file
    from source s where s.root_id = any(${[...new Set(ids)]}::bigint[]) and ${isCurrent('source', 's', cut)}`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Relation `(id)`: sources on which something rests that is shown at the cut. A source may be later than what it tells of.
 */
const restedOn = (cut: RecordCut): RawBuilder<unknown> => {
  const day = sql`${cut.asOf}::date`
  return sql`(
    select v.source_id as id from ${recommendationsAt(cut)} r join recommendation v on v.id = r.id
    union select e.source_id from evidence e join publication p on p.assessment_id = e.assessment_id
      where p.dossier_id = ${cut.dossierId} and p.effective_last <= ${day} and p.recorded_at <= ${cut.knownAt}::timestamptz
    union select u.source_id from ${current('uptake_event', cut)} u where u.date_last <= ${day}
    union select c.source_id from ${current('commitment', cut)} c where c.date_last <= ${day}
    union select m.source_id from ${current('milestone', cut)} m where m.occurred_last <= ${day}
    union select o.source_id from ${current('round', cut)} o where o.date_last <= ${day}
    union select c.source_id from ${current('claim', cut)} c where c.date_last <= ${day}
    union select t.source_id from ${current('case_status', cut)} t where t.date_last <= ${day})`
}

/** One page of the sources, by date and title: those dated by `asOf`, and those on which something shown rests. */
export async function listSources(
  db: Reader,
  cut: RecordCut,
  { words, limit, offset }: { words: readonly string[]; limit: number; offset: number },
): Promise<{ rows: SourceRow[]; total: number }> {
  const conditions = words.map((w) => {
    const like = `%${w.replace(/[\\%_]/g, '\\$&')}%`
    return sql`and (s.title ilike ${like} or s.publisher ilike ${like} or s.key ilike ${like})`
  })
  const { rows } = await sql<SourceRow & { total: number }>`
    select s.root_id as id, s.key, s.title, s.publisher, s.kind, s.date, s.url, s.language, s.file, count(*) over () as total
    from ${current('source', cut)} s
    where (s.date_last <= ${cut.asOf}::date or s.root_id in (select id from ${restedOn(cut)} shown)) ${sql.join(conditions, sql` `)}
    order by s.date_last, s.title, s.key limit ${limit} offset ${offset}`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** What rests on these sources, at the cut: one list a kind, each row naming its source. */
export async function listRestingOn(db: Reader, cut: RecordCut, sourceIds: readonly number[]) {
  const ids = sql`any(${[...sourceIds]}::bigint[])`
  const [recommendations, evidence, uptake, commitments, milestones, rounds, claims, cases] =
    await Promise.all([
      sql<{ sourceId: number; ref: string; title: string; locator: string | null }>`
      select v.source_id as "sourceId", r.key as ref, r.title, v.locator from ${recommendationsAt(cut)} r join recommendation v on v.id = r.id
      where v.source_id = ${ids} order by r.key`.execute(db),
      sql<{ sourceId: number; ref: string; effective: string; locator: string | null; stance: string }>`
      select e.source_id as "sourceId", r.key as ref, p.effective, e.locator, e.stance
      from evidence e join publication p on p.assessment_id = e.assessment_id
      join ${current('recommendation', cut)} r on r.root_id = p.recommendation_id
      where e.source_id = ${ids} and p.effective_last <= ${cut.asOf}::date and p.recorded_at <= ${cut.knownAt}::timestamptz
        and p.assessment_id not in (select id from ${dropped(cut)} d)
      order by r.key, p.effective_last, p.assessment_id, e.position`.execute(db),
      sql<{ sourceId: number; ref: string; kind: string; date: string; locator: string | null }>`
      select u.source_id as "sourceId", r.key as ref, u.kind, u.date, u.locator
      from ${current('uptake_event', cut)} u join ${current('recommendation', cut)} r on r.root_id = u.recommendation_id
      where u.source_id = ${ids} and u.date_last <= ${cut.asOf}::date order by u.date_last, r.key`.execute(
        db,
      ),
      sql<{
        sourceId: number
        key: string
        summary: string
        date: string
        actor: string
        locator: string | null
      }>`
      select c.source_id as "sourceId", c.key, c.summary, c.date, a.name as actor, c.locator
      from ${current('commitment', cut)} c join ${current('actor', cut)} a on a.root_id = c.actor_id
      where c.source_id = ${ids} and c.date_last <= ${cut.asOf}::date order by c.date_last, c.key`.execute(
        db,
      ),
      sql<{ sourceId: number; key: string; title: string; locator: string | null }>`
      select m.source_id as "sourceId", m.key, m.title, m.locator from ${current('milestone', cut)} m
      where m.source_id = ${ids} and m.occurred_last <= ${cut.asOf}::date order by m.occurred_last, m.key`.execute(
        db,
      ),
      sql<{ sourceId: number; key: string; title: string }>`
      select o.source_id as "sourceId", o.key, o.title from ${current('round', cut)} o
      where o.source_id = ${ids} and o.date_last <= ${cut.asOf}::date order by o.date_last, o.key`.execute(
        db,
      ),
      sql<{ sourceId: number; ref: string; date: string; locator: string | null }>`
      select c.source_id as "sourceId", r.key as ref, c.date, c.locator
      from ${current('claim', cut)} c join ${current('recommendation', cut)} r on r.root_id = c.recommendation_id
      where c.source_id = ${ids} and c.date_last <= ${cut.asOf}::date order by c.date_last, r.key`.execute(
        db,
      ),
      sql<{ sourceId: number; key: string; name: string }>`
      select distinct st.source_id as "sourceId", c.key, c.public_name as name
      from ${current('case_status', cut)} st join ${current('case_record', cut)} c on c.root_id = st.case_id
      where st.source_id = ${ids} and st.date_last <= ${cut.asOf}::date order by c.key`.execute(db),
    ])
  return {
    recommendations: recommendations.rows,
    evidence: evidence.rows,
    uptake: uptake.rows,
    commitments: commitments.rows,
    milestones: milestones.rows,
    rounds: rounds.rows,
    claims: claims.rows,
    cases: cases.rows,
  }
}
