import { MarkWord } from '@waymark/ui/marks'
import { useDeskWords } from './use-desk-words.ts'
import type { AssessmentView } from './views.ts'

/** A finding: its mark with its word. */
export function FindingWord({ finding }: { finding: AssessmentView['finding'] }) {
  const { getFindingWord } = useDeskWords()
  return <MarkWord {...getFindingWord(finding)} />
}

/** What an assessment says, in one paragraph: finding, date, confidence. */
export function FindingLine({ assessment }: { assessment: AssessmentView }) {
  const { formatDate, getConfidenceWord, lowerFirst, t } = useDeskWords()
  return (
    <p className="line">
      <FindingWord finding={assessment.finding} />{' '}
      <span className="quiet">
        {lowerFirst(t.desk.record.from)} {formatDate(assessment.effective)},{' '}
        {lowerFirst(t.desk.record.confidence)} {getConfidenceWord(assessment.confidence)}
      </span>
    </p>
  )
}

/** Who did what with an assessment, and when. */
export function WorkflowLine({ assessment }: { assessment: AssessmentView }) {
  const { formatInstant, t } = useDeskWords()
  const { author, submittedAt, reviewer, reviewedAt, workflow, selfPublished } = assessment
  return (
    <p className="hint">
      {t.desk.record.submittedBy(author, formatInstant(submittedAt))}.
      {reviewer !== null && reviewedAt !== null && (
        <>
          {' '}
          {t.desk.record.reviewedBy(t.desk.record.reviewed[workflow], reviewer, formatInstant(reviewedAt))}
          {selfPublished && ` (${t.desk.record.selfPublished})`}.
        </>
      )}
    </p>
  )
}
