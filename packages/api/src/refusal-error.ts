import { TRPCError } from '@trpc/server'
import { type Refusal, refusalStatus } from '@waymark/kernel/refusal'
import type { Result } from '@waymark/kernel/result'

const codes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  422: 'UNPROCESSABLE_CONTENT',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<(typeof refusalStatus)[keyof typeof refusalStatus], TRPCError['code']>

/** A refusal on its way out of the router, with both versions when the record moved on. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  readonly refusal: Refusal
  readonly conflict: unknown
  constructor(refusal: Refusal, conflict: unknown) {
    super(refusal.code)
    this.refusal = refusal
    this.conflict = conflict
  }
}

/** The tRPC error of a refusal. `conflict`: what is on record now, for those that name a version. */
export function buildRefusalError(refusal: Refusal, conflict: unknown = null): TRPCError {
  const cause = new RefusalError(refusal, conflict)
  return new TRPCError({ code: codes[refusalStatus[refusal.code]], message: refusal.code, cause })
}

/** The value of a result, or its refusal as the error that the client gets. The one place where values become errors. */
export function acceptResult<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw buildRefusalError(result.error)
}
