import { headChannel, listen } from '@waymark/db/listen'
import type { OpenDatabase } from '@waymark/db/open'

/** Tells when answers made of the public record may be over. */
export type PublicWatch = {
  /** False while a change may be missed; then nothing that was kept may be given out. */
  readonly isLive: () => boolean
  /** Resolves when every change committed before the call has been told of. */
  readonly catchUp: () => Promise<unknown>
  readonly close: () => Promise<void>
}

const dayMs = 86_400_000

/**
 * Watches for what changes public answers: every committed write, of this process or another, and the turn of the
 * day (UTC), with which findings go stale.
 *
 * @param now milliseconds since 1970
 */
export function watchPublic(
  { appUrl }: Pick<OpenDatabase, 'appUrl'>,
  { changed, now, log }: { changed: () => void; now: () => number; log: (message: string) => void },
): PublicWatch {
  const listener = listen({ url: appUrl, channel: headChannel, hear: changed, lose: changed, log })
  let day = Math.floor(now() / dayMs)
  return {
    isLive: () => {
      const today = Math.floor(now() / dayMs)
      if (today !== day) {
        day = today
        changed()
      }
      return listener.isLive()
    },
    catchUp: () => listener.catchUp(),
    close: () => listener.close(),
  }
}
