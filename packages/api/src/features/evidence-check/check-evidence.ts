import { listDueFiles, listDueLinks, recordFileCheck, recordLinkCheck } from '@waymark/db/queries/file.query'
import type { Database } from '@waymark/db/schema'
import type { FileFault } from '@waymark/files/file-store'
import type { Kysely } from 'kysely'
import type { FileAccess } from '../file/file-access.ts'

export type Checking = {
  readonly app: Kysely<Database>
  readonly files: Pick<FileAccess, 'store' | 'checkLink'>
  readonly now: () => string
  /** Looks at nothing further once it is aborted. */
  readonly signal?: AbortSignal
}

export type FileFinding = {
  readonly file: number
  readonly entry: number
  readonly sha256: string
  readonly fault: FileFault
}
export type LinkFinding = { readonly url: string; readonly outcome: 'gone' | 'unreachable' }

const step = 200

/** What is due, step by step, until there is no more or the work is to end. */
async function* walk<T extends { readonly id: number }>(
  list: (after: number) => Promise<T[]>,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  for (let after = 0; ; ) {
    const rows = await list(after)
    for (const row of rows) {
      if (signal?.aborted) return
      yield row
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < step) return
    after = last.id
  }
}

/**
 * Reads every file that was not read since `checkedBefore` whole, the original and the working copy, and compares each with
 * its hash. What it finds is kept for the desk.
 */
export async function assessFiles(
  { app, files, now, signal }: Checking,
  checkedBefore: string,
): Promise<{ checked: number; faults: FileFinding[] }> {
  const faults: FileFinding[] = []
  let checked = 0
  const due = walk((after) => listDueFiles(app, { after, checkedBefore, limit: step }), signal)
  for await (const { id, entry, sha256, workingSha256 } of due) {
    let worst: FileFault | null = null
    for (const name of workingSha256 === null ? [sha256] : [sha256, workingSha256]) {
      const fault = await files.store.assess(name)
      if (fault !== null) faults.push({ file: id, entry, sha256: name, fault })
      worst ??= fault
    }
    await recordFileCheck(app, { fileId: id, checkedAt: now(), fault: worst })
    checked += 1
  }
  return { checked, faults }
}

/**
 * Asks for the pages of public sources that were not asked for since `checkedBefore`, one after another, and keeps whether
 * they answered. One that could not be asked for here stays due.
 */
export async function assessLinks(
  { app, files, now, signal }: Checking,
  checkedBefore: string,
): Promise<{ checked: number; dead: LinkFinding[] }> {
  const dead: LinkFinding[] = []
  let checked = 0
  const due = walk((after) => listDueLinks(app, { after, checkedBefore, limit: step }), signal)
  for await (const { id, url } of due) {
    const outcome = await files.checkLink(url)
    if (outcome === 'busy') continue
    await recordLinkCheck(app, { sourceId: id, url, checkedAt: now(), outcome })
    if (outcome === 'gone' || outcome === 'unreachable') dead.push({ url, outcome })
    checked += 1
  }
  return { checked, dead }
}
