import type { FileError } from './file-error.ts'
import { formatPath, formatQuoted } from './file-error.ts'
import { entries } from './references.ts'
import type { LooseDossierFile } from './schema.ts'

const keyed = [
  'actors', 'sources', 'areas', 'rounds', 'commitments', 'tracks', 'milestones', 'assessments', 'cases',
] as const // biome-ignore format: a list

/** Keys given to two rows of a table, and two linkages of the same recommendation and milestone. */
export function listUniquenessErrors(file: LooseDossierFile): FileError[] {
  const errors: FileError[] = []
  for (const table of keyed) {
    const keys = [...entries<{ readonly key?: string | undefined }>(file[table])].map(
      ([i, row]) => [[table, i, 'key'], row.key] as const,
    )
    errors.push(...listRepeated(keys))
  }
  const refs = [...entries(file.recommendations)].map(
    ([i, row]) => [['recommendations', i, 'ref'], row.ref] as const,
  )
  errors.push(...listRepeated(refs))
  for (const [i, row] of entries(file.recommendations)) {
    const steps = [...entries(row.steps)].map(
      ([j, step]) => [['recommendations', i, 'steps', j, 'key'], step.key] as const,
    )
    errors.push(...listRepeated(steps))
  }
  return [...errors, ...listRepeatedLinks(file)]
}

type Keyed = readonly [path: readonly PropertyKey[], key: string | undefined]

function listRepeated(keys: readonly Keyed[]): FileError[] {
  const first = new Map<string, readonly PropertyKey[]>()
  const errors: FileError[] = []
  for (const [path, key] of keys) {
    if (key === undefined) continue
    const before = first.get(key)
    if (before === undefined) first.set(key, path)
    else {
      const message = `${formatQuoted(key)} is already the ${String(path.at(-1))} of ${formatPath(before.slice(0, -1))}. Give this row its own.`
      errors.push({ path: formatPath(path), message, code: 'invalid-input' })
    }
  }
  return errors
}

function listRepeatedLinks(file: LooseDossierFile): FileError[] {
  const first = new Map<string, number>()
  const errors: FileError[] = []
  for (const [i, { recommendation, milestone }] of entries(file.linkages)) {
    if (recommendation === undefined || milestone === undefined) continue
    const pair = `${recommendation} ${milestone}`
    const before = first.get(pair)
    if (before === undefined) first.set(pair, i)
    else {
      const message = `${recommendation} is already linked to ${formatQuoted(milestone)} by ${formatPath(['linkages', before])}. Keep one of the two.`
      errors.push({ path: formatPath(['linkages', i]), message, code: 'invalid-input' })
    }
  }
  return errors
}
