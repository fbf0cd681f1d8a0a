import { ok } from '@waymark/kernel/result'
import { type AccountActor, getActor, getSession } from './actor.ts'
import type { Auth } from './auth.ts'
import type { Client } from './client.ts'
import { changePassword } from './password.ts'
import { type AccountResult, refuse } from './refusal.ts'
import { disableTotp, enableTotp, verifyTotp } from './second-factor.ts'
import { listSessions, revokeSession, type SessionView } from './sessions.ts'
import { signIn, signOut, verifySignInCode } from './sign-in.ts'

/** The page of one's own account. `isCurrent`: the session that asks. */
export type AccountPage = {
  readonly actor: AccountActor
  readonly sessions: readonly (SessionView & { readonly isCurrent: boolean })[]
}

export type AccountPages = ReturnType<typeof buildAccountPages>

/**
 * What the pages `/sign-in`, `/sign-in/code`, `/sign-out` and `/account` need, for one request. Each function takes
 * the fields of a plain form, returns data or a refusal, and gives the cookies to set as Set-Cookie headers. All of
 * them change state: the caller has checked the request's origin (POST only, except `getActor` and `getAccount`).
 */
export const buildAccountPages = (auth: Auth, client: Client) => ({
  getActor: () => getActor(auth, client),
  getAccount: () => getAccount(auth, client),
  signIn: (form: { readonly email: string; readonly password: string }) => signIn(auth, client, form),
  verifySignInCode: (form: { readonly code: string }) => verifySignInCode(auth, client, form.code),
  signOut: () => signOut(auth, client),
  revokeSession: (form: { readonly session: string }) => revokeOwnSession(auth, client, form.session),
  changePassword: (form: { readonly currentPassword: string; readonly newPassword: string }) =>
    changePassword(auth, client, form),
  enableTotp: (form: { readonly password: string }) => enableTotp(auth, client, form.password),
  verifyTotp: (form: { readonly code: string }) => verifyTotp(auth, client, form.code),
  disableTotp: (form: { readonly password: string }) => disableTotp(auth, client, form.password),
})

async function getAccount(auth: Auth, client: Client): Promise<AccountResult<AccountPage>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  const sessions = await listSessions(auth, session.actor.id)
  return ok({
    actor: session.actor,
    sessions: sessions.map((one) => ({ ...one, isCurrent: one.id === session.id })),
  })
}

async function revokeOwnSession(auth: Auth, client: Client, id: string): Promise<AccountResult<null>> {
  const session = await getSession(auth, client)
  if (!session) return refuse('not-signed-in')
  return revokeSession(auth, session.actor.id, id)
}
