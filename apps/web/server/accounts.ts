import { getSession } from '@waymark/api/accounts/actor'
import type { Auth } from '@waymark/api/accounts/auth'
import type { Client } from '@waymark/api/accounts/client'
import { changePassword } from '@waymark/api/accounts/password'
import { disableTotp, enableTotp, verifyTotp } from '@waymark/api/accounts/second-factor'
import { listSessions, revokeSession } from '@waymark/api/accounts/sessions'
import { signIn, signOut, verifySignInCode } from '@waymark/api/accounts/sign-in'

/**
 * What the pages of an account may do, on behalf of the browser that asks. Bound here, beside the one copy of the
 * accounts library that runs, and not imported by the pages: a second copy in their bundle would not know the first
 * one's errors.
 */
export const buildAccounts = (auth: Auth, client: Client) => ({
  signIn: (typed: { readonly email: string; readonly password: string }) => signIn(auth, client, typed),
  verifySignInCode: (code: string) => verifySignInCode(auth, client, code),
  signOut: () => signOut(auth, client),
  /** The open session with its actor; null when nobody is signed in. */
  getSession: () => getSession(auth, client),
  listSessions: (userId: string) => listSessions(auth, userId),
  revokeSession: (userId: string, sessionId: string) => revokeSession(auth, userId, sessionId),
  changePassword: (typed: { readonly currentPassword: string; readonly newPassword: string }) =>
    changePassword(auth, client, typed),
  enableTotp: (password: string) => enableTotp(auth, client, password),
  verifyTotp: (code: string) => verifyTotp(auth, client, code),
  disableTotp: (password: string) => disableTotp(auth, client, password),
})

export type Accounts = ReturnType<typeof buildAccounts>
