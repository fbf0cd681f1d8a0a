import { listStanding } from '@waymark/assessment/as-of'
import { assessStanding } from '@waymark/assessment/standing'
import { listBlindIds } from '@waymark/db/queries/coding.query'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import {
  type DeskAssessmentRow,
  type DeskRecommendation,
  getDeskAssessment,
  getDeskRecommendation,
  getDraft,
  listDeskAssessments,
  listDrafts,
  listQueue,
} from '@waymark/db/queries/desk-assessment.query'
import { listItemsOf } from '@waymark/db/queries/evidence-item.query'
import { listEvidenceOf, listSteps } from '@waymark/db/queries/recommendation.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import type { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { type Context, getToday } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { buildEvidence, getFinding } from '../recommendation/get-recommendation.query.ts'
import type { formInput } from './assessment.input.ts'
import type { AssessmentView, assessForm, assessmentHistory, queue, reviewForm } from './assessment.view.ts'
import { mayPublishRow } from './publish.rules.ts'

export type DeskContext = Context & { readonly actor: AccountActor }

const getEverything = (ctx: Context, dossierId: number) => ({
  dossierId,
  asOf: getToday(ctx),
  knownAt: '9999-12-31T23:59:59.999Z',
})

/** Assessments with their evidence; three queries, whatever their number. */
async function buildViews(ctx: DeskContext, rows: readonly DeskAssessmentRow[]): Promise<AssessmentView[]> {
  const desk = getDeskReader(ctx.record.app)
  const ids = rows.map((r) => r.id)
  const [evidence, items] = await Promise.all([listEvidenceOf(desk, ids), listItemsOf(ctx.record.app, ids)])
  const sources = await listSourcesById(
    desk,
    getEverything(ctx, rows[0]?.dossierId ?? 0),
    evidence.map((e) => e.sourceId),
  )
  const evidenceOf = Map.groupBy(evidence, (e) => e.assessmentId)
  const itemAt = new Map(
    items.map(({ assessmentId, position, item }) => [`${assessmentId} ${position}`, item]),
  )
  return rows.map((r) => ({
    id: r.id,
    dossier: r.dossier,
    ref: r.ref,
    title: r.title,
    step: r.step,
    finding: { level: r.level, state: r.state, contrary: r.contrary },
    effective: r.effective,
    rationale: r.rationale,
    confidence: r.confidence,
    evidence: (evidenceOf.get(r.id) ?? []).map((e, position) => ({
      ...buildEvidence(e, sources),
      item: itemAt.get(`${r.id} ${position}`) ?? null,
    })),
    workflow: getWorkflow(r),
    author: r.author,
    mine: r.authorId === ctx.actor.id,
    submittedAt: r.submittedAt,
    reviewer: r.reviewer,
    reviewedAt: r.reviewedAt,
    comment: r.comment,
    selfPublished: r.selfPublished ?? false,
    supersedes: r.supersedes,
    reason: r.reason,
    basedOn: r.basedOn,
  }))
}

function getWorkflow(r: DeskAssessmentRow): AssessmentView['workflow'] {
  if (r.outcome === null) return 'submitted'
  if (r.outcome !== 'published') return r.outcome
  return r.withdrawn ? 'withdrawn' : r.corrected ? 'corrected' : 'published'
}

/** The published row in force today among all rows of a recommendation. */
function pickCurrent(
  rows: readonly DeskAssessmentRow[],
  stepId: number | null,
  today: string,
): DeskAssessmentRow | null {
  const facts = rows
    .filter((r) => r.outcome === 'published' && r.stepId === stepId)
    .map((r) => ({
      id: r.id,
      effective: r.effective,
      recordedAt: r.reviewedAt ?? r.submittedAt,
      finding: getFinding(r),
      supersedes: r.supersedes,
      withdrawnAt: r.withdrawn ? (r.reviewedAt ?? r.submittedAt) : null,
      row: r,
    }))
  return listStanding(facts, { asOf: today, knownAt: '9999-12-31T23:59:59.999Z' })[0]?.row ?? null
}

export async function getDesk(ctx: Context, dossier: string, ref: string): Promise<DeskRecommendation> {
  const recommendation = await getDeskRecommendation(ctx.record.app, dossier, ref)
  if (recommendation === null) throw buildRefusalError({ code: 'not-found' })
  return recommendation
}

export async function getHistory(
  ctx: DeskContext,
  dossier: string,
  ref: string,
): Promise<z.infer<typeof assessmentHistory>> {
  const recommendation = await getDesk(ctx, dossier, ref)
  const [rows, blind] = await Promise.all([
    listDeskAssessments(ctx.record.app, recommendation.id),
    listBlindIds(ctx.record.app, dossier, ctx.actor.id),
  ])
  const seen = rows.filter(({ id }) => !blind.has(id))
  return {
    version: recommendation.version,
    assessments: await buildViews(ctx, seen),
    toCode: rows.flatMap(({ id }) => (blind.has(id) ? id : [])),
  }
}

/** What is on record now, for a writer whose version is no longer the latest. */
export async function getConflict(ctx: DeskContext, dossier: string, ref: string) {
  const recommendation = await getDesk(ctx, dossier, ref)
  const rows = await listDeskAssessments(ctx.record.app, recommendation.id)
  const current = pickCurrent(rows, null, getToday(ctx))
  return {
    version: recommendation.version,
    current: current && ((await buildViews(ctx, [current]))[0] ?? null),
  }
}

export async function getAssessForm(
  ctx: DeskContext,
  input: z.infer<typeof formInput>,
): Promise<z.infer<typeof assessForm>> {
  const r = await getDesk(ctx, input.dossier, input.ref)
  const [all, blind, steps, draft] = await Promise.all([
    listDeskAssessments(ctx.record.app, r.id),
    listBlindIds(ctx.record.app, input.dossier, ctx.actor.id),
    listSteps(getDeskReader(ctx.record.app), getEverything(ctx, r.dossierId), r.id),
    getDraft(ctx.record.app, r.id, ctx.actor.id),
  ])
  const rows = all.filter(({ id }) => !blind.has(id))
  const today = getToday(ctx)
  const current = pickCurrent(rows, null, today)
  const from = input.from === undefined ? null : rows.find((row) => row.id === input.from)
  if (from === undefined) throw buildRefusalError({ code: 'not-found' })
  const views = new Map((await buildViews(ctx, rows)).map((v) => [v.id, v]))
  return {
    dossier: { key: input.dossier, title: r.dossierTitle, selfPublication: r.selfPublication },
    ref: r.ref,
    title: r.title,
    text: r.text,
    area: r.area,
    criterion: r.criterion,
    issued: r.issued,
    reviewMonths: r.reviewMonths,
    today,
    steps: steps.map(({ key, text }) => ({ key, text })),
    version: r.version,
    standing: assessStanding(
      current && { effective: current.effective, finding: getFinding(current) },
      r.reviewMonths,
      today,
    ),
    current: current && (views.get(current.id) ?? null),
    from: from && (views.get(from.id) ?? null),
    draft,
    waiting: [...views.values()].filter((v) => v.workflow === 'submitted'),
  }
}

export async function getReviewForm(
  ctx: DeskContext,
  dossier: string,
  id: number,
): Promise<z.infer<typeof reviewForm>> {
  const row = await getDeskAssessment(ctx.record.app, dossier, id)
  if (row === null) throw buildRefusalError({ code: 'not-found' })
  const blind = await listBlindIds(ctx.record.app, dossier, ctx.actor.id)
  if (blind.has(row.id)) throw buildRefusalError({ code: 'code-first' })
  const recommendation = await getDesk(ctx, dossier, row.ref)
  const rows = await listDeskAssessments(ctx.record.app, recommendation.id)
  const current = pickCurrent(rows, row.stepId, getToday(ctx))
  const views = new Map((await buildViews(ctx, rows)).map((v) => [v.id, v]))
  const assessment = views.get(row.id)
  if (assessment === undefined) throw buildRefusalError({ code: 'not-found' })
  const allowed = mayPublishRow(row, assessment.evidence, {
    actorId: ctx.actor.id,
    today: getToday(ctx),
    selfPublication: recommendation.selfPublication,
  })
  return {
    assessment,
    current: current && (views.get(current.id) ?? null),
    version: recommendation.version,
    movedOn: row.outcome === null && row.basedOn !== recommendation.version,
    mayPublish: allowed.ok,
    obstacle: allowed.ok ? null : allowed.error.code,
  }
}

export async function getQueue(ctx: DeskContext, dossier: string): Promise<z.infer<typeof queue>> {
  if ((await getDossierHead(ctx.record.public, dossier)) === null)
    throw buildRefusalError({ code: 'not-found' })
  const [rows, blind, drafts] = await Promise.all([
    listQueue(ctx.record.app, dossier, ctx.actor.id),
    listBlindIds(ctx.record.app, dossier, ctx.actor.id),
    listDrafts(ctx.record.app, dossier, ctx.actor.id),
  ])
  const toReview = rows.toReview.filter(({ id }) => !blind.has(id))
  const all = await buildViews(ctx, [...toReview, ...rows.returnedToMe, ...rows.mineInReview])
  const views = new Map(all.map((v) => [v.id, v]))
  const pick = (list: readonly DeskAssessmentRow[]) => list.flatMap((r) => views.get(r.id) ?? [])
  return {
    toReview: pick(toReview),
    returnedToMe: pick(rows.returnedToMe),
    mineInReview: pick(rows.mineInReview),
    drafts,
  }
}
