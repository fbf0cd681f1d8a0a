import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { listSourceIds } from '@waymark/db/queries/desk-assessment.query'
import { listPrivateSources } from '@waymark/db/queries/desk-linkage.query'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Cited } from './source.input.ts'

/**
 * Source id of each item, in order; new sources are recorded, and stay private until something public rests on them.
 *
 * @param path where the item at a place stands in the input: for the refusal
 * Refusals: `source-missing`, `unknown-source`.
 */
export async function recordSources(
  w: Write,
  dossierId: number,
  items: readonly Cited[],
  path: (place: number) => string,
): Promise<Result<number[]>> {
  const fresh = items.map((item) =>
    item.newSource === undefined ? null : { ...item.newSource, key: buildSourceKey(item.newSource) },
  )
  const bare = items.findIndex((item) => item.source === undefined && item.newSource === undefined)
  if (bare >= 0) return refused({ code: 'source-missing', path: path(bare) })
  const ids = await listSourceIds(
    w.trx,
    dossierId,
    items.flatMap((item, i) => item.source ?? fresh[i]?.key ?? []),
  )
  const missing = items.findIndex((item) => item.source !== undefined && !ids.has(item.source))
  if (missing >= 0) return refused({ code: 'unknown-source', path: path(missing) })
  const create = [
    ...new Map(fresh.flatMap((s) => (s === null || ids.has(s.key) ? [] : [[s.key, s] as const]))).values(),
  ]
  let nextId = await w.reserveIds(create.length)
  const rows = create.map(({ url, ...source }) => {
    const id = nextId++
    ids.set(source.key, id)
    return { ...buildVersion(w, id), dossier_id: dossierId, ...source, url: url ?? null, file: null }
  })
  await createRows(w.trx, 'source', rows)
  return ok(items.map((item, i) => ids.get(item.source ?? fresh[i]?.key ?? '') ?? 0))
}

/** Makes sources public that something public now rests on. */
export async function publishSources(w: Write, ids: readonly number[]): Promise<void> {
  const sources = await listPrivateSources(w.trx, ids)
  await createRows(
    w.trx,
    'source_publication',
    sources.map((id) => ({ source_id: id, entry: w.entry, recorded_at: w.recordedAt })),
  )
}

/** The columns that every version of a thing has. `head`: the version that this one supersedes, with the reason. */
export const buildVersion = (
  w: Write,
  id: number,
  head?: { readonly rootId: number; readonly versionId: number; readonly reason: string },
) => ({
  id,
  root_id: head?.rootId ?? id,
  supersedes_id: head?.versionId ?? null,
  reason: head?.reason ?? null,
  file_hash: null,
  entry: w.entry,
  recorded_at: w.recordedAt,
})

/** The public record of the dossier changed at this write: caches and cut-offs follow it. */
export const recordPublicChange = (w: Write, dossierId: number): Promise<unknown> =>
  w.trx
    .updateTable('dossier_head')
    .set({ public_at: w.recordedAt })
    .where('dossier_id', '=', dossierId)
    .execute()

/** A readable key that tells sources of the same title apart; two people who describe the same source get the same one. */
export function buildSourceKey(s: {
  title: string
  publisher: string
  date: string
  url?: string | undefined
}): string {
  const mark = sha256(JSON.stringify([s.title, s.publisher, s.date, s.url ?? null])).slice(0, 8)
  return [buildWords(s.title) || 'source', s.date.slice(0, 4), mark].join('-')
}

/** A title as the beginning of a key: Latin letters and digits of its first words; empty where it has none. */
export const buildWords = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
