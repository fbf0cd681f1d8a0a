import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'

/**
 * Marks as read what the reader was told: one notification, or all up to an instant. What is not theirs is left alone,
 * and not told of. Never refused.
 */
export function recordRead(
  db: Kysely<Database>,
  act: Act,
  which: { readonly id?: string | undefined; readonly until?: string | undefined },
): Promise<Result<{ read: number }>> {
  return inTransaction<{ read: number }, Refusal>(db, act, async (w) => {
    let update = w.trx
      .updateTable('notification')
      .set({ read_at: w.recordedAt })
      .where('user_id', '=', act.id)
      .where('read_at', 'is', null)
    if (which.id !== undefined) update = update.where('id', '=', which.id)
    if (which.until !== undefined) update = update.where('created_at', '<=', which.until)
    const { numUpdatedRows } = await update.executeTakeFirstOrThrow()
    const read = Number(numUpdatedRows)
    return ok({
      value: { read },
      account:
        read === 0
          ? null
          : {
              action: 'notification.read',
              subject: { kind: 'user', dossier: null, key: act.id },
              after: { notification: which.id ?? null, read },
            },
    })
  })
}
