import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { listSourceIds } from '@waymark/db/queries/desk-assessment.query'
import { type DeskClaim, listDeskClaims } from '@waymark/db/queries/desk-claim.query'
import { getDossierId, listRootIds } from '@waymark/db/queries/desk-linkage.query'
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
import type { CorrectClaimInput, RecordClaimInput, VoidClaimInput } from './claim.input.ts'

type Db = Kysely<Database>
type Written = { readonly claim: number }

/**
 * Records what a party says of its own implementation. Public at once beside the finding; counted nowhere.
 * Refusals: `not-found`, `effective-in-future`, `not-in-dossier` (actor), `source-missing`, `unknown-source`.
 */
export function recordClaim(db: Db, act: Act, input: RecordClaimInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const place = await getPlace(w, input)
    if (!place.ok) return place
    const columns = await buildColumns(w, place.value, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'claim', [{ ...buildVersion(w, id), ...columns.value, void: false }])
    await recordPublicChange(w, place.value.dossierId)
    return ok({
      value: { claim: id },
      account: {
        ...getAccount('claim.record', input),
        after: { claim: id, actor: input.actor, date: input.date, level: input.level ?? null },
      },
    })
  })
}

/** Corrects a claim, with a reason. Refusals: those of {@link recordClaim}, and `record-moved-on`. */
export function correctClaim(db: Db, act: Act, input: CorrectClaimInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const found = await getClaim(w, input)
    if (!found.ok) return found
    const { place, claim } = found.value
    const columns = await buildColumns(w, place, input)
    if (!columns.ok) return columns
    const id = await w.reserveIds(1)
    const head = { rootId: claim.id, versionId: claim.versionId, reason: input.reason }
    await createRows(w.trx, 'claim', [{ ...buildVersion(w, id, head), ...columns.value, void: false }])
    await recordPublicChange(w, place.dossierId)
    return ok({
      value: { claim: claim.id },
      account: {
        ...getAccount('claim.correct', input),
        before: { claim: claim.id, actor: claim.actorKey, date: claim.date, level: claim.level },
        after: {
          claim: claim.id,
          actor: input.actor,
          date: input.date,
          level: input.level ?? null,
          reason: input.reason,
        },
      },
    })
  })
}

/** Says that a claim was recorded by mistake. It stays in the history. Refusals: `not-found`, `record-moved-on`. */
export function voidClaim(db: Db, act: Act, input: VoidClaimInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const found = await getClaim(w, input)
    if (!found.ok) return found
    const { place, claim } = found.value
    const { actorKey, date, level, text, locator } = claim
    const sources = await listSourceIds(w.trx, place.dossierId, [claim.sourceKey])
    const actors = await listRootIds(w.trx, 'actor', place.dossierId, [actorKey])
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'claim', [
      {
        ...buildVersion(w, id, { rootId: claim.id, versionId: claim.versionId, reason: input.reason }),
        dossier_id: place.dossierId,
        recommendation_id: place.recommendationId,
        actor_id: actors.get(actorKey),
        date,
        level,
        text,
        source_id: sources.get(claim.sourceKey),
        locator,
        void: true,
      },
    ])
    await recordPublicChange(w, place.dossierId)
    return ok({
      value: { claim: claim.id },
      account: {
        ...getAccount('claim.void', input),
        before: { claim: claim.id, actor: actorKey, date, level },
        after: { claim: claim.id, void: true, reason: input.reason },
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

async function getClaim(
  w: Write,
  input: Target & { readonly claim: number; readonly basedOn: number },
): Promise<Result<{ place: Place; claim: DeskClaim }>> {
  const place = await getPlace(w, input)
  if (!place.ok) return place
  const { dossierId, recommendationId } = place.value
  const claims = await listDeskClaims(w.trx, dossierId, recommendationId)
  const claim = claims.find((one) => one.id === input.claim)
  if (claim === undefined) return refused({ code: 'not-found' })
  if (claim.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
  return ok({ place: place.value, claim })
}

async function buildColumns(
  w: Write,
  { dossierId, recommendationId }: Place,
  input: RecordClaimInput | CorrectClaimInput,
): Promise<Result<Record<string, string | number | null>>> {
  const { actor, date, level = null, text, locator = null } = input
  if (lastDay(date) > w.recordedAt.slice(0, 10)) return refused({ code: 'effective-in-future', path: 'date' })
  const actorId = (await listRootIds(w.trx, 'actor', dossierId, [actor])).get(actor)
  if (actorId === undefined) return refused({ code: 'not-in-dossier', path: 'actor', params: { key: actor } })
  const sources = await recordSources(w, dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  await publishSources(w, sources.value)
  return ok({
    dossier_id: dossierId,
    recommendation_id: recommendationId,
    actor_id: actorId,
    date,
    level,
    text,
    source_id: sources.value[0] ?? 0,
    locator,
  })
}

const getAccount = (action: string, { dossier, ref }: Target) => ({
  action,
  subject: { kind: 'recommendation', dossier, key: ref },
})
