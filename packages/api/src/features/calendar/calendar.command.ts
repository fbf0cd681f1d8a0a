import { randomBytes } from 'node:crypto'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { deleteCalendarToken, replaceCalendarToken } from '@waymark/db/queries/calendar.query'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Context } from '../../context.ts'

type Record = Pick<Context, 'record'>
const subjectOf = ({ id }: Act) => ({ kind: 'account', dossier: null, key: id }) as const

/** Gives somebody a new secret for their calendar feed, shown this once; the one before opens nothing any more. */
export function renewCalendar({ record }: Record, act: Act): Promise<Result<{ token: string }>> {
  const token = randomBytes(32).toString('base64url')
  return inTransaction<{ token: string }, Refusal>(record.app, act, async (w) => {
    await replaceCalendarToken(w.trx, {
      user_id: act.id,
      token_sha256: sha256(token),
      created_at: w.recordedAt,
    })
    return ok({ value: { token }, account: { action: 'calendar.renew', subject: subjectOf(act) } })
  })
}

/** Takes the calendar feed of somebody away. Refusals: `not-found` where they have none. */
export function revokeCalendar({ record }: Record, act: Act): Promise<Result<{ revoked: true }>> {
  return inTransaction<{ revoked: true }, Refusal>(record.app, act, async (w) =>
    (await deleteCalendarToken(w.trx, act.id))
      ? ok({
          value: { revoked: true },
          account: { action: 'calendar.revoke', subject: subjectOf(act) },
        })
      : refused({ code: 'not-found' }),
  )
}
