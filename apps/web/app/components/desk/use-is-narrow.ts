import { useSyncExternalStore } from 'react'

const query = '(max-width: 40rem)'

const subscribe = (act: () => void) => {
  const list = window.matchMedia(query)
  list.addEventListener('change', act)
  return () => list.removeEventListener('change', act)
}

/** True where a row is a block of its own, as the style sheet has it. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
