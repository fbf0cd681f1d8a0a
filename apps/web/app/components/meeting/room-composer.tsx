import type { ItemView } from '@waymark/api/features/meeting/meeting.view'
import { type EntryKind, entryKinds } from '@waymark/meeting/event'
import { SelectField, TextAreaField } from '@waymark/ui/field'
import { useEffect, useRef, useState } from 'react'
import { getControl, getFormState } from '../desk/form-frame.tsx'
import { useDeskWords } from '../desk/use-desk-words.ts'
import { useEntryWriter } from './live/use-entry-writer.ts'
import { WritingState } from './live/writing-state.tsx'
import type { MeetingPage } from './meeting-page.ts'

/** Where a new entry is written. With script others see it grow; without, it is sent when it is done. */
export function RoomComposer({ page, item }: { page: MeetingPage; item: ItemView }) {
  const [entry, setEntry] = useState<string | null>(null)
  // The id is the browser's own; without script the server gives one.
  useEffect(() => setEntry(crypto.randomUUID()), [])
  return (
    <Composer key={entry} page={page} item={item} entry={entry} next={() => setEntry(crypto.randomUUID())} />
  )
}

function Composer({
  page: { meeting, outcome },
  item,
  entry,
  next,
}: {
  page: MeetingPage
  item: ItemView
  entry: string | null
  next: () => void
}) {
  const { t } = useDeskWords()
  const copy = t.room
  const form = useRef<HTMLFormElement>(null)
  const state = getFormState(`write.${item.id}`, {}, outcome)
  const writer = useEntryWriter(
    { dossier: meeting.dossier.key, meeting: meeting.meeting },
    { item: item.id, entry: entry ?? '', rev: 0 },
  )
  const read = () => {
    const data = new FormData(form.current ?? undefined)
    const kind = entryKinds.find((known) => known === data.get('entryKind')) ?? 'note'
    return { text: String(data.get('text') ?? ''), kind }
  }
  const typed = () => {
    const { text, kind } = read()
    if (entry !== null) writer.type(text, kind)
  }
  const finish = async () => {
    typed()
    if (read().text.trim() !== '' && (await writer.send())) next()
  }
  return (
    <form
      ref={form}
      method="post"
      className="composer"
      aria-label={copy.write}
      noValidate
      onSubmit={(sent) => {
        // Somebody else went on writing this entry: what stands here is sent as one of its own.
        if (entry === null || writer.writing === 'conflict') return
        sent.preventDefault()
        void finish()
      }}
      onInput={typed}
      onKeyDown={(key) => {
        if (key.key !== 'Enter' || !(key.ctrlKey || key.metaKey)) return
        key.preventDefault()
        form.current?.requestSubmit()
      }}
    >
      <input type="hidden" name="intent" value={`write.${item.id}`} />
      <TextAreaField
        {...getControl(state, 'text')}
        label={copy.text}
        hint={copy.textHint}
        rows={3}
        maxLength={20_000}
      />
      <SelectField
        {...getControl(state, 'entryKind')}
        label={copy.kind}
        short
        options={entryKinds.map((kind: EntryKind) => ({ value: kind, label: copy.kinds[kind] }))}
      />
      <div className="acts bare">
        <button type="submit" className="btn-main">
          {copy.add}
        </button>
        <WritingState writing={writer.writing} />
      </div>
    </form>
  )
}
