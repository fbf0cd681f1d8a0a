import type { AuthDatabase } from '@waymark/db/accounts/auth-schema'
import { getEmail } from '@waymark/db/accounts/member'
import { claimDueMail, recordMailed, recordMailFailure } from '@waymark/db/queries/notification-mail.query'
import type { Database } from '@waymark/db/schema'
import type { Kysely } from 'kysely'
import { buildMessage } from './build-message.ts'
import type { Mailer } from './mailer.ts'

/** A person gets one message in ten minutes at most, about everything that happened in between. */
export const quietMinutes = 10
/** A message that could not be handed on is tried five times: after one, two, four and eight minutes. */
export const mostTries = 5
export const baseSeconds = 60
export const claimMinutes = 5

export type Sending = {
  readonly record: Kysely<Database>
  readonly accounts: Kysely<AuthDatabase>
  readonly mailer: Mailer
  /** The site's own origin, for the links. */
  readonly origin: string
  /** The instant it is, ISO 8601. */
  readonly now: () => string
}

export const addMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/**
 * Mails whoever is due, one person after the other.
 * @returns how many messages were handed on, and the faults of those that were not (they are tried again)
 */
export async function sendDueMail(
  sending: Sending,
  isEnding: () => boolean = () => false,
): Promise<{ readonly sent: number; readonly faults: readonly unknown[] }> {
  const { record, accounts, mailer, origin, now } = sending
  let sent = 0
  const faults: unknown[] = []
  while (!isEnding()) {
    const begun = now()
    const due = await claimDueMail(record, {
      now: begun,
      quietSince: addMinutes(begun, -quietMinutes),
      claimedUntil: addMinutes(begun, claimMinutes),
      mostTries,
      mostAtOnce: 50,
    })
    if (due === null) break
    const ids = due.notifications.map(({ id }) => id)
    try {
      const to = await getEmail(accounts, due.userId)
      // Somebody without an account has no address, and nothing is sent.
      if (to !== null) {
        await mailer.send(buildMessage(to, due.notifications, origin))
        sent += 1
      }
      await recordMailed(record, ids, now())
    } catch (error) {
      faults.push(error)
      await recordMailFailure(record, ids, { now: now(), baseSeconds })
    }
  }
  return { sent, faults }
}
