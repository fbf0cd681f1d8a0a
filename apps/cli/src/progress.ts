import type { Progress } from '@waymark/api/features/dossier/import/loader'
import { formatCount } from '@waymark/exchange/dossier-file/file-error'

const quiet = 2000

/** Tells how far an import has come, at most every two seconds: a short one says nothing. */
export function buildProgress(note: (line: string) => void, now: () => number): Progress {
  let last = now()
  return ({ table, rows, of }) => {
    if (now() - last < quiet) return
    last = now()
    note(`${table}: ${formatCount(rows)} of ${formatCount(of)}`)
  }
}
