import { desk } from '@waymark/messages/en/desk'
import { MarkWord } from '@waymark/ui/marks'
import type { AssessmentView } from './views.ts'
import { formatDate, formatInstant, getConfidenceWord, getFindingWord } from './words.ts'

/** A finding: its mark with its word. */
export function FindingWord({ finding }: { finding: AssessmentView['finding'] }) {
  return <MarkWord {...getFindingWord(finding)} />
}

/** What an assessment says, in one paragraph: finding, date, confidence. */
export function FindingLine({ assessment }: { assessment: AssessmentView }) {
  return (
    <p className="line">
      <FindingWord finding={assessment.finding} />{' '}
      <span className="quiet">
        {desk.record.from.toLowerCase()} {formatDate(assessment.effective)},{' '}
        {desk.record.confidence.toLowerCase()} {getConfidenceWord(assessment.confidence)}
      </span>
    </p>
  )
}

/** Who did what with an assessment, and when. */
export function WorkflowLine({ assessment }: { assessment: AssessmentView }) {
  const { author, submittedAt, reviewer, reviewedAt, workflow, selfPublished } = assessment
  return (
    <p className="hint">
      {desk.record.submittedBy(author, formatInstant(submittedAt))}.
      {reviewer !== null && reviewedAt !== null && (
        <>
          {' '}
          {desk.record.reviewedBy(desk.record.reviewed[workflow], reviewer, formatInstant(reviewedAt))}
          {selfPublished && ` (${desk.record.selfPublished})`}.
        </>
      )}
    </p>
  )
}
