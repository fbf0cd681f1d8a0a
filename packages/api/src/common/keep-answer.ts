import type { DossierHead } from '@waymark/db/queries/cut.query'
import type { Reader } from '@waymark/db/reader'
import type { ResolvedCut } from './resolve-cut.ts'

/** Answers kept for one reader at most; each is a few hundred counts, or the numbers of all links once a cut-off. */
const mostKept = 256

// By reader, so that two databases in one process never answer for each other.
const keptBy = new WeakMap<Reader, Map<string, Promise<unknown>>>()

/**
 * What a query over the public record answers at a cut, asked once and kept. Such an answer depends on the cut and on
 * what is on public record, and every public write moves the dossier's `publicAt`: with it in the key, an answer is exact
 * until the next write and never used after it, in whichever process that was made. Answers longest unused go first.
 */
export const getKept = <T>(
  db: Reader,
  { head, record }: ResolvedCut,
  name: string,
  load: () => Promise<T>,
): Promise<T> =>
  keep(
    db,
    [
      name,
      head.id,
      head.publicAt,
      record.asOf,
      [record.knownAt, head.publicAt].sort()[0] ?? '',
      record.freshnessMonths ?? '',
    ],
    load,
  )

/** The same for what no day, no cut-off and no method changes: it depends on what is on public record alone. */
export const getKeptAtHead = <T>(
  db: Reader,
  head: DossierHead,
  name: string,
  load: () => Promise<T>,
): Promise<T> => keep(db, [name, head.id, head.publicAt], load)

function keep<T>(db: Reader, parts: readonly (string | number)[], load: () => Promise<T>): Promise<T> {
  const kept = keptBy.get(db) ?? new Map<string, Promise<unknown>>()
  keptBy.set(db, kept)
  const key = parts.join('|')
  const answer = (kept.get(key) as Promise<T> | undefined) ?? load()
  kept.delete(key)
  kept.set(key, answer)
  answer.catch(() => kept.delete(key))
  const oldest = kept.keys().next()
  if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value)
  return answer
}
