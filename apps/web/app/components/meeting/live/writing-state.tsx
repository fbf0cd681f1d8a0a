import { useDeskWords } from '../../desk/use-desk-words.ts'
import type { Writing } from './use-entry-writer.ts'

/** Whether what was typed is on record, in words. */
export function WritingState({ writing }: { writing: Writing }) {
  const { t } = useDeskWords()
  const word = {
    idle: '',
    saving: t.room.saving,
    saved: t.room.saved,
    offline: t.room.live.off,
    conflict: t.room.conflict.heading,
  }[writing]
  return (
    <span className="hint" role="status">
      {word}
    </span>
  )
}
