import { useSearchParams } from '@remix-run/react'
import type { MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { useEffect, useState } from 'react'
import { FormFrame, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { mergeNews } from './live/merge-news.ts'
import { useFollow } from './live/use-follow.ts'
import { MeetingHead } from './meeting-head.tsx'
import { buildMeetingHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'
import { RoomAgenda } from './room-agenda.tsx'
import { RoomItem } from './room-item.tsx'

/** The meeting as this page knows it: as it was made, and what was heard since. */
function useLive(made: MeetingView): { meeting: MeetingView; isUp: boolean | null } {
  const [meeting, setMeeting] = useState(made)
  // A form that was sent brings the page anew, which may know more than was heard.
  useEffect(() => setMeeting((known) => (made.seq >= known.seq ? made : known)), [made])
  const isUp = useFollow({ dossier: made.dossier.key, meeting: made.meeting }, (news) =>
    setMeeting((known) => mergeNews(known, news)),
  )
  return { meeting, isUp }
}

/** What is shown: what the address names, else what the room is at, else the first item. */
const getShown = ({ items, current }: MeetingView, asked: string | null): string | null => {
  const on = items.filter(({ standing }) => standing.kind === 'on')
  const known = (id: string | null | undefined) => on.find((item) => item.id === id)?.id
  return known(asked) ?? known(current?.item) ?? on[0]?.id ?? null
}

/** A meeting that is in progress: its items beside the one that is worked on, written by several people at once. */
export function RoomPage({ page }: { page: MeetingPage }) {
  const { t, localise } = useDeskWords()
  const { meeting, isUp } = useLive(page.meeting)
  const [search] = useSearchParams()
  const shown = getShown(meeting, search.get('item'))
  const item = meeting.items.find(({ id }) => id === shown) ?? null
  const live = { ...page, meeting }
  return (
    <main id="main" className="deskpage room">
      <MeetingHead page={live} />
      <p className={isUp === false ? 'hint live down' : 'hint live'} role="status">
        {isUp === null ? '' : isUp ? t.room.live.on : t.room.live.off}
      </p>
      <p>
        <a
          className="alone"
          href={localise(
            `${buildMeetingHref({ dossier: meeting.dossier.key, meeting: meeting.meeting })}/present`,
          )}
        >
          {t.room.present}
        </a>
      </p>
      <div className="room-cols">
        <RoomAgenda meeting={meeting} shown={shown} />
        {item === null ? (
          <p className="quiet">{t.meeting.agenda.empty}</p>
        ) : (
          <RoomItem key={item.id} page={live} item={item} />
        )}
      </div>
      {page.may.write && (
        <section className="part" aria-labelledby="finish">
          <h2 id="finish">{t.room.finish}</h2>
          <FormFrame
            state={getFormState('close', {}, page.outcome)}
            label={t.meeting.stage.close}
            hint={t.meeting.stage.closeHint}
          />
        </section>
      )}
    </main>
  )
}
