import { mayReadCase } from '@waymark/access/visibility'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getActionPoint } from '@waymark/db/queries/action-point.query'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { type ActionEvent, mayHappenToAction } from '@waymark/meeting/action-point'
import type { AccountActor } from '../../accounts/actor.ts'
import { listWriters } from '../../common/read-subjects.ts'
import type { Context } from '../../context.ts'
import type { RecordActionInput } from './action-point.input.ts'

/**
 * Records what became of an action point. Asked twice with the same id it records once.
 * Refusals: `not-found`, `record-moved-on`, `action-closed`, `meeting-state`, `unknown-colleague`.
 */
export function recordActionEvent(
  { record }: Pick<Context, 'record'>,
  act: Act,
  { role }: Pick<AccountActor, 'role'>,
  { dossier, action: actionId, id, basedOn, event }: RecordActionInput,
): Promise<Result<{ rev: number }>> {
  return inTransaction<{ rev: number }, Refusal>(record.app, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    const row = dossierId === null ? null : await getActionPoint(w.trx, dossierId, actionId)
    if (row === null || (row.sensitivity !== 'public' && !mayReadCase(role, row.sensitivity)))
      return refused({ code: 'not-found' })
    const before = await w.trx
      .selectFrom('action_event')
      .select('action_id')
      .where('id', '=', id)
      .executeTakeFirst()
    if (before !== undefined)
      return before.action_id === actionId
        ? ok({ value: { rev: row.rev }, account: null })
        : refused({ code: 'key-taken', path: 'id' })
    if (row.rev !== basedOn) return refused({ code: 'record-moved-on' })
    const allowed = mayHappenToAction(row.state, event)
    if (!allowed.ok) return refused(allowed.error)
    const owner =
      event.kind === 'reassigned' ? (await listWriters(w.trx)).find((one) => one.id === event.owner) : null
    if (owner === undefined) return refused({ code: 'unknown-colleague', path: 'event.owner' })
    await w.trx
      .insertInto('action_event')
      .values({
        id,
        action_id: actionId,
        kind: event.kind,
        body: JSON.stringify(event),
        actor_id: act.id,
        actor_name: act.name,
        entry: w.entry,
        recorded_at: w.recordedAt,
      })
      .execute()
    await w.trx
      .updateTable('action_point')
      .set({ ...getChange(event, owner), rev: row.rev + 1, changed_at: w.recordedAt })
      .where('id', '=', actionId)
      .execute()
    return ok({
      value: { rev: row.rev + 1 },
      account: {
        action: `action-point.${event.kind}`,
        subject: { kind: 'action-point', dossier, key: actionId },
        after: { rev: row.rev + 1 },
      },
    })
  })
}

function getChange(event: ActionEvent, owner: { readonly id: string; readonly name: string } | null) {
  switch (event.kind) {
    case 'done':
      return { state: 'done' as const, closed_because: event.note, snoozed_until: null }
    case 'dropped':
      return { state: 'dropped' as const, closed_because: event.reason, snoozed_until: null }
    case 'reopened':
      return { state: 'open' as const, closed_because: null }
    case 'rescheduled':
      return { due_on: event.due }
    case 'reassigned':
      return owner === null ? {} : { owner_id: owner.id, owner_name: owner.name }
    case 'snoozed':
      return { snoozed_until: event.until }
  }
}
