import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

type Listed = { readonly path: string; readonly sha256: string }

/** What whoever serves a mirror has to delete, or to have networks ask for anew. */
export type Purge = { readonly removed: readonly string[]; readonly changed: readonly string[] }

/** The files of a release that was written before, from its list. @throws errors of the file system */
export async function readFormerRelease(dir: string): Promise<Listed[]> {
  const sums = await readFile(join(dir, 'SHA256SUMS'), 'utf8')
  return sums.split('\n').flatMap((line) => {
    const [, sha256, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    return sha256 === undefined || path === undefined ? [] : [{ sha256, path }]
  })
}

/** Paths that a release no longer has, and those whose bytes are others. */
export function listPurge(former: readonly Listed[], now: readonly Listed[]): Purge {
  const hashes = new Map(now.map(({ path, sha256 }) => [path, sha256]))
  return {
    removed: former.filter(({ path }) => !hashes.has(path)).map(({ path }) => path),
    changed: former
      .filter(({ path, sha256 }) => hashes.has(path) && hashes.get(path) !== sha256)
      .map(({ path }) => path),
  }
}

/** `removed.txt` of a release. */
export const formatPurge = ({ removed, changed }: Purge): string =>
  [
    '# Since the release before. Delete what was removed from every mirror; purge both kinds where answers are kept.',
    ...removed.map((path) => `removed ${path}`),
    ...changed.map((path) => `changed ${path}`),
    '',
  ].join('\n')
