/**
 * A lane with `width` places and room for `room` who wait, in order. Resolves to what gives the place back; `busy` when there
 * is no room to wait; `stopped` when the signal came while waiting.
 */
export function buildLane(
  width: number,
  room: number,
): (signal?: AbortSignal) => Promise<(() => void) | 'busy' | 'stopped'> {
  let taken = 0
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next()
  }
  return async (signal) => {
    if (signal?.aborted) return 'stopped'
    if (taken < width) {
      taken += 1
      return leave
    }
    if (waiting.length >= room) return 'busy'
    return new Promise((resolve) => {
      const enter = () => {
        signal?.removeEventListener('abort', stop)
        resolve(leave)
      }
      const stop = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve('stopped')
      }
      waiting.push(enter)
      signal?.addEventListener('abort', stop, { once: true })
    })
  }
}
