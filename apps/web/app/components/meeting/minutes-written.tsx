import type { MinutesView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'

type Item = MinutesView['items'][number]

/** What was written under an item, as its reader gets it. */
export function MinutesWritten({ item }: { item: Item }) {
  const { t, formatDate } = useDeskWords()
  const copy = t.minutes
  return (
    <>
      {item.decisions.map((decision) => (
        <div className="decided" key={decision.id}>
          <p className="hint">{decision.sealed ? copy.decided : copy.proposed}</p>
          <p className="said">{decision.text}</p>
          <Detail decision={decision} />
        </div>
      ))}
      {item.actions.length > 0 && (
        <>
          <p className="hint">{copy.actions}</p>
          <ul className="plain-list">
            {item.actions.map(({ id, text, owner, due }) => (
              <li key={id}>
                <span className="said">{text}</span>{' '}
                <span className="quiet">{copy.actionLine(owner, formatDate(due))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {item.notes.length > 0 && (
        <>
          <p className="hint">{copy.notes}</p>
          <ul className="plain-list">
            {item.notes.map((note, index) => (
              <li className="said" key={index}>
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Detail({ decision: { detail } }: { decision: Item['decisions'][number] }) {
  const { t, formatDate, getFindingWord } = useDeskWords()
  const copy = t.minutes
  if (detail === null) return null
  const { options, votes, dissent, reviewOn, supersedes, finding } = detail
  const lines = [
    options.length === 0 ? null : `${copy.options}: ${options.join('; ')}`,
    votes === null ? null : copy.votes(votes.for, votes.against, votes.abstain),
    dissent === null ? null : `${copy.dissent}: ${dissent}`,
    reviewOn === null ? null : copy.review(formatDate(reviewOn)),
    supersedes === null ? null : copy.superseding,
    finding === null
      ? null
      : copy.finding(
          finding.recommendation,
          getFindingWord({
            level: finding.level,
            state: null,
            contrary: finding.contrary,
          }).word.toLowerCase(),
          formatDate(finding.effective),
        ),
  ].filter((line) => line !== null)
  return lines.map((line) => (
    <p className="quiet" key={line}>
      {line}
    </p>
  ))
}
