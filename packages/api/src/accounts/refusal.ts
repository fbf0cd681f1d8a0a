import type { Refusal } from '@waymark/kernel/refusal'
import { type Result, refused } from '@waymark/kernel/result'

/**
 * The outcome of an account function. `sign-in-refused` says one thing for an unknown user, a wrong password and a
 * disabled account. `params.seconds`: how long to wait; `params.min` and `params.max`: characters.
 */
export type AccountResult<T> = Result<T>

export const refuse = (code: Refusal['code'], params?: Refusal['params']) =>
  refused<Refusal>(params ? { code, params } : { code })

/** Too many tries. @param seconds until the next one is let through */
export const refuseTries = (seconds: number) => refuse('too-many-requests', { seconds })
