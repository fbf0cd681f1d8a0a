import type { AgendaPreview } from '@waymark/api/features/meeting/meeting-agenda.view'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import { ItemName } from './item-name.tsx'
import { buildMeetingHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'
import { formatReason } from './reason-words.ts'

/** What a rebuild would change, once asked for, and the button that does it. */
export function AgendaBuild({ page, preview }: { page: MeetingPage; preview: AgendaPreview | null }) {
  const { t } = useDeskWords()
  const copy = t.meeting.build
  const { dossier, meeting } = page.meeting
  const href = `${buildMeetingHref({ dossier: dossier.key, meeting })}?rebuild=1#build`
  return (
    <section className="part" aria-labelledby="build">
      <h2 id="build">{copy.heading}</h2>
      <p className="hint">{copy.lead}</p>
      {preview === null ? (
        <p>
          <PageLink className="btn" href={href}>
            {copy.look}
          </PageLink>
        </p>
      ) : (
        <>
          {preview.added.length + preview.removed.length === 0 && <p>{copy.nothing}</p>}
          <Changed page={page} heading={copy.wouldAdd(preview.added.length)} items={preview.added} />
          <Changed page={page} heading={copy.wouldRemove(preview.removed.length)} items={preview.removed} />
          <IntentButton intent="build" label={copy.do} main />
        </>
      )}
    </section>
  )
}

function Changed({
  page,
  heading,
  items,
}: {
  page: MeetingPage
  heading: string
  items: AgendaPreview['added']
}) {
  const words = useDeskWords()
  if (items.length === 0) return null
  return (
    <>
      <h3>{heading}</h3>
      <ul className="dots">
        {items.map((item) => (
          <li key={item.id}>
            <ItemName dossier={page.meeting.dossier.key} item={item} />{' '}
            <span className="quiet">
              {item.reasons.map((reason) => formatReason(words, reason)).join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
