import type { Act } from '@waymark/db/in-transaction'
import { type Result, refused } from '@waymark/kernel/result'
import type { AccountActor } from '../../accounts/actor.ts'
import type { Context } from '../../context.ts'
import { loadMeeting } from './load-meeting.ts'
import type { ApproveInput } from './meeting.input.ts'
import { hashMinutes } from './minutes.query.ts'
import { type Recorded, recordEvent } from './record-event.command.ts'

/**
 * Approves the minutes that the approver read, named by their hash; the hash goes into the event and into its audit entry.
 * Refusals: `not-found`, `record-moved-on` (the minutes are no longer those), and those of the meeting's rules.
 */
export async function approveMinutes(
  ctx: Pick<Context, 'record'>,
  act: Act,
  asker: Pick<AccountActor, 'id' | 'role'>,
  { sha256, ...target }: ApproveInput,
): Promise<Result<Recorded>> {
  // Nothing but amendments changes minutes of a closed meeting, and the rules look at those again inside the transaction.
  const isSame = hashMinutes(await loadMeeting(ctx.record.app, target.meeting)) === sha256
  return isSame
    ? recordEvent(ctx, act, asker, { ...target, event: { kind: 'approved', sha256 } })
    : refused({ code: 'record-moved-on' })
}
