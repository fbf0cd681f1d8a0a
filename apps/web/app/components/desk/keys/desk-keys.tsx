import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { PageLink } from '../page-link.tsx'
import { useDeskWords } from '../use-desk-words.ts'
import type { Role } from '../views.ts'
import { type Command, listRecordCommands, parseRecordPath } from './commands.ts'
import { Palette } from './palette.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { type SingleKeys, useSingleKeys } from './use-single-keys.ts'

type Open = 'palette' | 'sheet' | null

/**
 * The keys of every page of the desk, with the windows that they open. Without script there is a link to the search; focus
 * goes back to where it was when a window closes.
 */
export function DeskKeys({
  dossier,
  path,
  role,
  pages,
}: {
  dossier: string | null
  path: string
  role: Role
  pages: readonly Command[]
}) {
  const words = useDeskWords()
  const { t } = words
  const [open, setOpen] = useState<Open>(null)
  const [ready, setReady] = useState(false)
  const before = useRef<Element | null>(null)
  const navigate = useNavigate()
  const show = (window: Open) => {
    before.current = document.activeElement
    setOpen(window)
  }
  const close = () => {
    setOpen(null)
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  useEffect(() => {
    setReady(true)
    const act = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      event.preventDefault()
      setOpen((now) => {
        if (now === null) before.current = document.activeElement
        return now === 'palette' ? now : 'palette'
      })
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [])
  const record = parseRecordPath(path)
  const here = listRecordCommands(words, path, role)
  const assess = record === null ? undefined : here.find(({ href }) => href === `${record.base}/assess`)
  const keys: SingleKeys = {
    '?': () => show('sheet'),
    ...(dossier === null
      ? {}
      : {
          q: () => navigate(`/desk/${dossier}`),
          r: () => navigate(`/desk/${dossier}/register`),
        }),
    ...(assess === undefined ? {} : { a: () => navigate(assess.href) }),
  }
  useSingleKeys(keys)
  return (
    <>
      {ready ? (
        <>
          <button
            type="button"
            className="plainly"
            onClick={() => show('palette')}
            aria-keyshortcuts="Control+K Meta+K"
          >
            {t.keys.find} <kbd>Ctrl K</kbd>
          </button>
          <button type="button" className="plainly" onClick={() => show('sheet')} aria-keyshortcuts="?">
            {t.keys.sheet.open} <kbd>?</kbd>
          </button>
        </>
      ) : (
        dossier !== null && <PageLink href={`/desk/${dossier}/search`}>{t.keys.find}</PageLink>
      )}
      {open === 'palette' && <Palette dossier={dossier} pages={pages} here={here} onClose={close} />}
      {open === 'sheet' && <ShortcutSheet onClose={close} />}
    </>
  )
}
