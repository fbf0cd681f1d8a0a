import { formatCanonicalJson, type JsonValue } from './canonical-json.ts'
import { sha256 } from './hash.ts'
import { formatRowsDifference, type RowsDigest } from './rows-digest.ts'

/** One write: who did what to what, when, from which state to which, and the rows it left. */
export type AuditEntry = {
  /** 1, 2, 3 … without gaps. */
  seq: number
  /** ISO 8601 in UTC with milliseconds. */
  at: string
  actor: { kind: 'user' | 'operator' | 'system'; id: string; name: string }
  action: string
  subject: { kind: string; dossier: string | null; key: string | null }
  before: JsonValue | null
  after: JsonValue | null
  rows: RowsDigest[]
  /** Hash of the entry before; {@link genesis} for the first. */
  previous: string
  /** SHA-256 over the canonical JSON of everything above. */
  hash: string
}

export type AuditContent = Omit<AuditEntry, 'previous' | 'hash'>

/** What the first entry names as its predecessor. */
export const genesis = '0'.repeat(64)

/** The entry that follows the one whose hash is given. */
export function buildEntry(previous: string, content: AuditContent): AuditEntry {
  const unsealed = { ...content, previous }
  return { ...unsealed, hash: sha256(formatCanonicalJson(unsealed)) }
}

export type ChainFault = { seq: number; kind: 'hash' | 'previous' | 'gap' | 'rows'; message: string }

/** `faults` holds the first 1,000, in the order of the chain; `faultCount` counts all of them. */
export type ChainReport = {
  ok: boolean
  entries: number
  head: { seq: number; hash: string }
  faults: ChainFault[]
  faultCount: number
}

export type ChainOptions = {
  /** Digests recomputed from the tables as they are now; without it the rows are not compared. */
  rowsOf?: (seq: number) => readonly RowsDigest[] | Promise<readonly RowsDigest[]>
  /** Where the walk begins, when the entries before are vouched for by other means. */
  after?: { seq: number; hash: string }
}

const listedFaults = 1000

/**
 * Walks the chain in its stored order and names every break, the first one first. One entry is held at a time, so
 * the length does not matter. It finds entries edited, deleted, inserted or moved; it cannot find that the end was
 * cut off, or that everything from some entry on was written anew: only a head noted elsewhere shows that.
 */
export async function assessChain(
  entries: Iterable<AuditEntry> | AsyncIterable<AuditEntry>,
  options: ChainOptions = {},
): Promise<ChainReport> {
  let head = options.after ?? { seq: 0, hash: genesis }
  let count = 0
  let faultCount = 0
  const faults: ChainFault[] = []
  for await (const entry of entries) {
    const found = [...listOwnFaults(entry, head)]
    if (options.rowsOf) {
      const digests = options.rowsOf(entry.seq)
      const difference = formatRowsDifference(
        entry.rows,
        digests instanceof Promise ? await digests : digests,
      )
      if (difference !== null)
        found.push({ seq: entry.seq, kind: 'rows', message: `Entry ${entry.seq}: ${difference}.` })
    }
    faultCount += found.length
    if (faults.length < listedFaults) faults.push(...found)
    count += 1
    // The stored hash, not the recomputed one: the next entry is judged by its own link, so one edit is one fault.
    head = { seq: entry.seq, hash: entry.hash }
  }
  return { ok: faultCount === 0, entries: count, head, faults, faultCount }
}

function* listOwnFaults(entry: AuditEntry, head: { seq: number; hash: string }): Generator<ChainFault> {
  const { seq } = entry
  if (seq !== head.seq + 1) {
    const message = `Entry ${head.seq + 1} was expected after entry ${head.seq}, and entry ${seq} was found.`
    yield { seq, kind: 'gap', message }
  }
  if (entry.previous !== head.hash) {
    yield {
      seq,
      kind: 'previous',
      message: `Entry ${seq} does not follow from entry ${head.seq}: the link is broken.`,
    }
  }
  if (!hasOwnHash(entry)) {
    yield {
      seq,
      kind: 'hash',
      message: `Entry ${seq} was changed after it was written: its hash does not fit it.`,
    }
  }
}

/** Whether the hash of an entry fits its content. What cannot even be written as JSON does not fit. */
export function hasOwnHash(entry: AuditEntry): boolean {
  const { hash, ...unsealed } = entry
  try {
    return sha256(formatCanonicalJson(unsealed)) === hash
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
