import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { getDossierId, listDeskCommitments, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import {
  buildVersion,
  buildWords,
  publishSources,
  recordPublicChange,
  recordSources,
} from '../../common/record-sources.ts'
import type { CorrectCommitmentInput, RecordCommitmentInput } from './commitment.input.ts'

type Written = { readonly key: string; readonly version: number }

/**
 * Records a commitment. It is public at once, and so is its source.
 * Refusals: `not-found`, `not-in-dossier` (actor), `effective-in-future`, `key-taken`, `source-missing`, `unknown-source`.
 */
export function recordCommitment(
  db: Kysely<Database>,
  act: Act,
  input: RecordCommitmentInput,
): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const key = input.key ?? buildCommitmentKey(input)
    const taken = await listRootIds(w.trx, 'commitment', dossierId, [key])
    if (taken.size > 0) return refused({ code: 'key-taken', path: 'key', params: { key } })
    const columns = await buildColumns(w, dossierId, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'commitment', [
      { ...buildVersion(w, id), dossier_id: dossierId, key, ...columns.value },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { key, version: id },
      account: {
        action: 'commitment.record',
        subject: { kind: 'commitment', dossier: input.dossier, key },
        after: { version: id, actor: input.actor, date: input.date, locator: input.locator ?? null },
      },
    })
  })
}

/**
 * Corrects a commitment, with a reason; what was known before can still be asked for.
 * Refusals: `not-found`, `record-moved-on`, and those of {@link recordCommitment}.
 */
export function correctCommitment(
  db: Kysely<Database>,
  act: Act,
  input: CorrectCommitmentInput,
): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const [head] = await listDeskCommitments(w.trx, dossierId, input.key)
    if (head === undefined) return refused({ code: 'not-found' })
    if (head.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
    const columns = await buildColumns(w, dossierId, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    const version = buildVersion(w, id, { rootId: head.id, versionId: head.versionId, reason: input.reason })
    await createRows(w.trx, 'commitment', [
      { ...version, dossier_id: dossierId, key: input.key, ...columns.value },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { key: input.key, version: id },
      account: {
        action: 'commitment.correct',
        subject: { kind: 'commitment', dossier: input.dossier, key: input.key },
        before: { version: head.versionId, actor: head.actorKey, date: head.date, locator: head.locator },
        after: {
          version: id,
          actor: input.actor,
          date: input.date,
          locator: input.locator ?? null,
          reason: input.reason,
        },
      },
    })
  })
}

async function buildColumns(
  w: Write,
  dossierId: number,
  input: RecordCommitmentInput | CorrectCommitmentInput,
): Promise<Result<Record<string, string | number | null>>> {
  if (lastDay(input.date) > w.recordedAt.slice(0, 10))
    return refused({ code: 'effective-in-future', path: 'date' })
  const actors = await listRootIds(w.trx, 'actor', dossierId, [input.actor])
  const actorId = actors.get(input.actor)
  if (actorId === undefined)
    return refused({ code: 'not-in-dossier', path: 'actor', params: { key: input.actor } })
  const sources = await recordSources(w, dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  await publishSources(w, sources.value)
  return ok({
    actor_id: actorId,
    date: input.date,
    summary: input.summary,
    source_id: sources.value[0] ?? 0,
    locator: input.locator ?? null,
  })
}

const buildCommitmentKey = ({ actor, date, summary }: RecordCommitmentInput): string =>
  [actor, date, buildWords(summary)]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '')
