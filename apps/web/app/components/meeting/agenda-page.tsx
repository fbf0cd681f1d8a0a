import { useSearchParams } from '@remix-run/react'
import type { AgendaPreview } from '@waymark/api/features/meeting/meeting-agenda.view'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { AgendaAdd } from './agenda-add.tsx'
import { AgendaBuild } from './agenda-build.tsx'
import type { Found } from './agenda-find.tsx'
import { AgendaItem } from './agenda-item.tsx'
import { AttendancePart } from './attendance-part.tsx'
import { MeetingHead } from './meeting-head.tsx'
import { buildMeetingHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'
import { StagePart } from './stage-part.tsx'

/** So many items on one page. */
const pageSize = 100

/** A meeting that is being prepared, or was cancelled: its agenda, and what can be done about it. */
export function AgendaPage({
  page,
  preview = null,
  found = { q: '', result: null },
}: {
  page: MeetingPage
  /** What a rebuild would change, where it was asked for. */
  preview?: AgendaPreview | null
  /** What was looked for to be put on. */
  found?: Found
}) {
  const { t } = useDeskWords()
  const [search] = useSearchParams()
  const copy = t.meeting.agenda
  const { meeting, may } = page
  const on = meeting.items.filter(({ standing }) => standing.kind === 'on')
  const off = meeting.items.filter(({ standing }) => standing.kind !== 'on')
  const chosen = search.get('item')
  const number = Math.max(1, Number(search.get('page')) || 1)
  const begin = (number - 1) * pageSize
  const shown = on.slice(begin, begin + pageSize)
  const mayEdit = may.write && (meeting.state === 'draft' || meeting.state === 'open')
  const minutes = on.reduce((sum, item) => sum + (item.minutes ?? meeting.plan?.itemMinutes ?? 0), 0)
  const href = buildMeetingHref({ dossier: meeting.dossier.key, meeting: meeting.meeting })
  return (
    <main id="main" className="deskpage">
      <MeetingHead page={page} />
      <section className="part" aria-labelledby="agenda">
        <h2 id="agenda">{copy.heading}</h2>
        <p className="quiet">
          {on.length === 0 ? copy.empty : copy.count(on.length)}
          {minutes > 0 && ` · ${copy.total(minutes)}`}
        </p>
        <ol className="agenda" start={begin + 1}>
          {shown.map((item, index) => (
            <AgendaItem
              key={item.id}
              page={page}
              item={item}
              place={{ isFirst: begin + index === 0, isLast: begin + index === on.length - 1 }}
              chosen={chosen}
            />
          ))}
        </ol>
        {on.length > pageSize && (
          <p className="turn">
            {number > 1 && <PageLink href={`${href}?page=${number - 1}`}>{t.meeting.list.newer}</PageLink>}
            {begin + pageSize < on.length && (
              <PageLink href={`${href}?page=${number + 1}`}>{t.meeting.list.older}</PageLink>
            )}
          </p>
        )}
        {mayEdit && <AgendaAdd page={page} found={found} />}
      </section>
      {off.length > 0 && (
        <section className="part" aria-labelledby="off">
          <h2 id="off">{copy.off}</h2>
          <ul className="agenda">
            {off.map((item) => (
              <AgendaItem key={item.id} page={page} item={item} place={null} chosen={chosen} />
            ))}
          </ul>
        </section>
      )}
      {mayEdit && <AgendaBuild page={page} preview={preview} />}
      <AttendancePart page={page} mayEdit={mayEdit} />
      {mayEdit && <StagePart page={page} />}
    </main>
  )
}
