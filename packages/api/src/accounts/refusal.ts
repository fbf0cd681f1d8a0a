import type { Refusal } from '@waymark/kernel/refusal'
import { type Result, refused } from '@waymark/kernel/result'

/**
 * Refusals of the account pages beside those of the kernel.
 * `sign-in-refused` says one thing for an unknown user, a wrong password and a disabled account.
 */
export type AccountOnlyCode =
  | 'sign-in-refused'
  | 'sign-in-again'
  | 'wrong-code'
  | 'wrong-password'
  | 'password-too-long'
  | 'invalid-email'
  | 'name-missing'
  | 'second-factor-on'
  | 'second-factor-off'

/** `params.seconds`: how long to wait; `params.min` and `params.max`: characters. */
export type AccountRefusal = Omit<Refusal, 'code'> & { readonly code: Refusal['code'] | AccountOnlyCode }

export type AccountResult<T> = Result<T, AccountRefusal>

export const refuse = (code: AccountRefusal['code'], params?: AccountRefusal['params']) =>
  refused<AccountRefusal>(params ? { code, params } : { code })

/** Too many tries. @param seconds until the next one is let through */
export const refuseTries = (seconds: number) => refuse('too-many-requests', { seconds })
