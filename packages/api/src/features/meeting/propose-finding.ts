import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { getDeskRecommendation } from '@waymark/db/queries/desk-assessment.query'
import type { MeetingHead } from '@waymark/db/queries/meeting.query'
import { ok, type Result } from '@waymark/kernel/result'
import type { MeetingEvent } from '@waymark/meeting/event'
import { getEntry, getItem, type Meeting } from '@waymark/meeting/meeting'
import { submitWithin } from '../assessment/submit.command.ts'

/**
 * When a decision is sealed that says where a recommendation stands: proposes that as a finding, which waits for its
 * publisher like any other and names the decision. Nothing else has a consequence in the record.
 * Refusals: those of a submission, at `finding`.
 */
export async function proposeFinding(
  w: Write,
  { id: meetingId, dossier }: MeetingHead,
  meeting: Meeting,
  event: MeetingEvent,
): Promise<Result<{ readonly assessment?: number }>> {
  if (event.kind !== 'item-sealed') return ok({})
  const item = getItem(meeting, event.item)
  const entry = item === null ? null : getEntry(item, event.entry)
  const finding = entry?.decision?.finding ?? null
  if (entry === null || finding === null) return ok({})
  const { recommendation: ref, level, contrary, effective, confidence, evidence } = finding
  const on = await getDeskRecommendation(w.trx, dossier, ref)
  const submitted = await submitWithin(w, {
    dossier,
    ref,
    basedOn: on?.version ?? 0,
    effective,
    level,
    contrary,
    confidence,
    rationale: entry.text,
    evidence: [...evidence],
  })
  if (!submitted.ok) return { ...submitted, error: { ...submitted.error, path: 'finding' } }
  const { id } = submitted.value.value
  await createRows(w.trx, 'assessment_decision', [
    {
      assessment_id: id,
      meeting_id: meetingId,
      decision_id: entry.id,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
  return ok({ assessment: id })
}
