import type { AccountRole } from '@waymark/access/role'
import {
  getUserId,
  listAccounts,
  recordPasswordHash,
  withdrawSecondFactor,
  withdrawUser,
} from '@waymark/db/accounts/member'
import type { Act } from '@waymark/db/in-transaction'
import { ok } from '@waymark/kernel/result'
import { z } from 'zod'
import type { Auth } from './auth.ts'
import { parseNewPassword } from './password.ts'
import { changeMember, recordMember } from './record-member.command.ts'
import { type AccountResult, refuse } from './refusal.ts'
import { revokeSessions } from './sessions.ts'

/** Accounts are made by the operator (command line) or an administrator; every change here is one audit entry. */

export type NewUser = {
  readonly email: string
  readonly name: string
  readonly password: string
  readonly role: AccountRole
}

export type Account = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: AccountRole
  readonly disabled: boolean
  readonly twoFactor: boolean
  readonly rev: number
}

const emailAddress = z.email().max(254)

/**
 * Makes an account that can sign in at once.
 * @returns refused with `invalid-email`, `name-missing`, `password-too-short`, `password-too-long` or `email-taken`
 * @throws HashingBusyError
 */
export async function createUser(
  auth: Auth,
  act: Act,
  user: NewUser,
): Promise<AccountResult<{ readonly id: string }>> {
  const email = emailAddress.safeParse(user.email.trim().toLowerCase())
  if (!email.success) return refuse('invalid-email')
  const name = user.name.trim()
  if (name === '') return refuse('name-missing')
  const password = parseNewPassword(user.password)
  if (!password.ok) return password
  const hash = await auth.createHash(password.value)
  if ((await getUserId(auth.db, email.data)) !== null) return refuse('email-taken')
  const id = await createCredentials(auth, { email: email.data, name, hash })
  if (id === null) return refuse('email-taken')
  try {
    const recorded = await recordMember(auth.record, act, { id, name, role: user.role })
    if (recorded.ok) return ok({ id })
    await withdrawUser(auth.db, id)
    return recorded
  } catch (error) {
    // A user without a member row cannot sign in; it would only keep the address taken.
    await withdrawUser(auth.db, id)
    throw error
  }
}

/** @returns null when the address was taken in the meantime */
async function createCredentials(
  { context, db }: Auth,
  { email, name, hash }: { readonly email: string; readonly name: string; readonly hash: string },
): Promise<string | null> {
  const { internalAdapter } = await context
  try {
    const { id } = await internalAdapter.createUser(
      { email, name, emailVerified: true },
      { method: 'server' },
    )
    await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: hash })
    return id
  } catch (error) {
    const taken = await getUserId(db, email)
    if (taken !== null && (error as { code?: unknown }).code === uniqueViolation) return null
    throw error
  }
}

const uniqueViolation = '23505'

/** Accounts with their roles, by name. */
export const listUsers = (auth: Auth): Promise<Account[]> => listAccounts(auth.db)

/** The id of the account with this e-mail address, in any case; null when there is none. */
export const getAccountId = (auth: Auth, email: string): Promise<string | null> =>
  getUserId(auth.db, email.trim().toLowerCase())

type Target = { readonly id: string; readonly rev?: number | undefined }

/**
 * Gives a user another role. Their sessions end, so that none goes on with rights it did not begin with.
 * @returns refused with `unknown-user`, `record-moved-on` or `last-administrator`
 */
export async function setRole(
  auth: Auth,
  act: Act,
  { id, rev, role }: Target & { readonly role: AccountRole },
): Promise<AccountResult<{ readonly rev: number }>> {
  const changed = await changeMember(auth.record, act, { kind: 'role', id, rev, role })
  if (changed.ok) await revokeSessions(auth, id)
  return changed
}

/**
 * Disables an account, or enables it again. Disabling ends every session at once.
 * @returns refused with `unknown-user`, `record-moved-on` or `last-administrator`
 */
export async function setDisabled(
  auth: Auth,
  act: Act,
  { id, rev, disabled }: Target & { readonly disabled: boolean },
): Promise<AccountResult<{ readonly rev: number }>> {
  const changed = await changeMember(auth.record, act, { kind: 'disabled', id, rev, disabled })
  if (changed.ok && disabled) await revokeSessions(auth, id)
  return changed
}

/**
 * Replaces a forgotten password. Sessions of the user end.
 * @returns refused with `unknown-user`, `password-too-short` or `password-too-long`
 * @throws HashingBusyError
 */
export async function setPassword(
  auth: Auth,
  act: Act,
  { id, password }: { readonly id: string; readonly password: string },
): Promise<AccountResult<null>> {
  const parsed = parseNewPassword(password)
  if (!parsed.ok) return parsed
  const hash = await auth.createHash(parsed.value)
  const recorded = await changeMember(auth.record, act, { kind: 'secret', id, action: 'user.set-password' })
  if (!recorded.ok) return recorded
  if (!(await recordPasswordHash(auth.db, id, hash, auth.now()))) return refuse('unknown-user')
  await revokeSessions(auth, id)
  return ok(null)
}

/**
 * Removes the second factor of a user who lost both the device and the backup codes. Sessions of the user end.
 * @returns refused with `unknown-user`
 */
export async function removeSecondFactor(auth: Auth, act: Act, id: string): Promise<AccountResult<null>> {
  const action = 'user.remove-second-factor'
  const recorded = await changeMember(auth.record, act, { kind: 'secret', id, action })
  if (!recorded.ok) return recorded
  await withdrawSecondFactor(auth.db, id)
  await revokeSessions(auth, id)
  return ok(null)
}
