import type { Level, State } from '@waymark/assessment/level'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import type { DeskAssessmentRow } from './desk-assessment.query.ts'

type Db = Kysely<Database>

/** Assignments to rate an assessment, and the assessment that each is about. */
const isAssignedTo = (assessment: RawBuilder<unknown>, userId: string) => sql`
  s.task = 'code' and s.subject_kind = 'assessment' and s.assignee_id = ${userId} and s.subject_key = ${assessment}::text`

/**
 * Condition on an assessment called `a`: the person was asked to rate it without seeing it, and has neither rated nor
 * declined. While it holds, nothing that the assessment says may reach them: no level, direction, confidence, rationale,
 * stance or reason. It ends when the assessment is reviewed, since what is published is public. One's own is never hidden.
 */
export const isBlindTo = (userId: string): RawBuilder<boolean> => sql<boolean>`(
  a.author_id is distinct from ${userId}
  and exists (select from assignment s where ${isAssignedTo(sql`a.id`, userId)} and s.done_at is null)
  and not exists (select from assignment s where ${isAssignedTo(sql`a.id`, userId)} and s.done_at is not null)
  and not exists (select from review v where v.assessment_id = a.id)
  and not exists (select from coding c where c.assessment_id = a.id and c.coder_id = ${userId}))`

/** Ids of the assessments of a dossier that this person may not see now. */
export async function listBlindIds(app: Db, dossier: string, userId: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select a.id from assignment mine
    join assessment a on mine.subject_key = a.id::text
    join dossier d on d.id = a.dossier_id
    where mine.assignee_id = ${userId} and mine.done_at is null and mine.task = 'code' and mine.subject_kind = 'assessment'
      and d.key = ${dossier} and ${isBlindTo(userId)}`.execute(app)
  return new Set(rows.map(({ id }) => id))
}

export type HeldTalk = {
  readonly dossier: string
  readonly kind: 'assessment' | 'recommendation'
  readonly key: string
}

/**
 * The records of which colleagues' talk is held back from this person: assessments that they may not see now, and the
 * recommendations that these are about. What is said there may tell of the rating.
 */
export async function listHeldTalk(app: Db, userId: string): Promise<HeldTalk[]> {
  const { rows } = await sql<HeldTalk>`
    select distinct d.key as dossier, held.kind, held.key from assignment mine
    join assessment a on mine.subject_key = a.id::text
    join dossier d on d.id = a.dossier_id
    join recommendation r on r.id = a.recommendation_id
    cross join lateral (values ('assessment', a.id::text), ('recommendation', r.key)) as held (kind, key)
    where mine.assignee_id = ${userId} and mine.done_at is null and mine.task = 'code' and mine.subject_kind = 'assessment'
      and ${isBlindTo(userId)}`.execute(app)
  return rows
}

/** Those of these assessments that this person may not see now. */
export async function listBlindAmong(app: Db, ids: readonly number[], userId: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id from assessment a where a.id = any(${[...ids]}::bigint[]) and ${isBlindTo(userId)}`.execute(
    app,
  )
  return rows.map(({ id }) => id)
}

export async function isBlind(app: Db, assessmentId: number, userId: string): Promise<boolean> {
  const { rows } =
    await sql`select from assessment a where a.id = ${assessmentId} and ${isBlindTo(userId)}`.execute(app)
  return rows.length > 0
}

export type ToCodeRow = {
  id: number
  ref: string
  title: string
  step: string | null
  effective: string
  submittedAt: string
  askedBy: string | null
  dueOn: string | null
}

const latest = sql`join recommendation r on r.root_id = a.recommendation_id
  and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = r.id)`

/** What one was asked to rate, and what one may pick: submitted by others, not reviewed, never taken up by this person. */
export async function listToCode(
  app: Db,
  dossier: string,
  userId: string,
): Promise<{ asked: ToCodeRow[]; open: ToCodeRow[] }> {
  const { rows } = await sql<ToCodeRow & { asked: boolean }>`
    select a.id, r.key as ref, r.title, st.text as step, a.effective, a.recorded_at as "submittedAt", ${isBlindTo(userId)} as asked,
           case when s.assigner_id <> ${userId} then s.assigner_name end as "askedBy", s.due_on as "dueOn"
    from assessment a join dossier d on d.id = a.dossier_id ${latest}
    left join progress_step st on st.id = a.step_id
    left join assignment s on ${isAssignedTo(sql`a.id`, userId)} and s.done_at is null
    where d.key = ${dossier} and a.file_hash is null and a.author_id <> ${userId}
      and not exists (select from review v where v.assessment_id = a.id)
      and (${isBlindTo(userId)} or not exists (select from assignment s where ${isAssignedTo(sql`a.id`, userId)}))
      and not exists (select from coding c where c.assessment_id = a.id and c.coder_id = ${userId})
    order by a.id`.execute(app)
  const strip = (asked: boolean) =>
    rows.filter((row) => row.asked === asked).map(({ asked: _, ...row }) => row)
  return { asked: strip(true), open: strip(false) }
}

/** True when this person once took up, rated or declined the rating of an assessment. */
export async function hasTakenUp(app: Db, assessmentId: number, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select from assignment s where ${isAssignedTo(sql`${assessmentId}`, userId)}
    union all select from coding c where c.assessment_id = ${assessmentId} and c.coder_id = ${userId} limit 1`.execute(
    app,
  )
  return rows.length > 0
}

export type CodingRow = {
  assessmentId: number
  coderId: string
  coder: string
  level: Level | null
  state: State | null
  contrary: boolean
  rationale: string
  recordedAt: string
}

/** Second ratings of these assessments, in the order in which they were given. */
export async function listCodings(app: Db, assessmentIds: readonly number[]): Promise<CodingRow[]> {
  const { rows } = await sql<CodingRow>`
    select assessment_id as "assessmentId", coder_id as "coderId", coder_name as coder, level, state, contrary, rationale,
           recorded_at as "recordedAt"
    from coding where assessment_id = any(${[...assessmentIds]}::bigint[]) order by id`.execute(app)
  return rows
}

export type AskedRow = { assessmentId: number; coderId: string; coder: string; done: boolean }

/** Who was asked to rate one assessment. */
export async function listAsked(app: Db, assessmentId: number): Promise<AskedRow[]> {
  const { rows } = await sql<AskedRow>`
    select ${assessmentId}::bigint as "assessmentId", s.assignee_id as "coderId", m.name as coder, s.done_at is not null as done
    from assignment s join member m on m.user_id = s.assignee_id
    where s.task = 'code' and s.subject_kind = 'assessment' and s.subject_key = ${assessmentId}::text
    order by s.created_at, s.id`.execute(app)
  return rows
}

export type RatedRow = {
  id: number
  ref: string
  title: string
  area: string
  areaTitle: string
  outcome: DeskAssessmentRow['outcome']
  author: string
  level: Level | null
  state: State | null
  contrary: boolean
}

/** Assessments of a dossier that somebody rated a second time, latest first; without those that this person may not see. */
export async function listRated(app: Db, dossier: string, userId: string): Promise<RatedRow[]> {
  const { rows } = await sql<RatedRow>`
    select a.id, r.key as ref, r.title, area.key as area, area.title as "areaTitle", v.outcome, a.author_name as author, a.level, a.state, a.contrary
    from assessment a join dossier d on d.id = a.dossier_id ${latest}
    join area on area.root_id = r.area_id
      and not exists (select from area later where later.supersedes_id is not null and later.supersedes_id = area.id)
    left join review v on v.assessment_id = a.id
    where d.key = ${dossier} and exists (select from coding c where c.assessment_id = a.id) and not ${isBlindTo(userId)}
    order by a.id desc`.execute(app)
  return rows
}
