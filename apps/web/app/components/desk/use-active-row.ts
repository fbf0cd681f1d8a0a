import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

/**
 * The row of a grid that Tab leads to, and that has the focus once one moves by keys. `hold` moves both; a row that is not in
 * the page yet gets the focus as soon as it is.
 */
export function useActiveRow(
  scroller: RefObject<HTMLElement | null>,
  { total, key, first }: { readonly total: number; readonly key: string; readonly first: number },
) {
  const [active, setActive] = useState(first)
  const wanted = useRef<number | null>(null)

  // Another filter or order is another list: its first row is where one begins, and who had the focus in it keeps it.
  const before = useRef(key)
  useEffect(() => {
    if (before.current === key) return
    before.current = key
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [key, scroller])

  // After every rendering: the row that is waited for may have come with it.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[role=row][data-index="${wanted.current}"]`)
    if (row === null || row === undefined) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  const hold = useCallback((index: number) => {
    wanted.current = index
    setActive(index)
  }, [])
  return { active: Math.min(active, Math.max(0, total - 1)), activate: setActive, hold }
}
