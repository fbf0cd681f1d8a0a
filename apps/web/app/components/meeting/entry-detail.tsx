import type { EntryView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'

/** What an entry carries beside its words: of an action point its owner and day, of a decision how it was taken. */
export function EntryDetail({ entry: { kind, action, decision } }: { entry: EntryView }) {
  const { t, formatDate, getFindingWord } = useDeskWords()
  const copy = t.room
  if (kind === 'action')
    return (
      <p className={action === null ? 'hint' : undefined}>
        {action === null ? copy.action.missing : copy.action.line(action.owner.name, formatDate(action.due))}
      </p>
    )
  if (kind !== 'decision' || decision === null) return null
  const { options, votes, dissent, reviewOn, supersedes, finding } = decision
  return (
    <div className="detail">
      {options.length > 0 && (
        <>
          <p className="cap">{copy.decision.options}</p>
          <ul>
            {options.map((option, index) => (
              <li key={index}>{option}</li>
            ))}
          </ul>
        </>
      )}
      {votes !== null && <p>{copy.decision.votes(votes.for, votes.against, votes.abstain)}</p>}
      {dissent !== null && (
        <p>
          {copy.decision.dissent}: {dissent}
        </p>
      )}
      {reviewOn !== null && <p>{copy.decision.review(formatDate(reviewOn))}</p>}
      {supersedes !== null && <p>{copy.decision.superseding}</p>}
      {finding !== null && (
        <p>
          {copy.decision.proposes(
            getFindingWord({ ...finding, state: null }).word,
            formatDate(finding.effective),
          )}
        </p>
      )}
    </div>
  )
}
