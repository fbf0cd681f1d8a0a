import type { EntryView, ItemView } from '@waymark/api/features/meeting/meeting.view'
import { entryKinds } from '@waymark/meeting/event'
import { TextAreaField } from '@waymark/ui/field'
import { useEffect, useRef } from 'react'
import { getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { ActionForm } from './action-form.tsx'
import { DecisionForm } from './decision-form.tsx'
import { EntryDetail } from './entry-detail.tsx'
import { IntentButton } from './intent-button.tsx'
import { useEntryWriter } from './live/use-entry-writer.ts'
import { WritingState } from './live/writing-state.tsx'
import type { MeetingPage } from './meeting-page.ts'

type Parts = { page: MeetingPage; item: ItemView; entry: EntryView }

/** One entry: what it is, who began it, its words and its details, and the ways to change it. */
export function RoomEntry({ mayWrite, ...parts }: Parts & { mayWrite: boolean }) {
  const { t } = useDeskWords()
  const { item, entry } = parts
  return (
    <article className={`room-entry is-${entry.kind}`}>
      <p className="cap">{t.room.by(t.room.kinds[entry.kind], entry.by.name)}</p>
      <p className="said">{entry.text}</p>
      <EntryDetail entry={entry} />
      {mayWrite && <Changes {...parts} item={item} />}
    </article>
  )
}

function Changes({ page, item, entry }: Parts) {
  const { t } = useDeskWords()
  const copy = t.room
  const kind = copy.kinds[entry.kind]
  const named = { item: item.id, basedOn: entry.rev }
  const { outcome } = page
  const isSent = outcome?.intent.endsWith(`.${entry.id}`) === true
  return (
    <details className="more" open={isSent || undefined}>
      <summary aria-label={copy.editOf(kind)}>{copy.edit}</summary>
      <TextForm page={page} item={item} entry={entry} />
      {entry.kind === 'action' && <ActionForm page={page} item={item} entry={entry} />}
      {entry.kind === 'decision' && <DecisionForm page={page} item={item} entry={entry} />}
      <div className="acts bare">
        {entryKinds
          .filter((other) => other !== entry.kind)
          .map((other) => (
            <IntentButton
              key={other}
              intent={`convert.${entry.id}`}
              label={copy.toKind[other]}
              fields={{ ...named, entryKind: other }}
            />
          ))}
        <IntentButton intent={`remove.${entry.id}`} label={copy.remove} fields={named} />
      </div>
    </details>
  )
}

/** The words of an entry, to be changed; two versions where somebody else was faster. */
function TextForm({ page: { meeting, outcome }, item, entry }: Parts) {
  const { t } = useDeskWords()
  const copy = t.room
  const intent = `rewrite.${entry.id}`
  const state = getFormState(intent, { text: entry.text }, outcome)
  const isSent = outcome?.intent === intent
  const form = useRef<HTMLFormElement>(null)
  const getField = () => form.current?.elements.namedItem('text') as HTMLTextAreaElement | null
  const writer = useEntryWriter(
    { dossier: meeting.dossier.key, meeting: meeting.meeting },
    { item: item.id, entry: entry.id, rev: entry.rev },
  )
  // Nothing was typed here since: what others wrote comes into the field, or the next word typed would put theirs aside.
  useEffect(() => {
    const field = getField()
    if (field !== null && writer.isClean() && !isSent && field.value !== entry.text) field.value = entry.text
  }, [entry.rev])
  const isRefused = outcome?.intent === intent && outcome.moved === true
  const isConflict = writer.writing === 'conflict' || isRefused
  return (
    <form
      ref={form}
      method="post"
      aria-label={copy.editOf(copy.kinds[entry.kind])}
      noValidate
      onInput={() => writer.type(getField()?.value ?? '', entry.kind)}
      onSubmit={(sent) => {
        // What is typed is on its way already; a form beside it would be a second version. A choice between two is a form.
        if (isConflict) return
        sent.preventDefault()
        void writer.send()
      }}
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="item" value={item.id} />
      <input type="hidden" name="entryKind" value={entry.kind} />
      <input type="hidden" name="basedOn" value={entry.rev} />
      {isConflict && (
        <div className="conflict-now" role="alert">
          <p>{copy.conflict.heading}</p>
          <p className="cap">{copy.conflict.theirs}</p>
          <p className="said">{entry.text}</p>
        </div>
      )}
      <TextAreaField
        {...getControl(state, 'text')}
        label={isConflict ? copy.conflict.yours : copy.text}
        rows={3}
        maxLength={20_000}
      />
      <div className="acts bare">
        <button type="submit">{isConflict ? copy.conflict.take : copy.save}</button>
        {writer.writing === 'conflict' && (
          <button
            type="button"
            onClick={() => {
              const field = getField()
              if (field !== null) field.value = entry.text
              writer.giveUp(entry.rev)
            }}
          >
            {copy.conflict.drop}
          </button>
        )}
        <WritingState writing={writer.writing} />
      </div>
    </form>
  )
}
