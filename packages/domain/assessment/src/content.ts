import { type Day, firstDay, type PartialDate } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Finding } from './assessment.ts'
import type { EvidenceItem } from './evidence.ts'

/** What an assessment says, as its author wrote it: the part that the rules of content look at. */
export type AssessmentContent = {
  readonly finding: Finding
  readonly effective: PartialDate
  readonly rationale: string
  readonly evidence: readonly Pick<EvidenceItem, 'stance' | 'kind' | 'origin'>[]
}

/** Levels that a draft law can never reach by itself. */
export const levelsAboveDraft: readonly string[] = ['some', 'substantial', 'full']

/**
 * Whether an assessment may be asserted at all: the rules checked at submission, and again at publication and import.
 * Says the first that fails.
 *
 * - `effective-in-future`: no day that the effective date allows has come yet. The current year or month may be given;
 *   it counts from its last day.
 * - `rationale-missing`, `evidence-missing`: a finding gives its reason and at least one item of evidence.
 * - `draft-law-caps-at-limited`: a level above `limited` that only draft laws support. Contradicting items and items
 *   that give context do not count as support.
 * - `full-needs-two-origins`: `full` supported by fewer than two independent origins.
 *
 * @param today the day of the decision, on the clock of the one who decides
 */
export function mayAssert(content: AssessmentContent, { today }: { today: Day }): Result<void> {
  if (firstDay(content.effective) > today) return refused({ code: 'effective-in-future', path: 'effective' })
  if (content.rationale.trim() === '') return refused({ code: 'rationale-missing', path: 'rationale' })
  if (content.evidence.length === 0) return refused({ code: 'evidence-missing', path: 'evidence' })
  return mayHaveLevel(content)
}

function mayHaveLevel({ finding, evidence }: AssessmentContent): Result<void> {
  if ('state' in finding) return ok(undefined)
  const support = evidence.filter((item) => item.stance === 'supports')
  const onlyDrafts = support.length > 0 && support.every((item) => item.kind === 'draft-law')
  if (levelsAboveDraft.includes(finding.level) && onlyDrafts) {
    return refused({ code: 'draft-law-caps-at-limited', path: 'level' })
  }
  if (finding.level === 'full' && new Set(support.map((item) => item.origin)).size < 2) {
    return refused({ code: 'full-needs-two-origins', path: 'evidence' })
  }
  return ok(undefined)
}
