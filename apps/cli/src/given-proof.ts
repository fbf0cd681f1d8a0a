import { listCheckpoints } from '@waymark/exchange/open-data/atom'
import { readCheckpointBy } from '@waymark/ledger/checkpoint'

/** A checkpoint that holds: whose log, how long it was, and its root in base64. */
export type HeldCheckpoint = {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly key: string
}

/**
 * The checkpoints in a text: one as a file, or those in an Atom feed of ours. null where it holds none; `false` in place of
 * one that its key did not sign.
 *
 * @param key what must have signed; left out: what a feed names itself. A bare checkpoint names none.
 */
export function readCheckpoints(text: string, key: string | undefined): (HeldCheckpoint | false)[] | null {
  const isFeed = text.includes('<feed')
  const found = isFeed ? listCheckpoints(text) : isNote(text) ? [{ note: text, key: key ?? '' }] : []
  if (found.length === 0) return null
  return found.map((one) => {
    const verifier = key ?? one.key
    const head = readCheckpointBy(one.note, verifier)
    return head === null
      ? false
      : {
          origin: head.origin,
          size: head.size,
          root: Buffer.from(head.root).toString('base64'),
          key: verifier,
        }
  })
}

/** Three lines, an empty one, and a signature. */
const isNote = (text: string): boolean => /^[^\n]+\n\d+\n[A-Za-z0-9+/]{43}=\n(?:[^\n]+\n)*\n— /.test(text)
