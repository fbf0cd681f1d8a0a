import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { getItemTitle } from './item-name.tsx'

/** The items of the meeting as a way through it: what the room is at, what is decided, what is open on this page. */
export function RoomAgenda({ meeting, shown }: { meeting: MeetingView; shown: string | null }) {
  const words = useDeskWords()
  const { t } = words
  return (
    <nav className="room-agenda" aria-label={t.room.items}>
      <ol>
        {meeting.items
          .filter(({ standing }) => standing.kind === 'on')
          .map((item) => (
            <li key={item.id}>
              <a
                href={`?item=${encodeURIComponent(item.id)}`}
                aria-current={item.id === shown ? 'true' : undefined}
              >
                {getItemTitle(words, item)}
              </a>
              {meeting.current?.item === item.id && <span className="tag here">{t.room.here}</span>}
              {item.sealedBy !== null && <span className="tag">{t.meeting.agenda.sealed}</span>}
              {item.sealedBy === null && item.done && <span className="tag">{t.meeting.agenda.done}</span>}
              {item.late && <span className="tag">{t.meeting.agenda.late}</span>}
            </li>
          ))}
      </ol>
    </nav>
  )
}
