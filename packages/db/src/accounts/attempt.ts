import { type Kysely, sql } from 'kysely'
import type { AuthDatabase } from './auth-schema.ts'

/** How many tries are free, and how the delay grows after them: 2, 4, 8 … seconds, at most `longestDelay`. */
export type AttemptRule = {
  readonly free: number
  readonly longestDelay: number
  readonly forgottenAfter: number
}

/**
 * Counts one try under a key, before it is made, in one statement: of any number of tries at once, exactly the
 * allowed ones get through.
 * @param rule seconds; tries are forgotten after `forgottenAfter` seconds without one
 * @returns 0 when the try may be made, else the seconds to wait (the try is not counted then)
 */
export async function recordAttempt(
  db: Kysely<AuthDatabase>,
  key: string,
  { free, longestDelay, forgottenAfter }: AttemptRule,
  now: Date,
): Promise<number> {
  const tries = sql`case when a.last_try_at < ${now}::timestamptz - make_interval(secs => ${forgottenAfter}) then 1 else a.tries + 1 end`
  const { rows } = await sql`
    insert into attempt as a (key, tries, last_try_at) values (${key}, 1, ${now})
    on conflict (key) do update set
      tries = ${tries},
      last_try_at = excluded.last_try_at,
      blocked_until = case when ${tries} >= ${free}::int
        then ${now}::timestamptz + make_interval(secs => least(${longestDelay}::int, power(2, least(${tries} - ${free}::int + 1, 20)))) end
    where a.blocked_until is null or a.blocked_until <= ${now}
    returning key`.execute(db)
  if (rows.length > 0) return 0
  const blocked = await db
    .selectFrom('attempt')
    .select('blocked_until')
    .where('key', '=', key)
    .executeTakeFirst()
  const wait = (blocked?.blocked_until?.getTime() ?? 0) - now.getTime()
  // Between the two statements the row may have been released: the try was refused all the same.
  return Math.max(1, Math.ceil(wait / 1000))
}

/**
 * Takes back tries that turned out right, so that many people behind one address do not limit each other. A delay
 * that runs already goes on: otherwise one right password now and then would keep it from growing.
 */
export async function withdrawAttempt(db: Kysely<AuthDatabase>, keys: readonly string[]): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ tries: sql`greatest(tries - 1, 0)` })
    .where('key', 'in', keys)
    .execute()
}

/** A sign-in that succeeded: the key is known from now on, and its failures are forgotten. */
export async function recordSuccess(db: Kysely<AuthDatabase>, key: string, now: Date): Promise<void> {
  const known = { tries: 0, last_try_at: now, blocked_until: null, last_success_at: now }
  await db
    .insertInto('attempt')
    .values({ key, ...known })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(known))
    .execute()
}

/** True when a sign-in under this key succeeded since `since`. */
export async function hasSucceeded(db: Kysely<AuthDatabase>, key: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('attempt')
    .select('key')
    .where('key', '=', key)
    .where('last_success_at', '>=', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what was last tried before `before`. */
export async function withdrawOldAttempts(db: Kysely<AuthDatabase>, before: Date): Promise<void> {
  await db.deleteFrom('attempt').where('last_try_at', '<', before).execute()
}

/**
 * Marks a code of the second factor as used.
 * @param now codes used more than five minutes earlier are forgotten: they are no longer valid
 * @returns false when it was used before
 */
export async function recordUsedCode(
  db: Kysely<AuthDatabase>,
  { userId, codeSha256 }: { readonly userId: string; readonly codeSha256: string },
  now: Date,
): Promise<boolean> {
  await db
    .deleteFrom('used_code')
    .where('used_at', '<', new Date(now.getTime() - 300_000))
    .execute()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('used_code')
    .values({ user_id: userId, code_sha256: codeSha256, used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
