import type { ItemView, MeetingView } from '@waymark/api/features/meeting/meeting.view'
import type { ReasonView } from '@waymark/api/features/meeting/reason.view'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildPinnedHref } from './meeting-href.ts'
import { formatReason } from './reason-words.ts'

// That it is out of date is said once, by that it has become so.
const isShown = (reason: ReasonView, _: number, all: readonly ReasonView[]): boolean =>
  reason.kind !== 'stale' ||
  !all.some((other) => other.kind === 'level-change' && other.change === 'gone-stale')

/** Why an item is on the agenda, and the record as it stood for that agenda. */
export function ItemReasons({
  meeting: { dossier, agenda },
  item,
}: {
  meeting: Pick<MeetingView, 'dossier' | 'agenda'>
  item: ItemView
}) {
  const words = useDeskWords()
  const { t, localise } = words
  const copy = t.meeting.agenda
  const pinned = agenda === null ? null : buildPinnedHref(dossier.key, item, agenda.until)
  return (
    <div className="why">
      {item.reasons.length === 0 ? (
        <p className="hint">{item.subject.kind === 'topic' ? copy.byHand : copy.noReason}</p>
      ) : (
        <ul aria-label={copy.why}>
          {item.reasons.filter(isShown).map((reason, index) => (
            <li key={index}>{formatReason(words, reason)}</li>
          ))}
        </ul>
      )}
      {pinned !== null && (
        <p className="hint">
          <a href={localise(pinned)}>{copy.pinned}</a>
        </p>
      )}
    </div>
  )
}
