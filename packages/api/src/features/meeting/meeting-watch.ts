import { type Listener, listen } from '@waymark/db/listen'
import { meetingChannel } from '@waymark/db/queries/meeting.query'

/** Tells when something was recorded in a meeting, by this process or another. */
export type MeetingWatch = {
  /**
   * Begins to watch a meeting. `next` resolves when something was recorded since the last call (or since the beginning),
   * when something may have been missed, and in any case after a few seconds: whoever asks looks at the record then.
   */
  readonly watch: (meeting: number) => {
    readonly next: (signal: AbortSignal) => Promise<void>
    readonly end: () => void
  }
  /** Aborted when the server closes: whoever follows a meeting ends then. */
  readonly closing: AbortSignal
  readonly close: () => Promise<void>
}

/** Milliseconds after which a watcher looks by itself, told or not. */
const patienceMs = 5_000

type Watcher = { told: boolean; wake: (() => void) | null }

/**
 * Hears of every meeting on one connection of its own, which is made when the first watcher comes.
 *
 * @param appUrl the database, as the role that writes
 */
export function watchMeetings(appUrl: string, log: (message: string) => void): MeetingWatch {
  const watchers = new Map<number, Set<Watcher>>()
  const closing = new AbortController()
  let listener: Listener | null = null
  const tell = (watcher: Watcher) => {
    watcher.told = true
    watcher.wake?.()
  }
  const tellAll = () => {
    for (const set of watchers.values()) for (const watcher of set) tell(watcher)
  }
  const hear = (payload: string) => {
    for (const watcher of watchers.get(Number(payload.split(':', 1)[0])) ?? []) tell(watcher)
  }
  return {
    watch: (meeting) => {
      listener ??= listen({ url: appUrl, channel: meetingChannel, hear, lose: tellAll, log })
      const watcher: Watcher = { told: false, wake: null }
      const set = watchers.get(meeting) ?? new Set()
      watchers.set(meeting, set.add(watcher))
      return {
        next: (signal) => waitFor(watcher, signal),
        end: () => {
          set.delete(watcher)
          if (set.size === 0) watchers.delete(meeting)
        },
      }
    },
    closing: closing.signal,
    close: async () => {
      closing.abort()
      await listener?.close()
    },
  }
}

function waitFor(watcher: Watcher, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      watcher.wake = null
      watcher.told = false
      resolve()
    }
    const timer = setTimeout(done, patienceMs)
    if (watcher.told || signal.aborted) return done()
    watcher.wake = done
    signal.addEventListener('abort', done)
  })
}
