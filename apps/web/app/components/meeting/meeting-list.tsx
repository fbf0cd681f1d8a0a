import type { MeetingLine } from '@waymark/api/features/meeting/meeting.view'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { buildMeetingHref } from './meeting-href.ts'

/** Meetings one under the other: the day, what each is called and how it stands. */
export function MeetingLines({
  dossier,
  meetings,
  none,
}: {
  dossier: string
  meetings: readonly MeetingLine[]
  none: string
}) {
  const { t, formatDate } = useDeskWords()
  if (meetings.length === 0) return <p className="quiet">{none}</p>
  return (
    <ul className="waiting">
      {meetings.map(({ meeting, title, number, seriesTitle, heldOn, startsAt, place, state }) => (
        <li key={meeting}>
          <div>
            <p>
              <PageLink className="alone" href={buildMeetingHref({ dossier, meeting })}>
                {title ?? t.meeting.number(number)}
              </PageLink>
            </p>
            <p className="quiet">
              {[
                heldOn === null ? null : formatDate(heldOn),
                startsAt,
                place,
                `${seriesTitle}, ${t.meeting.number(number)}`,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          </div>
          <p className="quiet">{t.meeting.states[state]}</p>
        </li>
      ))}
    </ul>
  )
}
