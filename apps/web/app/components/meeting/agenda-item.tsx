import type { ItemView } from '@waymark/api/features/meeting/meeting.view'
import { PageLink } from '../desk/page-link.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import { ItemForms } from './item-forms.tsx'
import { getItemTitle, ItemName } from './item-name.tsx'
import { ItemReasons } from './item-reasons.tsx'
import { buildItemAnchor, buildMeetingHref } from './meeting-href.ts'
import type { MeetingPage } from './meeting-page.ts'

/** Where an item stands among those on the agenda. */
export type AgendaPlace = { readonly isFirst: boolean; readonly isLast: boolean }

/** An item of an agenda that is being prepared: what it is, why it is there, and how it is moved or changed. */
export function AgendaItem({
  page,
  item,
  place,
  chosen,
}: {
  page: MeetingPage
  item: ItemView
  place: AgendaPlace | null
  /** The item whose forms are open. */
  chosen: string | null
}) {
  const words = useDeskWords()
  const { t, formatDate } = words
  const { meeting, may } = page
  const copy = t.meeting.agenda
  const title = getItemTitle(words, item)
  const mayEdit = may.write && (meeting.state === 'draft' || meeting.state === 'open')
  const isOpen = chosen === item.id
  const href = buildMeetingHref({ dossier: meeting.dossier.key, meeting: meeting.meeting })
  const { standing } = item
  return (
    <li id={buildItemAnchor(item.id)} className={standing.kind === 'on' ? undefined : 'off'}>
      <div className="what">
        <h3>
          <span className="title">
            <ItemName dossier={meeting.dossier.key} item={item} />
          </span>{' '}
          <span className="ref">
            {copy.kinds[item.subject.kind]}
            {item.subject.kind === 'recommendation' && ` ${item.subject.key}`}
          </span>
          {item.late && (
            <>
              {' '}
              <strong className="chip" title={copy.lateHint}>
                {copy.late}
              </strong>
            </>
          )}
        </h3>
        {standing.kind === 'dropped' && <p className="quiet">{copy.dropped(standing.reason)}</p>}
        {standing.kind === 'snoozed' && <p className="quiet">{copy.snoozed(formatDate(standing.until))}</p>}
        <ItemReasons meeting={meeting} item={item} />
        <ItemSettings item={item} minutes={item.minutes ?? meeting.plan?.itemMinutes ?? null} />
      </div>
      {mayEdit && (
        <div className="hand">
          {place !== null && !place.isFirst && (
            <IntentButton intent={`move.up.${item.id}`} label={copy.up} name={copy.upOf(title)} />
          )}
          {place !== null && !place.isLast && (
            <IntentButton intent={`move.down.${item.id}`} label={copy.down} name={copy.downOf(title)} />
          )}
          {standing.kind !== 'on' && (
            <IntentButton intent={`restore.${item.id}`} label={copy.restore} name={copy.restoreOf(title)} />
          )}
          {!isOpen && (
            <PageLink
              className="alone"
              href={`${href}?item=${item.id}#${buildItemAnchor(item.id)}`}
              aria-label={copy.changeOf(title)}
            >
              {copy.change}
            </PageLink>
          )}
        </div>
      )}
      {mayEdit && isOpen && <ItemForms page={page} item={item} />}
    </li>
  )
}

/** What people settled about an item, on one line; nothing where nothing was. */
function ItemSettings({ item, minutes }: { item: ItemView; minutes: number | null }) {
  const { t } = useDeskWords()
  const copy = t.meeting.agenda
  const parts = [
    minutes === null ? null : copy.minutes(minutes),
    item.presenter === null ? null : copy.presenter(item.presenter.name),
    item.audience === 'internal' ? null : `${copy.audienceHint}: ${copy.audiences[item.audience]}`,
    item.recusals.length === 0
      ? null
      : copy.recused(item.recusals.map(({ attendee }) => attendee.name).join(', ')),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : <p className="quiet">{parts.join(' · ')}</p>
}
