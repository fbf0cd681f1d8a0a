import { useEffect } from 'react'

/** Browsers refuse an address that changes too often; a range that is scrolled past need not be in it. In milliseconds. */
const resting = 150

/** Keeps page and selection in the address, so that it can be kept, sent and come back to. Nothing is loaded for it. */
export function useAddress({
  page,
  selected,
}: {
  readonly page: number
  readonly selected: readonly string[]
}): void {
  const sel = selected.join(',')
  useEffect(() => {
    const write = () => {
      const params = new URLSearchParams(window.location.search)
      if (page > 1) params.set('page', String(page))
      else params.delete('page')
      if (sel === '') params.delete('sel')
      else params.set('sel', sel)
      const search = params.toString().replaceAll('%2C', ',')
      const { pathname, hash } = window.location
      const next = `${pathname}${search === '' ? '' : `?${search}`}${hash}`
      if (next !== `${pathname}${window.location.search}${hash}`)
        window.history.replaceState(window.history.state, '', next)
    }
    const timer = setTimeout(write, resting)
    return () => clearTimeout(timer)
  }, [page, sel])
}
