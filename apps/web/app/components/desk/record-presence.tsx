import type { Presence } from '@waymark/api/features/presence/presence.view'
import { useEffect, useState } from 'react'
import { browserApi } from '../../http/browser-api.ts'
import type { Subject } from './subject-href.ts'
import { useDeskWords } from './use-desk-words.ts'

/** A page tells of itself this often, in milliseconds; the server takes one for closed after three times as long. */
const beatEvery = 15_000

/**
 * Who else is at this record, and a word when it moved since the page was made (`entry`). With script alone: without it,
 * the page says as of which entry it is, and a write on an old version is refused with both versions.
 */
export function RecordPresence({
  subject: { dossier, kind, key },
  entry,
  writing = false,
}: {
  subject: Subject
  entry: number
  /** True where the page is a form on the record. */
  writing?: boolean
}) {
  const { t } = useDeskWords()
  const copy = t.together.presence
  const [seen, setSeen] = useState<Presence | null>(null)
  useEffect(() => {
    let ended = false
    const beat = async () => {
      // A tab that nobody looks at asks nothing, and is soon taken for closed.
      if (document.visibilityState === 'hidden') return
      const doing = writing || isTyping() ? 'writing' : 'reading'
      try {
        const answer = await browserApi.presence.beat.mutate({ dossier, kind, key, doing, since: entry })
        if (!ended) setSeen(answer)
      } catch {
        // Signed out, or the line is down: nobody is shown rather than somebody who may have gone.
        if (!ended) setSeen(null)
      }
    }
    const timer = setInterval(beat, beatEvery)
    document.addEventListener('visibilitychange', beat)
    beat()
    return () => {
      ended = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', beat)
    }
  }, [dossier, kind, key, entry, writing])
  const isShown = seen !== null && (seen.others.length > 0 || seen.newer > 0)
  return (
    <div aria-live="polite" className={isShown ? 'presence' : undefined}>
      {isShown && (
        <>
          {seen.newer > 0 && (
            <p className="changed">
              {copy.changed(seen.newer)} {/* In its own tab where something may be half typed here. */}
              <a href={window.location.pathname} {...(writing ? { target: '_blank', rel: 'noopener' } : {})}>
                {copy.show}
              </a>
            </p>
          )}
          {seen.others.length > 0 && (
            <ul>
              {seen.others.map(({ name, doing }, index) => (
                <li key={index}>{copy[doing](name)}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

/** True while the caret stands in a field of the page's own forms into which something was typed. */
function isTyping(): boolean {
  const at = document.activeElement
  return (
    (at instanceof HTMLTextAreaElement || (at instanceof HTMLInputElement && at.type === 'text')) &&
    at.closest('main') !== null &&
    at.value !== at.defaultValue
  )
}
