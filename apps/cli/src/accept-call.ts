import { RefusalError } from '@waymark/api/refusal-error'
import type { Refusal } from '@waymark/kernel/refusal'
import type { Result } from '@waymark/kernel/result'
import { formatRefusal } from '@waymark/messages/refusals'
import { CommandRefused } from './command.ts'

/** Calls what may refuse by throwing, as reads of the public record do, and words its refusal. @throws CommandRefused */
export async function acceptCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (cause instanceof RefusalError) throw new CommandRefused(formatAtCommandLine(cause.refusal))
    throw error
  }
}

/** The value of a result. @throws CommandRefused with the sentence of its refusal */
export function acceptValue<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CommandRefused(formatAtCommandLine(result.error))
}

/** Here nothing has an address. */
const formatAtCommandLine = (refusal: Refusal): string =>
  refusal.code === 'not-found' ? 'There is no such dossier or edition.' : formatRefusal(refusal, 'en')
