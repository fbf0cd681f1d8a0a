import { useNavigate } from '@remix-run/react'
import { Command } from 'cmdk'
import { useEffect, useRef, useState } from 'react'
import { browserApi } from '../../../http/browser-api.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { Command as Place } from './commands.ts'

/** So long after the last key the record is asked, in milliseconds. */
const pause = 120
/** So many recommendations are offered. */
const most = 8

type Hit = { readonly ref: string; readonly title: string }
/** Values by which the list tells its items apart. */
const everything = 'search everything'
const getValue = ({ ref }: Pick<Hit, 'ref'>) => `record ${ref.toLowerCase()}`

type Found = { readonly words: string; readonly hits: readonly Hit[] | null }

/** Recommendations for what is typed, asked a moment after the last key; answers that come too late are dropped. */
function useHits(dossier: string | null, words: string): Found {
  const [found, setFound] = useState<Found>({ words: '', hits: [] })
  useEffect(() => {
    if (dossier === null || words.length < 2) return setFound({ words, hits: [] })
    const asked = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const { rows } = await browserApi.recommendation.list.query(
          { dossier, q: words },
          { signal: asked.signal },
        )
        setFound({ words, hits: rows.slice(0, most).map(({ ref, title }) => ({ ref, title })) })
      } catch {
        if (!asked.signal.aborted) setFound({ words, hits: null })
      }
    }, pause)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [dossier, words])
  return found
}

function Item({ place, value, onChoose }: { place: Place; value: string; onChoose: (href: string) => void }) {
  return (
    <Command.Item value={value} onSelect={() => onChoose(place.href)}>
      {place.label}
    </Command.Item>
  )
}

/**
 * The palette: one field that finds pages by name and recommendations by reference or words. Everything in it is an
 * address that can be reached without it.
 */
export function Palette({
  dossier,
  pages,
  here,
  onClose,
}: {
  dossier: string | null
  pages: readonly Place[]
  here: readonly Place[]
  onClose: () => void
}) {
  const { localise, t } = useDeskWords()
  const copy = t.keys.palette
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const words = typed.trim()
  const found = useHits(dossier, words)
  useEffect(() => {
    dialog.current?.showModal()
    input.current?.focus()
  }, [])
  const choose = (href: string) => {
    onClose()
    // Public pages run no script: the browser goes there by itself.
    if (href.startsWith('/desk')) navigate(href)
    else window.location.assign(localise(href))
  }
  const isCurrent = found.words === words
  const [chosen, setChosen] = useState('')
  useEffect(() => {
    // The record answers after the search was offered: what it found comes first, unless the reader has chosen already.
    const [first] = found.hits ?? []
    if (first !== undefined) setChosen((now) => (now === everything ? getValue(first) : now))
  }, [found])
  return (
    <dialog ref={dialog} className="palette" aria-label={copy.title} onClose={onClose}>
      <Command label={copy.title} loop value={chosen} onValueChange={setChosen}>
        <Command.Input ref={input} value={typed} onValueChange={setTyped} placeholder={copy.placeholder} />
        <Command.List label={copy.title}>
          {(found.hits ?? []).length === 0 && (
            <Command.Empty>{isCurrent || dossier === null ? copy.empty : copy.searching}</Command.Empty>
          )}
          {here.length > 0 && (
            <Command.Group heading={copy.here}>
              {here.map((place) => (
                <Item key={place.href} place={place} value={place.label} onChoose={choose} />
              ))}
            </Command.Group>
          )}
          <Command.Group heading={copy.pages}>
            {pages.map((place) => (
              <Item key={place.href} place={place} value={place.label} onChoose={choose} />
            ))}
          </Command.Group>
          {dossier !== null && words.length >= 2 && (
            <Command.Group heading={copy.records} forceMount>
              {(found.hits ?? []).map(({ ref, title }) => (
                <Command.Item
                  key={ref}
                  value={getValue({ ref })}
                  forceMount
                  onSelect={() => choose(`/desk/${dossier}/recommendations/${ref}`)}
                >
                  <span className="ref">{ref}</span> {title}
                </Command.Item>
              ))}
              <Command.Item
                value={everything}
                forceMount
                onSelect={() => choose(`/desk/${dossier}/search?q=${encodeURIComponent(words)}`)}
              >
                {copy.all(words)}
              </Command.Item>
            </Command.Group>
          )}
        </Command.List>
      </Command>
      <p className="hint">{found.hits === null ? copy.failed : copy.hint}</p>
      <form method="dialog">
        <button type="submit" className="plainly">
          {copy.close} <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  )
}
