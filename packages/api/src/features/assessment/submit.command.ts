import { maySubmit } from '@waymark/assessment/publication'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write, type Written } from '@waymark/db/in-transaction'
import {
  type DeskRecommendation,
  getDeskAssessment,
  getDeskRecommendation,
} from '@waymark/db/queries/desk-assessment.query'
import { listSteps } from '@waymark/db/queries/recommendation.query'
import { getDeskReader } from '@waymark/db/reader'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { recordSources } from '../../common/record-sources.ts'
import { type CitedEvidence, listCitedEvidence } from '../evidence-item/cited-evidence.ts'
import type { SubmitInput } from './assessment.input.ts'

/**
 * Records what an analyst found and hands it to review: the assessment, its evidence and the sources that were new.
 * The author's draft on this recommendation is done with it.
 * Refusals: `not-found`, `record-moved-on`, `unknown-step`, `unknown-source`, `not-in-dossier` (an item), `not-published`,
 * `already-superseded`, and those of the rules of content.
 */
export function submitAssessment(
  db: Kysely<Database>,
  act: Act,
  input: SubmitInput,
): Promise<Result<{ id: number }>> {
  return inTransaction(db, act, (w) => submitWithin(w, input))
}

/** The same inside a write that is open: for several assessments at once. */
export async function submitWithin(w: Write, input: SubmitInput): Promise<Result<Written<{ id: number }>>> {
  const { act } = w
  const recommendation = await getDeskRecommendation(w.trx, input.dossier, input.ref)
  if (recommendation === null) return refused({ code: 'not-found' })
  const cited = await listCitedEvidence(w.trx, recommendation.dossierId, input.evidence)
  if (!cited.ok) return cited
  const evidence = cited.value
  const decision = await decide(w, recommendation, input, evidence)
  if (!decision.ok) return decision
  const sourceIds = await recordSources(w, recommendation.dossierId, evidence, (i) => `evidence.${i}.source`)
  if (!sourceIds.ok) return sourceIds
  const id = await w.reserveIds(1)
  await createRows(w.trx, 'assessment', [
    {
      id,
      dossier_id: recommendation.dossierId,
      recommendation_id: recommendation.id,
      step_id: decision.value.stepId,
      key: null,
      effective: input.effective,
      level: input.level ?? null,
      state: input.state ?? null,
      contrary: input.contrary,
      rationale: input.rationale,
      confidence: input.confidence,
      author_id: act.id,
      author_name: act.name,
      based_on: input.basedOn,
      supersedes_id: input.supersedes ?? null,
      reason: input.reason ?? null,
      file_hash: null,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
  await createRows(
    w.trx,
    'evidence',
    evidence.map((e, position) => ({
      assessment_id: id,
      position,
      source_id: sourceIds.value[position],
      locator: e.locator ?? null,
      stance: e.stance,
      kind: e.kind,
      origin: e.origin,
      fact_date: e.factDate ?? null,
      excerpt: e.excerpt ?? null,
      item_id: e.itemVersion,
      entry: w.entry,
    })),
  )
  await w.trx
    .deleteFrom('draft')
    .where('author_id', '=', act.id)
    .where('recommendation_id', '=', recommendation.id)
    .execute()
  const finding = {
    level: input.level ?? null,
    state: input.state ?? null,
    contrary: input.contrary,
    effective: input.effective,
  }
  return ok({
    value: { id },
    account: {
      action: 'assessment.submit',
      subject: { kind: 'recommendation', dossier: input.dossier, key: input.ref },
      after: {
        assessment: id,
        basedOn: input.basedOn,
        supersedes: input.supersedes ?? null,
        step: input.step ?? null,
        ...finding,
      },
    },
  })
}

async function decide(
  w: Write,
  recommendation: DeskRecommendation,
  input: SubmitInput,
  evidence: readonly CitedEvidence[],
): Promise<Result<{ stepId: number | null }>> {
  if (input.basedOn !== recommendation.version) return refused({ code: 'record-moved-on' })
  const allowed = maySubmit({
    assessment: {
      finding:
        input.level !== undefined
          ? { level: input.level, contrary: input.contrary }
          : { state: input.state ?? 'not-assessed' },
      effective: input.effective,
      rationale: input.rationale,
      evidence,
    },
    today: w.recordedAt.slice(0, 10),
  })
  if (!allowed.ok) return allowed
  const everything = {
    dossierId: recommendation.dossierId,
    asOf: w.recordedAt.slice(0, 10),
    knownAt: w.recordedAt,
  }
  const steps =
    input.step === undefined ? [] : await listSteps(getDeskReader(w.trx), everything, recommendation.id)
  const step = steps.find((s) => s.key === input.step)
  if (input.step !== undefined && step === undefined) return refused({ code: 'unknown-step', path: 'step' })
  const stepId = step?.id ?? null
  if (input.supersedes !== undefined) {
    const corrected = await getDeskAssessment(w.trx, input.dossier, input.supersedes)
    if (corrected === null || corrected.recommendationId !== recommendation.id)
      return refused({ code: 'not-found' })
    if (corrected.outcome !== 'published' || corrected.stepId !== stepId)
      return refused({ code: 'not-published', path: 'supersedes' })
    if (corrected.corrected || corrected.withdrawn)
      return refused({ code: 'already-superseded', path: 'supersedes' })
  }
  return ok({ stepId })
}
