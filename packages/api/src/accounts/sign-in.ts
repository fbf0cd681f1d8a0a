import { createHash } from 'node:crypto'
import { recordUsedCode } from '@waymark/db/accounts/attempt'
import { withdrawOldSessions, withdrawSession } from '@waymark/db/accounts/session'
import { ok } from '@waymark/kernel/result'
import { APIError } from 'better-auth/api'
import { challengeCookie, getSession, sessionCookie } from './actor.ts'
import { HashingBusyError, isTooLong } from './argon2.ts'
import { buildAttemptKeys, recordSignIn, recordTry, withdrawTry } from './attempt-limit.ts'
import { type Auth, sessionLife } from './auth.ts'
import { buildHeaders, type Client, getCookies } from './client.ts'
import { type AccountResult, refuse, refuseTries } from './refusal.ts'

/** `next`: 'code' when the code of the second factor must follow. `setCookies`: one Set-Cookie header each. */
export type SignIn = { readonly next: 'done' | 'code'; readonly setCookies: readonly string[] }

/**
 * First step: e-mail address and password.
 * @returns refused with `sign-in-refused` (unknown, wrong or disabled alike) or `too-many-requests` (params.seconds)
 */
export async function signIn(
  auth: Auth,
  client: Client,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<AccountResult<SignIn>> {
  const address = email.trim()
  if (address.length > 254 || isTooLong(password)) return refuse('sign-in-refused')
  const keys = buildAttemptKeys(auth, address, client.address)
  const seconds = await recordTry(auth, keys)
  if (seconds > 0) return refuseTries(seconds)
  try {
    const { headers, response } = await auth.api.signInEmail({
      body: { email: address, password },
      headers: buildHeaders({ ...client, cookie: '' }),
      returnHeaders: true,
    })
    await withdrawTry(auth, keys)
    const setCookies = headers.getSetCookie()
    // The answer is typed without what the second factor makes of it.
    if (!('user' in response)) return ok({ next: 'code', setCookies })
    await openSession(auth, client, response.user)
    return ok({ next: 'done', setCookies })
  } catch (error) {
    if (error instanceof HashingBusyError) return refuseTries(1)
    if (error instanceof APIError && isRefusal(error)) return refuse('sign-in-refused')
    throw error
  }
}

/**
 * Second step: the six digits of the authenticator, or one of the backup codes.
 * @returns refused with `wrong-code`, `sign-in-again` (too late, too often, or no first step) or `too-many-requests`
 */
export async function verifySignInCode(
  auth: Auth,
  client: Client,
  code: string,
): Promise<AccountResult<SignIn>> {
  const typed = code.replace(/\s/g, '')
  const isTotp = /^\d{6}$/.test(typed)
  if (!isTotp && !/^[A-Za-z0-9]{5}-?[A-Za-z0-9]{5}$/.test(typed)) return refuse('wrong-code')
  // Only the challenge: with a session cookie beside it, the code would be checked for that session's user.
  const cookie = getCookies(client.cookie, challengeCookie)
  if (cookie === '') return refuse('sign-in-again')
  const backupCode = typed.replace(/^(.{5})-?(.{5})$/, '$1-$2')
  const input = { headers: buildHeaders({ ...client, cookie }), returnHeaders: true } as const
  try {
    const { headers, response } = isTotp
      ? await auth.api.verifyTOTP({ ...input, body: { code: typed } })
      : await auth.api.verifyBackupCode({ ...input, body: { code: backupCode } })
    const { token, user } = response
    if (isTotp && !(await recordTotpUse(auth, user.id, typed))) {
      // The session just made was never handed out.
      if (token) await (await auth.context).internalAdapter.deleteSession(token)
      return refuse('sign-in-again')
    }
    await openSession(auth, client, { id: user.id, email: user.email ?? '' })
    return ok({ next: 'done', setCookies: headers.getSetCookie() })
  } catch (error) {
    if (!(error instanceof APIError)) throw error
    const { code: reason } = error.body ?? {}
    if (reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE') return refuse('wrong-code')
    if (reason === 'ACCOUNT_TEMPORARILY_LOCKED') return refuseTries(900)
    // Two requests with the same backup code: one of them was first.
    if (error.status === 'CONFLICT' || isRefusal(error)) return refuse('sign-in-again')
    throw error
  }
}

/** Notes a code as used. @returns false when it was used before (it would stay valid for up to 90 seconds) */
export const recordTotpUse = ({ db, now }: Auth, userId: string, code: string): Promise<boolean> =>
  recordUsedCode(db, { userId, codeSha256: createHash('sha256').update(code).digest('hex') }, now())

/** Ends the session of this browser. The cookies returned expire it there too; works without a session. */
export async function signOut(
  auth: Auth,
  client: Client,
): Promise<{ readonly setCookies: readonly string[] }> {
  const cookie = getCookies(client.cookie, sessionCookie)
  const { headers } = await auth.api.signOut({
    headers: buildHeaders({ ...client, cookie }),
    returnHeaders: true,
  })
  return { setCookies: headers.getSetCookie() }
}

/** After both steps: this place is known, and neither the browser's former session nor dead ones stay behind. */
async function openSession(
  auth: Auth,
  client: Client,
  user: { readonly id: string; readonly email: string },
) {
  await recordSignIn(auth, buildAttemptKeys(auth, user.email, client.address))
  const former = await getSession(auth, client)
  if (former) await withdrawSession(auth.db, former.actor.id, former.id)
  const now = auth.now()
  await withdrawOldSessions(auth.db, user.id, now, new Date(now.getTime() - sessionLife.idle * 1000))
}

const isRefusal = (error: APIError) => error.statusCode >= 400 && error.statusCode < 500
