import { createRows } from '@waymark/db/bulk-insert'
import type { Write } from '@waymark/db/in-transaction'
import { type KnownRow, type KnownTable, listKnown } from '@waymark/db/queries/known.query'
import type { Database } from '@waymark/db/schema'
import { hashRow } from '../../../common/personal-data.ts'
import { matchDecided, matchRows } from './match-rows.ts'

export type Tally = { added: number; corrected: number; unchanged: number }

/** Called after each table with how far the import has come, counted in rows of the file. */
export type Progress = (done: { readonly table: string; readonly rows: number; readonly of: number }) => void

/** One run of an import: where it writes, and what it has done so far. */
export type Loader = {
  readonly w: Write
  readonly dossierId: number
  /** Instant of recording for everything but assessments that bring their own. */
  readonly recordedAt: string
  /** True when nothing is to be written: everything is decided as if it were. */
  readonly dryRun: boolean
  readonly tally: Tally
  readonly salts: ReadonlyMap<number, string>
  readonly progress: Progress
  /** Hash of what each version says that stands now: a row that says the same brings nothing, wherever that came from. */
  readonly standing?: ReadonlyMap<number, string>
  /** Hashes of the findings that stand now. */
  readonly findings?: ReadonlySet<string>
  /** Rows of tables, which was decided before what they are on record. */
  readonly tables?: TableRows
}

export type TableRows = {
  /** Root id of what each row changes; null for what it adds. */
  readonly rootOf: ReadonlyMap<unknown, number | null>
  /** Why what it changes is superseded. */
  readonly reason: string
}

/** A file row with its place on record. */
export type Placed<Row> = {
  readonly row: Row
  readonly index: number
  readonly rootId: number
  readonly versionId: number
  readonly outcome: keyof Tally
}

export const correctionReason = 'Changed in a later import of the dossier file'

export const createRowsOf = async <T extends keyof Database & string>(
  { w, dryRun }: Loader,
  table: T,
  rows: readonly Partial<Record<keyof Database[T], unknown>>[],
): Promise<void> => (dryRun ? undefined : createRows(w.trx, table, rows))

type Table<Row> = {
  readonly table: KnownTable & keyof Database
  readonly rows: readonly Row[]
  /** Natural key: the row's own, or what tells it from its neighbours. */
  readonly keyOf: (row: Row) => string
  /** What is compared with the last import; the whole row unless given. */
  readonly contentOf?: (row: Row) => unknown
  readonly columnsOf: (row: Row, placed: { readonly versionId: number }) => Record<string, unknown>
  /** Replaces the plain hash where the row is personal: `isSame` and `hashOf` then decide together. */
  readonly hashOf?: (row: Row, versionId: number) => string
  readonly isSame?: (row: Row, known: KnownRow) => boolean
}

/**
 * Loads one versioned table: new rows as roots, changed ones as versions that supersede the latest, the rest not at all.
 * Does not touch the tally: a caller decides what counts as a row of the file.
 */
export async function loadTable<Row>(loader: Loader, t: Table<Row>): Promise<Placed<Row>[]> {
  const known = await listKnown(loader.w.trx, t.table, loader.dossierId)
  const contentOf = t.contentOf ?? ((row: Row) => row)
  const { standing, tables } = loader
  const isSame =
    t.isSame ??
    ((row: Row, k: KnownRow) => {
      const hash = hashRow(contentOf(row))
      return (tables === undefined && k.fileHash === hash) || standing?.get(k.headId) === hash
    })
  const matches =
    tables === undefined
      ? matchRows(t.rows, known, t.keyOf, isSame)
      : matchDecided(t.rows, known, { rootOf: tables.rootOf, keyOf: t.keyOf, isSame })
  let nextId = await loader.w.reserveIds(matches.filter((m) => !m.same).length)
  const placed: Placed<Row>[] = []
  const inserts: Record<string, unknown>[] = []
  for (const { row, index, known: before, same } of matches) {
    if (same && before) {
      placed.push({ row, index, rootId: before.rootId, versionId: before.headId, outcome: 'unchanged' })
      continue
    }
    const id = nextId++
    const rootId = before?.rootId ?? id
    placed.push({ row, index, rootId, versionId: id, outcome: before ? 'corrected' : 'added' })
    inserts.push({
      id,
      root_id: rootId,
      supersedes_id: before?.headId ?? null,
      reason: before ? (tables?.reason ?? correctionReason) : null,
      dossier_id: loader.dossierId,
      // As what is written at the desk: a dossier file that is imported again does not take it back.
      file_hash: tables !== undefined ? null : t.hashOf ? t.hashOf(row, id) : hashRow(contentOf(row)),
      entry: loader.w.entry,
      recorded_at: loader.recordedAt,
      ...t.columnsOf(row, { versionId: id }),
    })
  }
  await createRowsOf(loader, t.table, inserts)
  return placed
}

/** Root ids by key: those on record and those just placed. */
export async function getRoots(
  loader: Loader,
  table: KnownTable,
  placed: readonly { readonly key: string; readonly rootId: number }[],
) {
  const known = await listKnown(loader.w.trx, table, loader.dossierId)
  return new Map([...known, ...placed].map((k) => [k.key, k.rootId]))
}

/** The root id behind a key that the file refers to; the rules across rows have made sure that it exists. */
export function getRoot(roots: ReadonlyMap<string, number>, key: string): number {
  const id = roots.get(key)
  if (id === undefined) throw new Error(`no row on record for the key ${key}`)
  return id
}

export function addToTally(loader: Loader, placed: readonly { readonly outcome: keyof Tally }[]): void {
  for (const { outcome } of placed) loader.tally[outcome] += 1
}
