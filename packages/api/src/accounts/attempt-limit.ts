import { createHmac } from 'node:crypto'
import {
  type AttemptRule,
  hasSucceeded,
  recordAttempt,
  recordSuccess,
  withdrawAttempt,
  withdrawOldAttempts,
} from '@waymark/db/accounts/attempt'
import type { Auth } from './auth.ts'
import { getNetwork } from './client.ts'

const growing = { longestDelay: 60, forgottenAfter: 900 } as const

/**
 * Tries that are free; after them the delay is 2, 4, 8 … 60 seconds. Tries are forgotten after 15 minutes without one.
 * An account as a whole is limited only towards addresses from which its owner has not signed in within 30 days, so
 * that guessing from elsewhere does not lock the owner out. Rows are in the database: a restart forgets nothing.
 */
export const attemptRules = {
  accountAndAddress: { free: 5, ...growing },
  address: { free: 30, ...growing },
  account: { free: 20, ...growing },
  /** Checks of the password within a session: changing it, switching the second factor. */
  user: { free: 5, ...growing },
} as const satisfies Record<string, AttemptRule>

const knownFor = 30 * 86_400_000

export type AttemptKeys = Readonly<Record<'accountAndAddress' | 'address' | 'account', string>>

/** Keys are digests: what people type into the field for the address, a password now and then, is not kept. */
export function buildAttemptKeys({ limitKey }: Auth, email: string, address: string): AttemptKeys {
  const network = getNetwork(address)
  const account = email.normalize('NFC').toLowerCase()
  return {
    accountAndAddress: buildKey(limitKey, 'account and address', account, network),
    address: buildKey(limitKey, 'address', network),
    account: buildKey(limitKey, 'account', account),
  }
}

/**
 * Counts a try of a password before it is checked.
 * @returns 0 when it may be checked, else the seconds to wait
 */
export async function recordTry({ db, now }: Auth, keys: AttemptKeys): Promise<number> {
  const at = now()
  const isKnown = await hasSucceeded(db, keys.accountAndAddress, new Date(at.getTime() - knownFor))
  for (const rule of ['accountAndAddress', 'address', 'account'] as const) {
    if (rule === 'account' && isKnown) continue
    const seconds = await recordAttempt(db, keys[rule], attemptRules[rule], at)
    if (seconds > 0) return seconds
  }
  return 0
}

/** The password was right, and a code must follow: the try is not held against anyone. */
export const withdrawTry = ({ db }: Auth, keys: AttemptKeys): Promise<void> =>
  withdrawAttempt(db, Object.values(keys))

/** Signed in: this account is known from this address from now on. */
export async function recordSignIn({ db, now }: Auth, keys: AttemptKeys): Promise<void> {
  const at = now()
  await recordSuccess(db, keys.accountAndAddress, at)
  await withdrawOldAttempts(db, new Date(at.getTime() - knownFor))
}

/**
 * Counts a check of the password within a session.
 * @returns 0 when it may be made, else the seconds to wait
 */
export const recordUserTry = ({ db, now, limitKey }: Auth, userId: string): Promise<number> =>
  recordAttempt(db, buildKey(limitKey, 'user', userId), attemptRules.user, now())

export const withdrawUserTry = ({ db, limitKey }: Auth, userId: string): Promise<void> =>
  withdrawAttempt(db, [buildKey(limitKey, 'user', userId)])

const buildKey = (key: Buffer, ...parts: string[]) =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
