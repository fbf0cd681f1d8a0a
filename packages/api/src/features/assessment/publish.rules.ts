import type { EvidenceItem } from '@waymark/assessment/evidence'
import { mayPublish } from '@waymark/assessment/publication'
import type { DeskAssessmentRow } from '@waymark/db/queries/desk-assessment.query'
import type { Result } from '@waymark/kernel/result'
import { refused } from '@waymark/kernel/result'

type Item = Pick<EvidenceItem, 'stance'> & { readonly kind: string; readonly origin: string }

/** Whether a row from the record may be published by someone. Refusals: those of `mayPublish`, `already-superseded`. */
export function mayPublishRow(
  row: DeskAssessmentRow,
  evidence: readonly Item[],
  by: { readonly actorId: string; readonly today: string; readonly selfPublication: boolean },
): Result<void> {
  if (row.outcome !== null) return refused({ code: 'not-awaiting-review' })
  return mayPublish({
    assessment: {
      finding:
        row.level !== null
          ? { level: row.level, contrary: row.contrary }
          : { state: row.state ?? 'not-assessed' },
      effective: row.effective,
      rationale: row.rationale,
      evidence: evidence as readonly Pick<EvidenceItem, 'stance' | 'kind' | 'origin'>[],
    },
    authorId: row.authorId ?? '',
    ...by,
  })
}
