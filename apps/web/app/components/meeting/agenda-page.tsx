import { useDeskWords } from '../desk/use-desk-words.ts'
import { ItemEntries } from './item-entries.tsx'
import { MeetingHead } from './meeting-head.tsx'
import type { MeetingPage } from './meeting-page.ts'

/** A meeting that is being prepared. */
export function AgendaPage({ page }: { page: MeetingPage }) {
  const { t } = useDeskWords()
  return (
    <main id="main" className="deskpage">
      <MeetingHead page={page} />
      <section className="part" aria-labelledby="agenda">
        <h2 id="agenda">{t.meeting.agenda.heading}</h2>
        <ItemEntries meeting={page.meeting} />
      </section>
    </main>
  )
}
