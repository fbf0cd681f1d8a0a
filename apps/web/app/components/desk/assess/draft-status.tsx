import { useEffect, useRef, useState } from 'react'
import type { Typed } from '../submit-form.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { Kept } from './keep-draft.ts'
import type { Elsewhere } from './use-kept-draft.ts'

const formatTime = (at: number) =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** Says quietly when the draft was kept, and aloud only when that changes: when it is not kept, and when it is again. */
export function DraftStatus({ kept, off }: { readonly kept: Kept; readonly off: boolean }) {
  const { t } = useDeskWords()
  const copy = t.assess.draft
  const [aloud, setAloud] = useState('')
  const before = useRef<Kept['kind']>('nothing')
  useEffect(() => {
    if (kept.kind === 'away') setAloud(copy.away(formatTime(kept.since)))
    else if (kept.kind === 'kept' && before.current === 'away') setAloud(copy.back)
    before.current = kept.kind
  }, [kept])
  return (
    <>
      <p className={kept.kind === 'away' ? 'done keptat' : 'hint keptat'}>
        {off && copy.other}
        {kept.kind === 'kept' && copy.kept(formatTime(kept.at))}
        {kept.kind === 'away' && copy.away(formatTime(kept.since))}
      </p>
      <p className="vh" aria-live="polite">
        {aloud}
      </p>
    </>
  )
}

/** A draft that was changed elsewhere, beside what is on the form: field by field, and the choice. Nothing is lost by it. */
export function DraftMoved({
  elsewhere,
  here,
  keepHere,
  takeThere,
}: {
  readonly elsewhere: Elsewhere
  readonly here: Typed
  readonly keepHere: () => void
  readonly takeThere: () => void
}) {
  const { t } = useDeskWords()
  const copy = t.assess.draft
  const there = elsewhere?.content ?? {}
  const names = [...new Set([...Object.keys(there), ...Object.keys(here)])].filter(
    (name) => name !== 'basedOn' && (there[name] ?? '') !== (here[name] ?? ''),
  )
  return (
    <section className="moved draftmoved" aria-labelledby="draft-moved" role="alert">
      <h2 id="draft-moved">{copy.movedTitle}</h2>
      <p>{copy.moved}</p>
      {elsewhere === null && <p>{copy.gone}</p>}
      <table className="versions stack">
        <thead>
          <tr>
            <th scope="col">{copy.field}</th>
            <th scope="col">{copy.there}</th>
            <th scope="col">{copy.here}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td data-l={copy.there}>{there[name] ?? ''}</td>
              <td data-l={copy.here}>{here[name] ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="acts bare">
        <button type="button" className="btn-main" onClick={keepHere}>
          {copy.keepHere}
        </button>
        {elsewhere !== null && (
          <button type="button" onClick={takeThere}>
            {copy.takeThere}
          </button>
        )}
      </div>
    </section>
  )
}
