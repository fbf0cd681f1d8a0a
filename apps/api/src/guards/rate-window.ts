/** How many requests a key has in a window of time. */
export type Rate = { readonly requests: number; readonly seconds: number }

/** What is left of a window after a request was counted. `remaining` is −1 where the request was one too many. */
export type Left = { readonly remaining: number; readonly resetSeconds: number }

type Window = { readonly until: number; count: number }

/** Keys kept at most; those whose window began first go first. */
const mostKept = 50_000

/**
 * Counts requests by key in windows that begin with the first request. Kept in memory: what one process sends is what is
 * limited, and a restart forgets it.
 *
 * @param now milliseconds of any clock that only goes forward
 */
export function createRateWindow({ requests, seconds }: Rate, now: () => number): (key: string) => Left {
  const windows = new Map<string, Window>()
  return (key) => {
    const at = now()
    let window = windows.get(key)
    if (window === undefined || window.until <= at) {
      windows.delete(key)
      window = { until: at + seconds * 1_000, count: 0 }
      windows.set(key, window)
      const oldest = windows.keys().next()
      if (windows.size > mostKept && !oldest.done) windows.delete(oldest.value)
    }
    if (window.count <= requests) window.count += 1
    return {
      remaining: requests - window.count,
      resetSeconds: Math.max(1, Math.ceil((window.until - at) / 1_000)),
    }
  }
}
