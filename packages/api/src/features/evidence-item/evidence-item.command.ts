import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import { listItemsById } from '@waymark/db/queries/evidence-item.query'
import { getFile } from '@waymark/db/queries/file.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { buildVersion, recordSources } from '../../common/record-sources.ts'
import type { CorrectItemInput, RecordItemInput } from './evidence-item.input.ts'

type WrittenItem = { readonly id: number; readonly version: number }

/**
 * Records an item of evidence, for any number of assessments to rest on. Nobody but the desk sees it, nor its source,
 * until something that is published rests on it.
 * Refusals: `not-found`, `effective-in-future`, `not-in-dossier` (file), `source-missing`, `unknown-source`.
 */
export function recordItem(
  db: Kysely<Database>,
  act: Act,
  input: RecordItemInput,
): Promise<Result<WrittenItem>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const columns = await buildColumns(w, dossierId, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'evidence_item', [{ ...buildVersion(w, id), ...columns.value }])
    return ok({
      value: { id, version: id },
      account: {
        action: 'evidence-item.record',
        subject: { kind: 'evidence-item', dossier: input.dossier, key: String(id) },
        after: { version: id, ...buildTold(input) },
      },
    })
  })
}

/**
 * Corrects an item, with a reason. Assessments that rest on it keep the version that they used.
 * Refusals: `record-moved-on`, and those of {@link recordItem}.
 */
export function correctItem(
  db: Kysely<Database>,
  act: Act,
  input: CorrectItemInput,
): Promise<Result<WrittenItem>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const head = (await listItemsById(w.trx, dossierId, [input.id])).get(input.id)
    if (head === undefined) return refused({ code: 'not-found' })
    if (head.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
    const columns = await buildColumns(w, dossierId, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    const version = buildVersion(w, id, { rootId: head.id, versionId: head.versionId, reason: input.reason })
    await createRows(w.trx, 'evidence_item', [{ ...version, ...columns.value }])
    return ok({
      value: { id: head.id, version: id },
      account: {
        action: 'evidence-item.correct',
        subject: { kind: 'evidence-item', dossier: input.dossier, key: String(head.id) },
        before: { version: head.versionId, kind: head.kind, origin: head.origin, file: head.fileId },
        after: { version: id, ...buildTold(input) },
      },
    })
  })
}

const buildTold = ({ kind, origin, file }: RecordItemInput | CorrectItemInput) => ({
  kind,
  origin,
  file: file ?? null,
})

async function buildColumns(
  w: Write,
  dossierId: number,
  input: RecordItemInput | CorrectItemInput,
): Promise<Result<Record<string, string | number | null>>> {
  const today = w.recordedAt.slice(0, 10)
  if (input.factDate !== undefined && lastDay(input.factDate) > today)
    return refused({ code: 'effective-in-future', path: 'factDate' })
  if (input.capturedOn !== undefined && input.capturedOn > today)
    return refused({ code: 'effective-in-future', path: 'capturedOn' })
  if (input.file !== undefined && (await getFile(w.trx, dossierId, input.file)) === null)
    return refused({ code: 'not-in-dossier', path: 'file', params: { key: String(input.file) } })
  const sources = await recordSources(w, dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  return ok({
    dossier_id: dossierId,
    source_id: sources.value[0] ?? 0,
    file_id: input.file ?? null,
    locator: input.locator ?? null,
    kind: input.kind,
    origin: input.origin,
    fact_date: input.factDate ?? null,
    captured_on: input.capturedOn ?? null,
    language: input.language,
    excerpt: input.excerpt ?? null,
    author_id: w.act.id,
    author_name: w.act.name,
  })
}
