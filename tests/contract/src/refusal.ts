import { TRPCError } from '@trpc/server'
import { RefusalError } from '@waymark/api/refusal-error'

/** What a call that must be refused answered: the code of the refusal, and what it carries when the record moved on. */
export async function getRefusal(
  call: Promise<unknown>,
): Promise<{ code: string; status: string; conflict: unknown }> {
  try {
    await call
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    const { cause } = error
    if (cause instanceof RefusalError)
      return { code: cause.refusal.code, status: error.code, conflict: cause.conflict }
    return { code: error.code, status: error.code, conflict: null }
  }
  return { code: 'accepted', status: 'OK', conflict: null }
}
