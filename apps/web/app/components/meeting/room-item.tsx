import type { ItemView } from '@waymark/api/features/meeting/meeting.view'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { IntentButton } from './intent-button.tsx'
import { ItemName } from './item-name.tsx'
import { ItemReasons } from './item-reasons.tsx'
import type { MeetingPage } from './meeting-page.ts'
import { RoomComposer } from './room-composer.tsx'
import { RoomEntry } from './room-entry.tsx'
import { Timebox } from './timebox.tsx'

/** The item that is worked on: why it is here, how long the room has been at it, and what is written under it. */
export function RoomItem({ page, item }: { page: MeetingPage; item: ItemView }) {
  const { t } = useDeskWords()
  const { meeting, me, may } = page
  const isRecused = item.recusals.some(({ attendee }) => attendee.kind === 'user' && attendee.id === me.id)
  const mayWrite = may.write && item.sealedBy === null
  const isHere = meeting.current?.item === item.id
  return (
    <section className="room-item" aria-labelledby="item">
      <h2 id="item">
        <ItemName dossier={meeting.dossier.key} item={item} />
      </h2>
      <Timebox item={item} current={meeting.current} />
      <ItemReasons meeting={meeting} item={item} />
      {item.sealedBy !== null && <p className="sealed">{t.room.sealed}</p>}
      {item.sealedBy === null && isRecused && <p className="hint">{t.room.recused}</p>}
      {may.write && (
        <div className="acts bare">
          {!isHere && <IntentButton intent={`enter.${item.id}`} label={t.room.enter} />}
          {mayWrite && (
            <IntentButton
              intent={item.done ? `undone.${item.id}` : `done.${item.id}`}
              label={item.done ? t.room.undone : t.room.done}
            />
          )}
        </div>
      )}
      {mayWrite && <p className="hint">{item.done ? t.room.isDone : t.room.doneHint}</p>}
      <ol className="room-entries">
        {item.entries
          .filter(({ removed }) => !removed)
          .map((entry) => (
            <li key={entry.id}>
              <RoomEntry page={page} item={item} entry={entry} mayWrite={mayWrite && !isRecused} />
            </li>
          ))}
      </ol>
      {mayWrite && !isRecused && <RoomComposer page={page} item={item} />}
    </section>
  )
}
