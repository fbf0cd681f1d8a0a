import type { Level, State } from '@waymark/assessment/level'
import type {
  AgendaFacts,
  CaseFact,
  ClaimFact,
  EvidenceFact,
  FindingFact,
  GateFact,
  RatingFact,
  RecommendationPair,
} from '@waymark/meeting/agenda-facts'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { eventsOf, isWaivedOn, linkHolds } from './gate.query.ts'
import {
  current,
  dropped,
  findingsOn,
  isPartnerSide,
  type RecordCut,
  recommendationsAt,
} from './relations.ts'

type Db = Kysely<Database>

/** Two cuts through one dossier, and how far ahead of the later one milestones and hearings are looked for. */
export type AgendaWindow = Pick<AgendaFacts, 'since' | 'until' | 'aheadDays'> & { readonly dossierId: number }

const cutOf = ({ dossierId }: AgendaWindow, { asOf, knownAt }: AgendaFacts['since']): RecordCut => ({
  dossierId,
  asOf,
  knownAt,
})

const recordedBetween = (alias: string, { since, until }: AgendaWindow) => {
  const at = sql.ref(`${alias}.recorded_at`)
  return sql`(${at} > ${since.knownAt}::timestamptz and ${at} <= ${until.knownAt}::timestamptz)`
}
/** The first version has the key by which a recommendation goes. */
const refOf = (id: string) => sql`join recommendation r on r.id = ${sql.ref(id)}`

/** When the record of a dossier was first written; null where there is none. */
export async function getRecordBegin(db: Db, dossierId: number): Promise<string | null> {
  const { rows } = await sql<{ beginsAt: string }>`
    select begins_at as "beginsAt" from dossier_head where dossier_id = ${dossierId}`.execute(db)
  return rows[0]?.beginsAt ?? null
}

/** The instant of the newest write; null before the first. */
export async function getNewestInstant(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

type AtCut = {
  area: string | null
  months: number | null
  id: number | null
  effective: string | null
  level: Level | null
  state: State | null
  contrary: boolean | null
}

/** Recommendations in force at either cut, with the finding in force at each. Reads like the scorecard, twice. */
export async function listAgendaPairs(db: Db, window: AgendaWindow): Promise<RecommendationPair[]> {
  const at = (cut: RecordCut) => sql`(
    with dropped_ids as materialized ${dropped(cut)}
    select r.root_id, r.key, r.area_id::text as area, r.review_months as months,
           f.assessment_id as id, f.effective, f.level, f.state, f.contrary
    from ${recommendationsAt(cut)} r left join ${findingsOn(sql`${cut.asOf}::date`, cut)} f on f.recommendation_id = r.root_id
    where r.left_on is null)`
  const { rows } = await sql<{ ref: string; from: AtCut | null; to: AtCut | null }>`
    select coalesce(t.key, f.key) as ref,
           case when f.root_id is not null then to_jsonb(f) end as from, case when t.root_id is not null then to_jsonb(t) end as to
    from ${at(cutOf(window, window.since))} f full join ${at(cutOf(window, window.until))} t using (root_id)`.execute(
    db,
  )
  return rows.map(({ ref, from, to }) => ({ ref, from: buildFacts(from), to: buildFacts(to) }))
}

const buildFacts = (row: AtCut | null): RecommendationPair['from'] =>
  row === null ? null : { area: row.area ?? '', reviewMonths: row.months ?? 0, finding: buildFinding(row) }

const buildFinding = ({ id, effective, level, state, contrary }: AtCut): FindingFact | null =>
  id === null || effective === null ? null : { id, effective, level, state, contrary: contrary ?? false }

/**
 * Evidence for and against that came with findings published between the cuts and standing at the later one. What a corrected
 * finding cited already is not new.
 */
export async function listAgendaEvidence(db: Db, window: AgendaWindow): Promise<EvidenceFact[]> {
  const { rows } = await sql<EvidenceFact>`
    with dropped_ids as materialized ${dropped(cutOf(window, window.until))}
    select r.key as ref, e.stance, p.recorded_at as "recordedAt"
    from publication p join evidence e on e.assessment_id = p.assessment_id and e.stance in ('supports', 'contradicts')
    ${refOf('p.recommendation_id')}
    where p.dossier_id = ${window.dossierId} and p.step_id is null and ${recordedBetween('p', window)}
      and p.assessment_id not in (select id from dropped_ids)
      and not exists (select from evidence o where o.assessment_id = p.supersedes_id and o.source_id = e.source_id and o.stance = e.stance
                      and o.locator is not distinct from e.locator)`.execute(db)
  return rows
}

type RatingRow = {
  ref: string
  recordedAt: string
  firstLevel: Level | null
  firstState: State | null
  firstContrary: boolean
  level: Level | null
  state: State | null
  contrary: boolean
}

/** Second ratings given between the cuts, each beside the first; of assessments that were not returned or taken back since. */
export async function listAgendaRatings(db: Db, window: AgendaWindow): Promise<RatingFact[]> {
  const { rows } = await sql<RatingRow>`
    select r.key as ref, c.recorded_at as "recordedAt", a.level as "firstLevel", a.state as "firstState", a.contrary as "firstContrary",
           c.level, c.state, c.contrary
    from coding c join assessment a on a.id = c.assessment_id ${refOf('a.recommendation_id')}
    where c.dossier_id = ${window.dossierId} and ${recordedBetween('c', window)}
      and not exists (select from review v where v.assessment_id = a.id and v.outcome <> 'published'
                      and v.recorded_at <= ${window.until.knownAt}::timestamptz)`.execute(db)
  return rows.map(({ ref, recordedAt, firstLevel, firstState, firstContrary, ...second }) => ({
    ref,
    recordedAt,
    first: { level: firstLevel, state: firstState, contrary: firstContrary },
    second,
  }))
}

/** Claims as they stand at the later cut, of those recorded or corrected between the cuts. */
export async function listAgendaClaims(db: Db, window: AgendaWindow): Promise<ClaimFact[]> {
  const { rows } = await sql<ClaimFact>`
    select r.key as ref, c.date, c.level, c.recorded_at as "recordedAt"
    from ${current('claim', cutOf(window, window.until))} c ${refOf('c.recommendation_id')}
    where ${recordedBetween('c', window)}`.execute(db)
  return rows
}

/** Required links of the partner's side, at the later cut, to milestones that are planned ahead within reach of the window. */
export async function listAgendaGates(db: Db, window: AgendaWindow): Promise<GateFact[]> {
  const cut = cutOf(window, window.until)
  const day = sql`${cut.asOf}::date`
  const { rows } = await sql<GateFact>`
    with ahead as materialized (
      select m.root_id, m.key, coalesce(e.moved, m.planned) as planned
      from ${current('milestone', cut)} m cross join ${eventsOf(cut)}
      where (m.occurred_last is null or m.occurred_last > ${day}) and e.cancelled is null
        and coalesce(e.moved_last, m.planned_last) >= ${day}
        and waymark.first_day(coalesce(e.moved, m.planned)) <= ${day} + ${window.aheadDays}::int)
    select r.key as ref, a.key as milestone, a.planned, l.role, l.required, ${isWaivedOn(sql`l.root_id`, day, cut)} as waived
    from ahead a join ${current('linkage', cut)} l on l.milestone_id = a.root_id
    join ${recommendationsAt(cut)} r on r.root_id = l.recommendation_id
    where l.role = 'required' and ${linkHolds('l', day)} and r.left_on is null and ${isPartnerSide(sql`r.id`, cut)}`.execute(
    db,
  )
  return rows
}

/**
 * Cases with another status in force than at the earlier cut, or with a hearing from the later one on. One whose personal data
 * was erased is not there.
 */
export async function listAgendaCases(db: Db, window: AgendaWindow): Promise<CaseFact[]> {
  const until = cutOf(window, window.until)
  const statusAt = (cut: RecordCut) => sql`(
    select jsonb_build_object('status', s.status, 'date', s.date) as said from ${current('case_status', cut)} s
    where s.case_id = c.root_id and s.date_last <= ${cut.asOf}::date
    order by s.date_last desc, s.recorded_at desc, s.id desc limit 1)`
  const { rows } = await sql<CaseFact>`
    select c.key, c.sensitivity, f.said as from, t.said as to, coalesce(h.hearings, '[]'::jsonb) as hearings
    from ${current('case_record', until)} c join personal_data p on p.row_id = c.id
    left join lateral ${statusAt(cutOf(window, window.since))} f on true
    left join lateral ${statusAt(until)} t on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('kind', x.kind, 'date', x.date) order by x.date_last, x.id) as hearings
      from case_hearing x
      where x.case_id = c.root_id and not x.void and x.recorded_at <= ${until.knownAt}::timestamptz
        and x.date_last >= ${until.asOf}::date and waymark.first_day(x.date) <= ${until.asOf}::date + ${window.aheadDays}::int
        and not exists (select from case_hearing later where later.supersedes_id is not null and later.supersedes_id = x.id
                        and later.recorded_at <= ${until.knownAt}::timestamptz)) h on true
    where t.said is distinct from f.said or h.hearings is not null`.execute(db)
  return rows
}

/** Open action points of a series. */
export const listOpenActions = (db: Db, series: number): Promise<AgendaFacts['actions'][number][]> =>
  db
    .selectFrom('action_point')
    .select(['id', 'due_on as due', 'snoozed_until as snoozedUntil', 'sensitivity'])
    .where('series_id', '=', series)
    .where('state', '=', 'open')
    .execute() as Promise<AgendaFacts['actions'][number][]>

/** Decisions of a series that hold, and whose day to be looked at again has come. */
export const listDecisionsToReview = (
  db: Db,
  series: number,
  heldOn: string,
): Promise<AgendaFacts['decisions'][number][]> =>
  db
    .selectFrom('meeting_decision')
    .select(['id', 'review_on as reviewOn', 'sensitivity'])
    .where('series_id', '=', series)
    .where('review_on', '<=', heldOn)
    .where('superseded_by', 'is', null)
    .execute() as Promise<AgendaFacts['decisions'][number][]>

/** Meetings of a series that were cancelled after an instant, the latest cancelled first; all, where none is given. */
export async function listCancelledSince(db: Db, series: number, knownAt: string | null): Promise<number[]> {
  const { rows } = await sql<{ meeting: number }>`
    select t.meeting_id as meeting
    from meeting_standing t join meeting_event e on e.meeting_id = t.meeting_id and e.seq = t.seq and e.kind = 'cancelled'
    where t.series_id = ${series} and t.state = 'cancelled'
      and ${knownAt === null ? sql`true` : sql`e.recorded_at > ${knownAt}::timestamptz`}
    order by e.recorded_at desc limit 20`.execute(db)
  return rows.map(({ meeting }) => meeting)
}
