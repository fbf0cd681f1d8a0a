import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'

const phases = ['notes', 'amendments', 'approved'] as const

/** Where the minutes stand on their way from notes to approval. */
export function MinutesPhases({ meeting }: { meeting: MeetingView }) {
  const { t } = useDeskWords()
  const copy = t.minutes.phases
  const here = meeting.approval !== null ? 'approved' : meeting.amending ? 'amendments' : 'notes'
  return (
    <section className="part" aria-labelledby="phases">
      <h2 id="phases">{copy.label}</h2>
      <ol className="phases">
        {phases.map((phase) => (
          <li key={phase} aria-current={phase === here ? 'step' : undefined}>
            {copy[phase]}
            {phase === here && <span className="vh"> ({copy.here})</span>}
          </li>
        ))}
      </ol>
      {here !== 'approved' && (
        <p className="hint">{here === 'notes' ? copy.notesHint : copy.amendmentsHint}</p>
      )}
    </section>
  )
}
