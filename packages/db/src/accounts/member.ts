import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '../schema.ts'
import type { AuthDatabase } from './auth-schema.ts'

export type Member = Pick<Database['member'], 'role'> & {
  readonly user_id: string
  readonly disabled: boolean
  readonly rev: number
}

const columns = ['user_id', 'role', 'disabled', 'rev'] as const

/** What an account may do, as of now; undefined for a user whose member row was never written. */
export const getMember = (db: Kysely<AuthDatabase>, userId: string): Promise<Member | undefined> =>
  db.selectFrom('waymark.member').select(columns).where('user_id', '=', userId).executeTakeFirst()

/** Every member, within a write: what a change is decided from. */
export const listMembers = (trx: Transaction<Database>): Promise<Member[]> =>
  trx.selectFrom('member').select(columns).orderBy('user_id').execute()

export async function createMember(
  trx: Transaction<Database>,
  member: Pick<Database['member'], 'user_id' | 'name' | 'role' | 'changed_at'>,
): Promise<void> {
  await trx.insertInto('member').values(member).execute()
}

/** Writes the next revision of a member. */
export async function recordRevision(
  trx: Transaction<Database>,
  { user_id, role, disabled }: Omit<Member, 'rev'>,
  changedAt: string,
): Promise<void> {
  await trx
    .updateTable('member')
    .set({ role, disabled, changed_at: changedAt, rev: sql`rev + 1` })
    .where('user_id', '=', user_id)
    .execute()
}

/** Accounts with what they may do, by name. Users without a member row cannot sign in and are left out. */
export const listAccounts = (db: Kysely<AuthDatabase>) =>
  db
    .selectFrom('user')
    .innerJoin('waymark.member', 'waymark.member.user_id', 'user.id')
    .select((is) => [
      'user.id',
      'user.name',
      'user.email',
      'waymark.member.role',
      'waymark.member.disabled',
      'waymark.member.rev',
      is.fn.coalesce('user.twoFactorEnabled', sql<boolean>`false`).as('twoFactor'),
    ])
    .orderBy('user.name')
    .orderBy('user.id')
    .execute()

/** A user by e-mail address in lower case; null when there is none. */
export async function getUserId(db: Kysely<AuthDatabase>, email: string): Promise<string | null> {
  const row = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  return row?.id ?? null
}

/** The e-mail address of a user; null when there is no such account. */
export async function getEmail(db: Kysely<AuthDatabase>, userId: string): Promise<string | null> {
  const row = await db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirst()
  return row?.email ?? null
}

/** Undoes the first half of creating an account, when the second half was refused. */
export async function withdrawUser(db: Kysely<AuthDatabase>, userId: string): Promise<void> {
  await db.deleteFrom('user').where('id', '=', userId).execute()
}

/** Replaces a password hash. @returns false when the user has no account */
export async function recordPasswordHash(
  db: Kysely<AuthDatabase>,
  userId: string,
  hash: string,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ password: hash, updatedAt: now })
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Removes the second factor of a user who lost it. */
export async function withdrawSecondFactor(db: Kysely<AuthDatabase>, userId: string): Promise<void> {
  // Off first: a crash in between leaves a secret that nobody is asked for, never a user who cannot answer.
  await db.updateTable('user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute()
  await db.deleteFrom('twoFactor').where('userId', '=', userId).execute()
}
