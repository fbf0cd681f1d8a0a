import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { listSourceIds } from '@waymark/db/queries/desk-assessment.query'
import { listDeskWaivers } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { mayEnd, mayWaive } from '@waymark/linkage/link'
import { isWaived } from '@waymark/linkage/waiver'
import type { Kysely } from 'kysely'
import {
  buildVersion,
  publishSources,
  recordPublicChange,
  recordSources,
} from '../../common/record-sources.ts'
import { getAccount, getHead } from './link.command.ts'
import type { EndWaiverInput, WaiveInput } from './link.input.ts'

type Db = Kysely<Database>

/**
 * Sets the condition of a link aside from a day on, with reason and source. A waiver that begins after the milestone's
 * passage changes nothing of what passed.
 * Refusals: `not-found`, `nothing-to-waive`, `effective-in-future`, `reason-missing`, `waived-already`, `source-missing`,
 * `unknown-source`.
 */
export function waiveLink(db: Db, act: Act, input: WaiveInput): Promise<Result<{ waiver: number }>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    if (!head.ok) return head
    const { dossierId, link } = head.value
    const { effective, why, locator } = input
    const allowed = mayWaive({
      role: link.role,
      effective,
      why,
      today: w.recordedAt.slice(0, 10),
      waived: isWaived(await listDeskWaivers(w.trx, link.id), lastDay(effective)),
    })
    if (!allowed.ok) return allowed
    const sources = await recordSources(w, dossierId, [input], () => 'source')
    if (!sources.ok) return sources
    await publishSources(w, sources.value)
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'waiver', [
      {
        ...buildVersion(w, id),
        dossier_id: dossierId,
        linkage_id: link.id,
        effective,
        ended: null,
        why,
        source_id: sources.value[0],
        locator: locator ?? null,
      },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { waiver: id },
      account: { ...getAccount('linkage.waive', input), after: { waiver: id, effective, why } },
    })
  })
}

/**
 * Ends a waiver on a day; one that ends on the day on which it began never held.
 * Refusals: `not-found`, `record-moved-on`, `effective-in-future`, `ends-before-it-began`, `reason-missing`.
 */
export function endWaiver(db: Db, act: Act, input: EndWaiverInput): Promise<Result<{ waiver: number }>> {
  return inTransaction(db, act, async (w) => {
    const { basedOn, ...target } = input
    const head = await getHead(w, target)
    if (!head.ok) return head
    const { dossierId, link } = head.value
    const waiver = (await listDeskWaivers(w.trx, link.id)).find((one) => one.id === input.waiver)
    if (waiver === undefined) return refused({ code: 'not-found' })
    if (waiver.versionId !== basedOn) return refused({ code: 'record-moved-on' })
    const { ended, reason } = input
    const allowed = mayEnd({ began: waiver.effective, ended, reason, today: w.recordedAt.slice(0, 10) })
    if (!allowed.ok) return allowed
    const sources = await listSourceIds(w.trx, dossierId, [waiver.sourceKey])
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'waiver', [
      {
        ...buildVersion(w, id, { rootId: waiver.id, versionId: waiver.versionId, reason }),
        dossier_id: dossierId,
        linkage_id: link.id,
        effective: waiver.effective,
        ended,
        why: waiver.why,
        source_id: sources.get(waiver.sourceKey),
        locator: waiver.locator,
      },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { waiver: waiver.id },
      account: {
        ...getAccount('linkage.end-waiver', input),
        before: { waiver: waiver.id, version: waiver.versionId, ended: waiver.ended },
        after: { waiver: waiver.id, version: id, ended, reason },
      },
    })
  })
}
