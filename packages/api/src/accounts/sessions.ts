import { listOpenSessions, withdrawSession, withdrawSessions } from '@waymark/db/accounts/session'
import { ok } from '@waymark/kernel/result'
import { type Auth, sessionLife } from './auth.ts'
import { type AccountResult, refuse } from './refusal.ts'

/** Instants are ISO 8601 in UTC; `address` and `userAgent` are those of the sign-in. */
export type SessionView = {
  readonly id: string
  readonly signedInAt: string
  readonly seenAt: string
  readonly endsAt: string
  readonly address: string
  readonly userAgent: string
}

/** The open sessions of a user, newest first. */
export async function listSessions(auth: Auth, userId: string): Promise<SessionView[]> {
  const now = auth.now()
  const rows = await listOpenSessions(auth.db, userId, now, new Date(now.getTime() - sessionLife.idle * 1000))
  return rows.map((row) => ({
    id: row.id,
    signedInAt: row.createdAt.toISOString(),
    seenAt: row.updatedAt.toISOString(),
    endsAt: row.expiresAt.toISOString(),
    address: row.ipAddress ?? '',
    userAgent: row.userAgent ?? '',
  }))
}

/** Ends one session of a user; someone else's is `not-found`, like one that does not exist. */
export async function revokeSession(
  auth: Auth,
  userId: string,
  sessionId: string,
): Promise<AccountResult<null>> {
  return (await withdrawSession(auth.db, userId, sessionId)) ? ok(null) : refuse('not-found')
}

/** Ends all sessions of a user, from the next request on. */
export const revokeSessions = (auth: Auth, userId: string): Promise<void> => withdrawSessions(auth.db, userId)
