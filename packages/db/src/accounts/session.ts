import type { Kysely } from 'kysely'
import type { AuthDatabase } from './auth-schema.ts'

/** Sessions that count: not past their absolute end, and seen since `seenSince`. Newest first. */
export const listOpenSessions = (db: Kysely<AuthDatabase>, userId: string, now: Date, seenSince: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'createdAt', 'updatedAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .where('updatedAt', '>=', seenSince)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()

/** Notes that a session was used. */
export async function recordSeen(db: Kysely<AuthDatabase>, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ updatedAt: now }).where('id', '=', id).execute()
}

/** Ends one session of a user. @returns false when there is no such session of this user */
export async function withdrawSession(
  db: Kysely<AuthDatabase>,
  userId: string,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Ends all sessions of a user. */
export async function withdrawSessions(db: Kysely<AuthDatabase>, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute()
}

/** Removes sessions of a user that no longer count. */
export async function withdrawOldSessions(
  db: Kysely<AuthDatabase>,
  userId: string,
  now: Date,
  seenSince: Date,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where((is) => is.or([is('expiresAt', '<=', now), is('updatedAt', '<', seenSince)]))
    .execute()
}
