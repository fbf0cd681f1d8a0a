import type { ItemView, MeetingView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { ItemName } from './item-name.tsx'

/** The items of a meeting in their order, each with what was written under it; those that were dropped or put off left out. */
export function ItemEntries({ meeting }: { meeting: MeetingView }) {
  const { t } = useDeskWords()
  const items = meeting.items.filter(({ standing }) => standing.kind === 'on')
  if (items.length === 0) return <p className="quiet">{t.meeting.agenda.empty}</p>
  return (
    <ol className="history">
      {items.map((item) => (
        <li key={item.id}>
          <h3>
            <ItemName dossier={meeting.dossier.key} item={item} />
          </h3>
          <Entries item={item} />
        </li>
      ))}
    </ol>
  )
}

function Entries({ item }: { item: ItemView }) {
  const { t } = useDeskWords()
  const entries = item.entries.filter(({ removed }) => !removed)
  if (entries.length === 0) return <p className="quiet">{t.meeting.room.nothing}</p>
  return entries.map(({ id, kind, text, by }) => (
    <div className="comment" key={id}>
      <p className="hint">
        {t.meeting.room.kinds[kind]}, {by.name}
      </p>
      <p className="said">{text}</p>
    </div>
  ))
}
