import { isSelfPublished, mayReturn, mayWithdraw } from '@waymark/assessment/publication'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { isBlind } from '@waymark/db/queries/coding.query'
import {
  type DeskAssessmentRow,
  type DeskRecommendation,
  getDeskAssessment,
  getDeskRecommendation,
} from '@waymark/db/queries/desk-assessment.query'
import { listEvidenceOf } from '@waymark/db/queries/recommendation.query'
import { getDeskReader } from '@waymark/db/reader'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { JsonValue } from '@waymark/ledger/canonical-json'
import type { Kysely } from 'kysely'
import { publishSources, recordPublicChange } from '../../common/record-sources.ts'
import { recordNotifications } from '../notification/record-notifications.ts'
import { mayPublishRow } from './publish.rules.ts'

type Db = Kysely<Database>
type Target = { readonly dossier: string; readonly id: number }
type Loaded = { readonly row: DeskAssessmentRow; readonly recommendation: DeskRecommendation }

async function getTarget(w: Write, { dossier, id }: Target): Promise<Result<Loaded>> {
  const row = await getDeskAssessment(w.trx, dossier, id)
  if (row && (await isBlind(w.trx, row.id, w.act.id))) return refused({ code: 'code-first' })
  const recommendation = row && (await getDeskRecommendation(w.trx, dossier, row.ref))
  return row && recommendation ? ok({ row, recommendation }) : refused({ code: 'not-found' })
}

const getAccount = (action: string, { row }: Loaded, after: Record<string, JsonValue>) => ({
  action,
  subject: { kind: 'recommendation', dossier: row.dossier, key: row.ref },
  after: { assessment: row.id, ...after },
})

async function createReview(
  w: Write,
  { row }: Loaded,
  outcome: 'published' | 'returned' | 'retracted',
  comment: string | null,
  selfPublished = false,
) {
  const id = await w.reserveIds(1)
  const by = { reviewer_id: w.act.id, reviewer_name: w.act.name, self_published: selfPublished }
  await createRows(w.trx, 'review', [
    { id, assessment_id: row.id, outcome, comment, ...by, entry: w.entry, recorded_at: w.recordedAt },
  ])
}

/** Tells the author what became of their assessment; one from a file has none. */
const notifyAuthor = (w: Write, { row }: Loaded, kind: 'published' | 'returned') =>
  recordNotifications(w, row.authorId === null ? [] : [row.authorId], {
    kind,
    dossierId: row.dossierId,
    subject: { kind: 'assessment', key: String(row.id) },
  })

/**
 * Makes a submitted assessment a published finding, and the sources it rests on public.
 * Refusals: `not-found`, `code-first`, `record-moved-on`, `not-awaiting-review`, `own-assessment`, `already-superseded`, and those of the
 * rules of content. Returns the record's new version.
 */
export function publishAssessment(
  db: Db,
  act: Act,
  input: Target & { readonly basedOn: number },
): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const target = await getTarget(w, input)
    if (!target.ok) return target
    const { row, recommendation } = target.value
    const evidence = await listEvidenceOf(getDeskReader(w.trx), [row.id])
    const by = {
      actorId: act.id,
      today: w.recordedAt.slice(0, 10),
      selfPublication: recommendation.selfPublication,
    }
    const allowed = mayPublishRow(row, evidence, by)
    if (!allowed.ok) return allowed
    if (input.basedOn !== recommendation.version) return refused({ code: 'record-moved-on' })
    if (row.supersedes !== null) {
      const corrected = await getDeskAssessment(w.trx, input.dossier, row.supersedes)
      if (corrected === null || corrected.corrected || corrected.withdrawn)
        return refused({ code: 'already-superseded' })
    }
    const selfPublished = isSelfPublished({ actorId: act.id, authorId: row.authorId ?? '' })
    await createReview(w, target.value, 'published', null, selfPublished)
    await notifyAuthor(w, target.value, 'published')
    await createRows(w.trx, 'publication', [
      {
        assessment_id: row.id,
        dossier_id: row.dossierId,
        recommendation_id: row.recommendationId,
        step_id: row.stepId,
        effective: row.effective,
        level: row.level,
        state: row.state,
        contrary: row.contrary,
        supersedes_id: row.supersedes,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    await publishSources(
      w,
      evidence.map((e) => e.sourceId),
    )
    await recordPublicChange(w, row.dossierId)
    const { version } = (await getDeskRecommendation(w.trx, input.dossier, row.ref)) ?? recommendation
    const finding = { level: row.level, state: row.state, contrary: row.contrary, effective: row.effective }
    return ok({
      value: { version },
      account: {
        ...getAccount('assessment.publish', target.value, {
          ...finding,
          supersedes: row.supersedes,
          selfPublished,
        }),
        before: { version: recommendation.version },
      },
    })
  })
}

/** Sends a submitted assessment back to its author. Refusals: `not-found`, `not-awaiting-review`, `comment-missing`. */
export function returnAssessment(
  db: Db,
  act: Act,
  input: Target & { readonly comment: string },
): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const target = await getTarget(w, input)
    if (!target.ok) return target
    if (target.value.row.outcome !== null) return refused({ code: 'not-awaiting-review' })
    const allowed = mayReturn({ comment: input.comment })
    if (!allowed.ok) return allowed
    await createReview(w, target.value, 'returned', input.comment)
    await notifyAuthor(w, target.value, 'returned')
    return ok({
      value: { version: target.value.recommendation.version },
      account: getAccount('assessment.return', target.value, { comment: input.comment }),
    })
  })
}

/** Takes back one's own submission before it was reviewed. Refusals: `not-found`, `not-awaiting-review`. */
export function retractAssessment(db: Db, act: Act, input: Target): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const target = await getTarget(w, input)
    if (!target.ok) return target
    if (target.value.row.authorId !== act.id) return refused({ code: 'not-found' })
    if (target.value.row.outcome !== null) return refused({ code: 'not-awaiting-review' })
    await createReview(w, target.value, 'retracted', null)
    return ok({
      value: { version: target.value.recommendation.version },
      account: getAccount('assessment.retract', target.value, {}),
    })
  })
}

/**
 * Withdraws a published finding: from now on it counts nowhere. The row stays, and what was known before can still be asked for.
 * Refusals: `not-found`, `not-published`, `already-superseded`, `reason-missing`, `record-moved-on`.
 */
export function withdrawAssessment(
  db: Db,
  act: Act,
  input: Target & { readonly basedOn: number; readonly reason: string },
): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const target = await getTarget(w, input)
    if (!target.ok) return target
    const { row, recommendation } = target.value
    const allowed = mayWithdraw({
      state: row.outcome === 'published' ? 'published' : 'submitted',
      reason: input.reason,
    })
    if (!allowed.ok) return allowed
    if (row.corrected || row.withdrawn) return refused({ code: 'already-superseded' })
    if (input.basedOn !== recommendation.version) return refused({ code: 'record-moved-on' })
    const id = await w.reserveIds(1)
    const what = { id, assessment_id: row.id, recommendation_id: row.recommendationId, reason: input.reason }
    await createRows(w.trx, 'withdrawal', [
      { ...what, actor_id: act.id, actor_name: act.name, entry: w.entry, recorded_at: w.recordedAt },
    ])
    await recordPublicChange(w, row.dossierId)
    const { version } = (await getDeskRecommendation(w.trx, input.dossier, row.ref)) ?? recommendation
    return ok({
      value: { version },
      account: {
        ...getAccount('assessment.withdraw', target.value, { reason: input.reason }),
        before: { version: recommendation.version },
      },
    })
  })
}
