import { permissions } from '@waymark/access/permission'
import { getEmail } from '@waymark/db/accounts/member'
import {
  claimDigest,
  forgetDigests,
  recordDigestFailure,
  recordDigestMailed,
} from '@waymark/db/queries/action-digest.query'
import { buildDigest, digestAheadDays } from './build-digest.ts'
import { addMinutes, baseSeconds, claimMinutes, mostTries, type Sending } from './send-notifications.ts'

/** Days after which it is forgotten who had a digest. */
const keptDays = 30

/**
 * Mails the digest of the day (in UTC) to whoever has action points that are overdue or nearly so, one person after the other; somebody
 * whose points have all been done since has none.
 * @returns how many messages were handed on, and the faults of those that were not (they are tried again)
 */
export async function sendDueDigests(
  sending: Sending,
  isEnding: () => boolean = () => false,
): Promise<{ readonly sent: number; readonly faults: readonly unknown[] }> {
  const { record, accounts, mailer, origin, now } = sending
  let sent = 0
  const faults: unknown[] = []
  while (!isEnding()) {
    const begun = now()
    const day = begun.slice(0, 10)
    const digest = await claimDigest(record, {
      now: begun,
      day,
      aheadDays: digestAheadDays,
      roles: permissions['meeting.read'],
      confidentialRoles: permissions['case.read.confidential'],
      claimedUntil: addMinutes(begun, claimMinutes),
      mostTries,
      mostAtOnce: 50,
    })
    if (digest === null) {
      if (sent > 0) await forgetDigests(record, addMinutes(begun, -keptDays * 1440).slice(0, 10))
      break
    }
    const { userId, actions } = digest
    try {
      const to = await getEmail(accounts, userId)
      if (to !== null && actions.length > 0) {
        await mailer.send(buildDigest(to, actions, origin))
        sent += 1
      }
      await recordDigestMailed(record, { userId, day, now: now() })
    } catch (error) {
      faults.push(error)
      await recordDigestFailure(record, { userId, day, now: now(), baseSeconds })
    }
  }
  return { sent, faults }
}
