import { may } from '@waymark/access/permission'
import { evaluateAgreement, fewestUnits, getRank, isDisagreement } from '@waymark/assessment/agreement'
import {
  type CodingRow,
  isBlind,
  listAsked,
  listCodings,
  listRated,
  listToCode,
  type RatedRow,
} from '@waymark/db/queries/coding.query'
import { getDossierHead } from '@waymark/db/queries/cut.query'
import { type DeskAssessmentRow, getDeskAssessment } from '@waymark/db/queries/desk-assessment.query'
import { listEvidenceOf, listSteps } from '@waymark/db/queries/recommendation.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import type { z } from 'zod'
import { listWriters } from '../../common/read-subjects.ts'
import { getToday } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { type DeskContext, getDesk } from '../assessment/desk-assessment.query.ts'
import { buildEvidence } from '../recommendation/get-recommendation.query.ts'
import type { agreement, codingForm, codings, codingWork, disagreements } from './coding.view.ts'

type Target = { readonly dossier: string; readonly id: number }

async function hasDossier(ctx: DeskContext, dossier: string): Promise<void> {
  if ((await getDossierHead(ctx.record.public, dossier)) === null)
    throw buildRefusalError({ code: 'not-found' })
}

async function getRow(ctx: DeskContext, { dossier, id }: Target): Promise<DeskAssessmentRow> {
  const row = await getDeskAssessment(ctx.record.app, dossier, id)
  if (row === null) throw buildRefusalError({ code: 'not-found' })
  return row
}

export async function listWork(ctx: DeskContext, dossier: string): Promise<z.infer<typeof codingWork>> {
  await hasDossier(ctx, dossier)
  return listToCode(ctx.record.app, dossier, ctx.actor.id)
}

/** The blind form. Refusals: `not-found`, `not-blind`. */
export async function getCodingForm(ctx: DeskContext, target: Target): Promise<z.infer<typeof codingForm>> {
  const row = await getRow(ctx, target)
  if (!(await isBlind(ctx.record.app, row.id, ctx.actor.id))) throw buildRefusalError({ code: 'not-blind' })
  const desk = getDeskReader(ctx.record.app)
  const everything = { dossierId: row.dossierId, asOf: getToday(ctx), knownAt: '9999-12-31T23:59:59.999Z' }
  const [recommendation, evidence, steps] = await Promise.all([
    getDesk(ctx, target.dossier, row.ref),
    listEvidenceOf(desk, [row.id]),
    listSteps(desk, everything, row.recommendationId),
  ])
  const sources = await listSourcesById(
    desk,
    everything,
    evidence.map((e) => e.sourceId),
  )
  const { title, text, criterion, area, issued } = recommendation
  return {
    id: row.id,
    dossier: target.dossier,
    ref: row.ref,
    title,
    text,
    criterion,
    area,
    issued,
    step: steps.find(({ key }) => key === row.step)?.text ?? row.step,
    effective: row.effective,
    evidence: evidence.map((e) => {
      const { source, locator, kind, origin, factDate, excerpt } = buildEvidence(e, sources)
      return { source, locator, kind, origin, factDate, excerpt }
    }),
  }
}

const buildFinding = ({ level, state, contrary }: Pick<CodingRow, 'level' | 'state' | 'contrary'>) => ({
  level,
  state,
  contrary,
})

const buildCoding = (ctx: DeskContext, first: Parameters<typeof isDisagreement>[0], row: CodingRow) => ({
  coder: row.coder,
  mine: row.coderId === ctx.actor.id,
  finding: buildFinding(row),
  rationale: row.rationale,
  recordedAt: row.recordedAt,
  differs: isDisagreement(first, row),
})

/** What others rated, for one who may see the first rating. */
export async function getCodings(ctx: DeskContext, target: Target): Promise<z.infer<typeof codings>> {
  const row = await getRow(ctx, target)
  const { app } = ctx.record
  if (await isBlind(app, row.id, ctx.actor.id))
    return { blind: true, codings: [], asked: [], mayAsk: false, colleagues: [] }
  const mayAsk =
    row.outcome === null &&
    may(ctx.actor.role, 'coding.write') &&
    (row.authorId === ctx.actor.id || may(ctx.actor.role, 'assessment.review'))
  const [rows, asked, writers] = await Promise.all([
    listCodings(app, [row.id]),
    listAsked(app, row.id),
    mayAsk ? listWriters(app) : [],
  ])
  const taken = new Set([row.authorId, ctx.actor.id, ...asked.map(({ coderId }) => coderId)])
  return {
    blind: false,
    codings: rows.map((coding) => buildCoding(ctx, row, coding)),
    asked: asked.map(({ coder, done }) => ({ coder, done })),
    mayAsk,
    colleagues: writers.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, name })),
  }
}

async function listRatedWith(ctx: DeskContext, dossier: string) {
  await hasDossier(ctx, dossier)
  const rated = await listRated(ctx.record.app, dossier, ctx.actor.id)
  const rows = await listCodings(
    ctx.record.app,
    rated.map(({ id }) => id),
  )
  const byAssessment = Map.groupBy(rows, ({ assessmentId }) => assessmentId)
  return rated.map((row) => ({ row, codings: byAssessment.get(row.id) ?? [] }))
}

/** Assessments on which ratings differ. One that was returned or taken back is no longer anybody's finding. */
export async function listDisagreements(
  ctx: DeskContext,
  dossier: string,
): Promise<z.infer<typeof disagreements>> {
  const rated = await listRatedWith(ctx, dossier)
  return rated
    .filter(({ row }) => row.outcome === null || row.outcome === 'published')
    .filter(({ row, codings }) => codings.some((coding) => isDisagreement(row, coding)))
    .map(({ row, codings }) => ({
      id: row.id,
      ref: row.ref,
      title: row.title,
      author: row.author,
      waits: row.outcome === null,
      finding: buildFinding(row),
      codings: codings.map((coding) => buildCoding(ctx, row, coding)),
    }))
}

type Rated = { readonly row: RatedRow; readonly codings: readonly CodingRow[] }

function buildAgreement(rated: readonly Rated[]) {
  const units = rated.map(({ row, codings }) => [row, ...codings].flatMap((rating) => getRank(rating) ?? []))
  const { n, alpha } = evaluateAgreement(units)
  return {
    rated: rated.length,
    same: rated.filter(({ row, codings }) => !codings.some((coding) => isDisagreement(row, coding))).length,
    n,
    alpha: n < fewestUnits ? null : alpha,
  }
}

/** Krippendorff's alpha of everything that was rated twice, whatever became of it. */
export async function getAgreement(ctx: DeskContext, dossier: string): Promise<z.infer<typeof agreement>> {
  const rated = await listRatedWith(ctx, dossier)
  const byArea = Map.groupBy(rated, ({ row }) => row.area)
  return {
    fewest: fewestUnits,
    areas: [...byArea]
      .map(([area, of]) => ({ area, title: of[0]?.row.areaTitle ?? area, ...buildAgreement(of) }))
      .sort((a, b) => (a.title < b.title ? -1 : 1)),
    overall: buildAgreement(rated),
  }
}
