import type { Level, State } from '@waymark/assessment/level'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { recordVersion } from './recommendation.query.ts'

export type DeskAssessmentRow = {
  id: number
  dossier: string
  dossierId: number
  ref: string
  title: string
  recommendationId: number
  stepId: number | null
  step: string | null
  level: Level | null
  state: State | null
  contrary: boolean
  effective: string
  rationale: string
  confidence: 'high' | 'medium' | 'low'
  authorId: string | null
  author: string
  submittedAt: string
  basedOn: number
  supersedes: number | null
  reason: string | null
  outcome: 'published' | 'returned' | 'retracted' | null
  reviewer: string | null
  reviewedAt: string | null
  comment: string | null
  selfPublished: boolean | null
  corrected: boolean
  withdrawn: boolean
}

type Db = Kysely<Database>

const select = (where: RawBuilder<unknown>, order: RawBuilder<unknown>) => sql<DeskAssessmentRow>`
  select a.id, d.key as dossier, a.dossier_id as "dossierId", r.key as ref, rv.title, a.recommendation_id as "recommendationId",
         a.step_id as "stepId", st.step, a.level, a.state, a.contrary, a.effective, a.rationale, a.confidence,
         a.author_id as "authorId", a.author_name as author, a.recorded_at as "submittedAt", a.based_on as "basedOn",
         a.supersedes_id as supersedes, a.reason, v.outcome, v.reviewer_name as reviewer, v.recorded_at as "reviewedAt", v.comment,
         v.self_published as "selfPublished",
         exists (select from publication c where c.supersedes_id is not null and c.supersedes_id = a.id) as corrected,
         exists (select from withdrawal w where w.assessment_id = a.id) as withdrawn
  from assessment a
  join dossier d on d.id = a.dossier_id
  join recommendation r on r.id = a.recommendation_id
  join recommendation rv on rv.root_id = r.id and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = rv.id)
  left join progress_step st on st.id = a.step_id
  left join review v on v.assessment_id = a.id
  where ${where} order by ${order}`

/** One assessment of a dossier, in whatever state; null when it is not there. */
export async function getDeskAssessment(
  app: Db,
  dossier: string,
  id: number,
): Promise<DeskAssessmentRow | null> {
  const { rows } = await select(sql`a.id = ${id} and d.key = ${dossier}`, sql`a.id`).execute(app)
  return rows[0] ?? null
}

/** Everything ever assessed on one recommendation, latest first. */
export async function listDeskAssessments(app: Db, recommendationId: number): Promise<DeskAssessmentRow[]> {
  const { rows } = await select(
    sql`a.recommendation_id = ${recommendationId}`,
    sql`a.effective_last desc, a.id desc`,
  ).execute(app)
  return rows
}

export type QueueRows = {
  toReview: DeskAssessmentRow[]
  returnedToMe: DeskAssessmentRow[]
  mineInReview: DeskAssessmentRow[]
}

/** What waits: for a reviewer, and for the author. What was returned waits until its author assesses that recommendation again. */
export async function listQueue(app: Db, dossier: string, userId: string): Promise<QueueRows> {
  const [waiting, returned] = await Promise.all([
    select(sql`d.key = ${dossier} and a.file_hash is null and v.assessment_id is null`, sql`a.id`).execute(
      app,
    ),
    select(
      sql`d.key = ${dossier} and a.file_hash is null and v.outcome = 'returned' and a.author_id = ${userId}
          and not exists (select from assessment n where n.recommendation_id = a.recommendation_id and n.author_id = a.author_id and n.id > a.id)`,
      sql`a.id`,
    ).execute(app),
  ])
  return {
    toReview: waiting.rows.filter((r) => r.authorId !== userId),
    mineInReview: waiting.rows.filter((r) => r.authorId === userId),
    returnedToMe: returned.rows,
  }
}

export type DeskRecommendation = {
  id: number
  versionId: number
  dossierId: number
  dossierTitle: string
  selfPublication: boolean
  ref: string
  title: string
  text: string
  area: string
  criterion: string | null
  issued: string
  reviewMonths: number
  version: number
}

/** A recommendation as the desk works on it, in its latest version; null when it is not there. */
export async function getDeskRecommendation(
  app: Db,
  dossier: string,
  ref: string,
): Promise<DeskRecommendation | null> {
  const { rows } = await sql<DeskRecommendation>`
    select root.id, r.id as "versionId", root.dossier_id as "dossierId", dv.title as "dossierTitle", dv.self_publication as "selfPublication",
           root.key as ref, r.title, r.text, a.title as area, r.criterion, r.issued, r.review_months as "reviewMonths",
           ${recordVersion(sql`root.id`)} as version
    from dossier d
    join dossier dv on dv.root_id = d.id and not exists (select from dossier later where later.supersedes_id = dv.id)
    join recommendation root on root.dossier_id = d.id and root.key = ${ref} and root.supersedes_id is null
    join recommendation r on r.root_id = root.id and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = r.id)
    join area a on a.root_id = r.area_id and not exists (select from area later where later.supersedes_id is not null and later.supersedes_id = a.id)
    where d.key = ${dossier} and d.supersedes_id is null`.execute(app)
  return rows[0] ?? null
}

/** Root ids of sources of a dossier by key. */
export async function listSourceIds(
  app: Db,
  dossierId: number,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ key: string; id: number }>`
    select s.key, s.id from source s where s.dossier_id = ${dossierId} and s.supersedes_id is null and s.key = any(${[...keys]}::text[])`.execute(
    app,
  )
  return new Map(rows.map((r) => [r.key, r.id]))
}

export type DraftRow = { rev: number; content: Record<string, string>; updatedAt: string }

export async function getDraft(app: Db, recommendationId: number, userId: string): Promise<DraftRow | null> {
  const { rows } = await sql<DraftRow>`
    select rev, content, updated_at as "updatedAt" from draft where recommendation_id = ${recommendationId} and author_id = ${userId}`.execute(
    app,
  )
  return rows[0] ?? null
}

export async function listDrafts(app: Db, dossier: string, userId: string) {
  const { rows } = await sql<{ dossier: string; ref: string; title: string; updatedAt: string }>`
    select d.key as dossier, root.key as ref, r.title, t.updated_at as "updatedAt"
    from draft t join dossier d on d.id = t.dossier_id join recommendation root on root.id = t.recommendation_id
    join recommendation r on r.root_id = root.id and not exists (select from recommendation later where later.supersedes_id is not null and later.supersedes_id = r.id)
    where d.key = ${dossier} and t.author_id = ${userId} order by t.updated_at desc`.execute(app)
  return rows
}
