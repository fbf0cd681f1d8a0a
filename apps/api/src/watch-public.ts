import { headChannel, listen } from '@waymark/db/listen'
import type { OpenDatabase } from '@waymark/db/open'
import { getNextIssue } from '@waymark/db/queries/edition.query'

/** Tells when answers made of the public record may be over. */
export type PublicWatch = {
  /** False while a change may be missed; then nothing that was kept may be given out. */
  readonly isLive: () => boolean
  /** Resolves when every change committed before the call has been told of. */
  readonly catchUp: () => Promise<unknown>
  readonly close: () => Promise<void>
}

const dayMs = 86_400_000

/** The instant of the next midnight in UTC. */
const getMidnight = (now: number): number => (Math.floor(now / dayMs) + 1) * dayMs

/**
 * Watches for what changes public answers: every committed write, of this process or another; the turn of the
 * day (UTC), with which findings go stale; and the end of an edition's embargo.
 *
 * @param now milliseconds since 1970
 */
export function watchPublic(
  { app, appUrl }: Pick<OpenDatabase, 'app' | 'appUrl'>,
  { changed, now, log }: { changed: () => void; now: () => number; log: (message: string) => void },
): PublicWatch {
  /** When answers change though nothing is written, in milliseconds since 1970; null until it has been read. */
  let turn: number | null = null
  let reads = 0
  const readTurn = async (): Promise<void> => {
    turn = null
    reads += 1
    const read = reads
    try {
      const issue = await getNextIssue(app)
      // What was written meanwhile has begun a later reading, which decides.
      if (read === reads) turn = Math.min(getMidnight(now()), issue === null ? Infinity : Date.parse(issue))
    } catch (error) {
      log(`The end of the next embargo could not be read: ${(error as Error).name}`)
    }
  }
  const change = () => {
    changed()
    void readTurn()
  }
  const listener = listen({ url: appUrl, channel: headChannel, hear: change, lose: change, log })
  return {
    isLive: () => {
      if (turn !== null && now() >= turn) change()
      return turn !== null && listener.isLive()
    },
    catchUp: () => listener.catchUp(),
    close: () => listener.close(),
  }
}
