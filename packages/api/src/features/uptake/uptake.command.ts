import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { listSourceIds } from '@waymark/db/queries/desk-assessment.query'
import {
  type DeskUptake,
  getDossierId,
  listDeskUptake,
  listRootIds,
} from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import {
  buildVersion,
  publishSources,
  recordPublicChange,
  recordSources,
} from '../../common/record-sources.ts'
import type { CorrectUptakeInput, RecordUptakeInput, VoidUptakeInput } from './uptake.input.ts'

type Db = Kysely<Database>
type Written = { readonly event: number }

/**
 * Records that a recommendation was taken up: raised, stated, adopted or committed to. Public at once, counted by no gate.
 * Refusals: `not-found`, `effective-in-future`, `not-in-dossier` (round), `source-missing`, `unknown-source`.
 */
export function recordUptake(db: Db, act: Act, input: RecordUptakeInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const place = await getPlace(w, input)
    if (!place.ok) return place
    const columns = await buildColumns(w, place.value, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'uptake_event', [{ ...buildVersion(w, id), ...columns.value, void: false }])
    await recordPublicChange(w, place.value.dossierId)
    return ok({
      value: { event: id },
      account: {
        ...getAccount('uptake.record', input),
        after: { event: id, kind: input.kind, date: input.date },
      },
    })
  })
}

/** Corrects an event, with a reason. Refusals: those of {@link recordUptake}, and `record-moved-on`. */
export function correctUptake(db: Db, act: Act, input: CorrectUptakeInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const found = await getEvent(w, input)
    if (!found.ok) return found
    const { place, event } = found.value
    const columns = await buildColumns(w, place, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    const head = { rootId: event.id, versionId: event.versionId, reason: input.reason }
    await createRows(w.trx, 'uptake_event', [{ ...buildVersion(w, id, head), ...columns.value, void: false }])
    await recordPublicChange(w, place.dossierId)
    return ok({
      value: { event: event.id },
      account: {
        ...getAccount('uptake.correct', input),
        before: { event: event.id, kind: event.kind, date: event.date },
        after: { event: event.id, kind: input.kind, date: input.date, reason: input.reason },
      },
    })
  })
}

/** Says that an event was recorded by mistake. It stays in the history. Refusals: `not-found`, `record-moved-on`. */
export function voidUptake(db: Db, act: Act, input: VoidUptakeInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const found = await getEvent(w, input)
    if (!found.ok) return found
    const { place, event } = found.value
    const { kind, date, forum, note, locator } = event
    const sources = await listSourceIds(w.trx, place.dossierId, [event.sourceKey])
    const rounds = await listRootIds(
      w.trx,
      'round',
      place.dossierId,
      event.round === null ? [] : [event.round],
    )
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'uptake_event', [
      {
        ...buildVersion(w, id, { rootId: event.id, versionId: event.versionId, reason: input.reason }),
        dossier_id: place.dossierId,
        recommendation_id: place.recommendationId,
        kind,
        date,
        round_id: rounds.get(event.round ?? '') ?? null,
        forum,
        source_id: sources.get(event.sourceKey),
        locator,
        note,
        void: true,
      },
    ])
    await recordPublicChange(w, place.dossierId)
    return ok({
      value: { event: event.id },
      account: {
        ...getAccount('uptake.void', input),
        before: { event: event.id, kind, date },
        after: { event: event.id, void: true, reason: input.reason },
      },
    })
  })
}

type Target = { readonly dossier: string; readonly ref: string }
type Place = { readonly dossierId: number; readonly recommendationId: number }

async function getPlace(w: Write, { dossier, ref }: Target): Promise<Result<Place>> {
  const dossierId = await getDossierId(w.trx, dossier)
  const recommendationId =
    dossierId === null ? undefined : (await listRootIds(w.trx, 'recommendation', dossierId, [ref])).get(ref)
  if (dossierId === null || recommendationId === undefined) return refused({ code: 'not-found' })
  return ok({ dossierId, recommendationId })
}

async function getEvent(
  w: Write,
  input: Target & { readonly event: number; readonly basedOn: number },
): Promise<Result<{ place: Place; event: DeskUptake }>> {
  const place = await getPlace(w, input)
  if (!place.ok) return place
  const event = (await listDeskUptake(w.trx, place.value.recommendationId)).find(
    (one) => one.id === input.event,
  )
  if (event === undefined) return refused({ code: 'not-found' })
  if (event.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
  return ok({ place: place.value, event })
}

async function buildColumns(
  w: Write,
  { dossierId, recommendationId }: Place,
  input: RecordUptakeInput | CorrectUptakeInput,
): Promise<Result<Record<string, string | number | null>>> {
  const { kind, date, round, forum = null, note = null, locator = null } = input
  if (lastDay(date) > w.recordedAt.slice(0, 10)) return refused({ code: 'effective-in-future', path: 'date' })
  const rounds = await listRootIds(w.trx, 'round', dossierId, round === undefined ? [] : [round])
  if (round !== undefined && !rounds.has(round))
    return refused({ code: 'not-in-dossier', path: 'round', params: { key: round } })
  const sources = await recordSources(w, dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  await publishSources(w, sources.value)
  return ok({
    dossier_id: dossierId,
    recommendation_id: recommendationId,
    kind,
    date,
    round_id: round === undefined ? null : (rounds.get(round) ?? null),
    forum,
    source_id: sources.value[0] ?? 0,
    locator,
    note,
  })
}

const getAccount = (action: string, { dossier, ref }: Target) => ({
  action,
  subject: { kind: 'recommendation', dossier, key: ref },
})
