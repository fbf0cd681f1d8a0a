import { useEffect, useRef } from 'react'
import { hasSingleKeys, isTyping } from './shortcuts.ts'

export type SingleKeys = Readonly<Record<string, () => void>>

/**
 * Shortcuts of a single key, by `KeyboardEvent.key`. They act nowhere where something is typed, not together with Ctrl, Alt or
 * ⌘, not while a window is open, and not for those who switched them off.
 */
export function useSingleKeys(keys: SingleKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const act = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null || !hasSingleKeys())
        return
      const wanted = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (wanted === undefined) return
      event.preventDefault()
      wanted()
    }
    document.addEventListener('keydown', act)
    return () => document.removeEventListener('keydown', act)
  }, [])
}
