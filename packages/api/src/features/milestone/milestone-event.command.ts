import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { listDeskEvents } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { getCancelled } from '@waymark/linkage/milestone'
import type { Kysely } from 'kysely'
import { buildVersion, recordPublicChange } from '../../common/record-sources.ts'
import { citeSource, getAccount, getHead } from './milestone.command.ts'
import type { CancelInput, MoveInput, VoidEventInput } from './milestone.input.ts'

type Db = Kysely<Database>
type Written = { readonly event: number }

/**
 * Records that a planned date was moved, from the day on which that was decided.
 * Refusals: `not-found`, `milestone-occurred`, `milestone-cancelled`, `effective-in-future`, `source-missing`, `unknown-source`.
 */
export const moveMilestone = (db: Db, act: Act, input: MoveInput): Promise<Result<Written>> =>
  recordEvent(db, act, 'moved', input)

/** Records that a milestone was cancelled, from a day on. Refusals: those of {@link moveMilestone}. */
export const cancelMilestone = (db: Db, act: Act, input: CancelInput): Promise<Result<Written>> =>
  recordEvent(db, act, 'cancelled', input)

function recordEvent(
  db: Db,
  act: Act,
  kind: 'moved' | 'cancelled',
  input: CancelInput & { readonly planned?: string },
): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    if (!head.ok) return head
    const { dossierId, milestone } = head.value
    const { effective, planned = null, note = null, locator = null } = input
    const today = w.recordedAt.slice(0, 10)
    const path = 'effective'
    if (lastDay(effective) > today) return refused({ code: 'effective-in-future', path })
    if (milestone.occurred !== null && lastDay(milestone.occurred) <= lastDay(effective))
      return refused({ code: 'milestone-occurred', path, params: { occurred: milestone.occurred } })
    const events = (await listDeskEvents(w.trx, milestone.id)).filter((event) => event.latest && !event.void)
    const cancelled = getCancelled(events, kind === 'cancelled' ? today : lastDay(effective))
    if (cancelled !== null) return refused({ code: 'milestone-cancelled', path, params: { cancelled } })
    // What occurred was not cancelled, whenever somebody meant to.
    if (kind === 'cancelled' && milestone.occurred !== null)
      return refused({ code: 'milestone-occurred', path, params: { occurred: milestone.occurred } })
    const sourceId = await citeSource(w, dossierId, input)
    if (!sourceId.ok) return sourceId
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'milestone_event', [
      {
        ...buildVersion(w, id),
        dossier_id: dossierId,
        milestone_id: milestone.id,
        kind,
        effective,
        planned,
        void: false,
        note,
        source_id: sourceId.value,
        locator,
      },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { event: id },
      account: {
        ...getAccount(kind === 'moved' ? 'milestone.move' : 'milestone.cancel', input),
        after: { event: id, effective, planned },
      },
    })
  })
}

/**
 * Says that a move or a cancellation was recorded by mistake. It stays in the history.
 * Refusals: `not-found`, `already-superseded`.
 */
export function voidEvent(db: Db, act: Act, input: VoidEventInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, { dossier: input.dossier, key: input.key })
    if (!head.ok) return head
    const { dossierId, milestone } = head.value
    const event = (await listDeskEvents(w.trx, milestone.id)).find((one) => one.id === input.event)
    if (event === undefined) return refused({ code: 'not-found' })
    if (!event.latest || event.void) return refused({ code: 'already-superseded', path: 'event' })
    const id = await w.reserveIds(1)
    await createRows(w.trx, 'milestone_event', [
      {
        ...buildVersion(w, id, { rootId: event.rootId, versionId: event.id, reason: input.reason }),
        dossier_id: dossierId,
        milestone_id: milestone.id,
        kind: event.kind,
        effective: event.effective,
        planned: event.planned,
        void: true,
        note: event.note,
        source_id: event.sourceId,
        locator: event.locator,
      },
    ])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { event: event.rootId },
      account: {
        ...getAccount('milestone.void', input),
        before: { event: event.rootId, kind: event.kind, effective: event.effective },
        after: { event: event.rootId, void: true, reason: input.reason },
      },
    })
  })
}
