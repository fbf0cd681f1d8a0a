import type { FileError } from './file-error.ts'
import { formatPath } from './file-error.ts'
import type { Known } from './known.ts'
import { entries } from './references.ts'
import type { LooseDossierFile } from './schema.ts'

/** Recommendations that would come after themselves: directly, or round a circle. Each circle is named once. */
export function listLineageErrors(file: LooseDossierFile, known: Known): FileError[] {
  const errors: FileError[] = []
  const earlier = getEarlier(file, known)
  const done = new Set<string>()
  for (const [i, row] of entries(file.recommendations)) {
    for (const [j, link] of entries(row.lineage)) {
      if (row.ref === undefined || link.ref !== row.ref) continue
      const message = `${row.ref} cannot come after itself. Name the earlier recommendation, or remove the link.`
      errors.push({
        path: formatPath(['recommendations', i, 'lineage', j, 'ref']),
        message,
        code: 'invalid-input',
      })
    }
    if (row.ref === undefined) continue
    for (const circle of listCircles(row.ref, earlier, done)) {
      const message = `The lineage runs in a circle: ${formatCircle(circle)}. Remove one of these links.`
      errors.push({ path: formatPath(['recommendations', i, 'lineage']), message, code: 'invalid-input' })
    }
  }
  return errors
}

function getEarlier(file: LooseDossierFile, known: Known): Map<string, readonly string[]> {
  const earlier = new Map<string, readonly string[]>()
  for (const [ref, row] of known.recommendations ?? []) earlier.set(ref, row.lineage)
  for (const [, row] of entries(file.recommendations)) {
    if (row.ref === undefined) continue
    const refs = [...entries(row.lineage)].flatMap(([, link]) => (link.ref === undefined ? [] : [link.ref]))
    earlier.set(
      row.ref,
      [...new Set(refs)].filter((ref) => ref !== row.ref),
    )
  }
  return earlier
}

/** Depth first with a stack of its own: a chain of twenty thousand must not overflow. */
function* listCircles(
  start: string,
  earlier: Map<string, readonly string[]>,
  done: Set<string>,
): Generator<string[]> {
  if (done.has(start)) return
  const path: { ref: string; next: number }[] = [{ ref: start, next: 0 }]
  const onPath = new Set([start])
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const ref = earlier.get(top.ref)?.[top.next]
    top.next += 1
    if (ref === undefined) {
      done.add(top.ref)
      onPath.delete(top.ref)
      path.pop()
    } else if (onPath.has(ref)) {
      yield [...path.map((at) => at.ref).slice(path.findIndex((at) => at.ref === ref)), ref]
    } else if (!done.has(ref)) {
      path.push({ ref, next: 0 })
      onPath.add(ref)
    }
  }
}

const formatCircle = (circle: readonly string[]) =>
  circle.length > 8 ? [...circle.slice(0, 4), '…', ...circle.slice(-3)].join(' → ') : circle.join(' → ')
