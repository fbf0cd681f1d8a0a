import { ok } from '@waymark/kernel/result'
import { APIError } from 'better-auth/api'
import { getSession, sessionCookie } from './actor.ts'
import { HashingBusyError, isTooLong, isTooShort, passwordLength } from './argon2.ts'
import { recordUserTry, withdrawUserTry } from './attempt-limit.ts'
import type { Auth } from './auth.ts'
import { buildHeaders, type Client, getCookies } from './client.ts'
import { type AccountResult, refuse, refuseTries } from './refusal.ts'

/** Whether a new password will do: 12 to 128 characters of any kind, and nothing else is asked of it. */
export function parseNewPassword(password: string): AccountResult<string> {
  if (isTooShort(password)) return refuse('password-too-short', { min: passwordLength.min })
  if (isTooLong(password)) return refuse('password-too-long', { max: passwordLength.max })
  return ok(password)
}

/**
 * Changes the password of who is signed in. Every session ends, this one goes on under a new id.
 * @returns refused with `not-signed-in`, `password-too-short`, `password-too-long`, `wrong-password` or `too-many-requests`
 */
export async function changePassword(
  auth: Auth,
  client: Client,
  { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
): Promise<AccountResult<{ readonly setCookies: readonly string[] }>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  const parsed = parseNewPassword(newPassword)
  if (!parsed.ok) return parsed
  return tryPassword(auth, session.actor.id, currentPassword, async () => {
    const { headers } = await auth.api.changePassword({
      body: { currentPassword, newPassword, revokeOtherSessions: true },
      headers: buildHeaders({ ...client, cookie: getCookies(client.cookie, sessionCookie) }),
      returnHeaders: true,
    })
    return { setCookies: headers.getSetCookie() }
  })
}

/** Runs what asks for the user's password once more, within the limit of tries; a wrong one becomes a refusal. */
export async function tryPassword<T>(
  auth: Auth,
  userId: string,
  password: string,
  run: () => Promise<T>,
): Promise<AccountResult<T>> {
  const seconds = await recordUserTry(auth, userId)
  if (seconds > 0) return refuseTries(seconds)
  if (isTooLong(password)) return refuse('wrong-password')
  try {
    const value = await run()
    await withdrawUserTry(auth, userId)
    return ok(value)
  } catch (error) {
    if (error instanceof HashingBusyError) return refuseTries(1)
    if (error instanceof APIError && error.body?.code === 'INVALID_PASSWORD') return refuse('wrong-password')
    throw error
  }
}
