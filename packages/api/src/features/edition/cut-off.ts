import type { Cut } from '../../common/cut.ts'
import { getCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { PreviewInput } from './edition.input.ts'

/**
 * The cut that can be frozen: nothing of it may still change. The record cut-off is at the latest the instant of the last
 * public write, which every later write comes after, whatever the clock of this machine says.
 * Refusals: `not-found`, `unknown-method`, `edition-in-future`.
 */
export async function formatCutOff(ctx: Context, input: PreviewInput): Promise<Cut> {
  const { cut, head, today } = await getCut(ctx, input)
  if (cut.asOf > today) throw buildRefusalError({ code: 'edition-in-future', path: 'asOf' })
  if (input.knownAt !== undefined && cut.knownAt > ctx.now())
    throw buildRefusalError({ code: 'edition-in-future', path: 'knownAt' })
  return { ...cut, knownAt: [cut.knownAt, head.publicAt].sort()[0] ?? head.publicAt }
}
