import { redirect } from '@remix-run/server-runtime'
import { assessmentView } from '@waymark/api/features/assessment/assessment.view'
import { type RefusalCode, refusalStatus } from '@waymark/kernel/refusal'
import { z } from 'zod'
import { getCallErrorData } from '../../http/call-error.ts'
import { buildSignInHref } from './signed-in.ts'

const refusal = z.object({
  code: z.string().refine((code): code is RefusalCode => Object.hasOwn(refusalStatus, code)),
  path: z.string().optional(),
  message: z.string(),
})
const issue = z.object({
  path: z.union([z.array(z.union([z.string(), z.number()])), z.string()]),
  message: z.string(),
})
const refusedData = z.object({
  refusal,
  issues: z.array(issue).nullish(),
  // Only an assessment's conflict shows two versions; that of another record has its sentence alone.
  conflict: z.object({ version: z.int(), current: assessmentView.nullable() }).nullish().catch(null),
})

/** Why the API said no: a code, a sentence for the reader, and what it concerns. */
export type Refused = z.infer<typeof refusedData>

/** The refusal in an error of the API; null for a failure that nobody foresaw. */
export function getRefused(error: unknown): Refused | null {
  const read = refusedData.safeParse(getCallErrorData(error))
  return read.success ? read.data : null
}

/**
 * The answer of a query, or the page that stands for its refusal. A record that one may not see answers like one that
 * does not exist.
 */
export async function getAnswer<T>(request: Request, answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw buildRefusalPage(error, request)
  }
}

/** What to throw for a failed query: a plain page for a refusal, else the failure itself. */
function buildRefusalPage(error: unknown, request: Request): unknown {
  const refused = getRefused(error)
  if (refused === null) return error
  const status = refusalStatus[refused.refusal.code as RefusalCode]
  if (status === 401) return redirect(buildSignInHref(request))
  return new Response(null, { status: status === 403 ? 404 : status })
}

/** The refusal of a write, for its page to explain; what is hidden, unknown or not foreseen is thrown as for a query. */
export async function getRefusalOf(request: Request, write: Promise<unknown>): Promise<Refused | null> {
  try {
    await write
    return null
  } catch (error) {
    const refused = getRefused(error)
    if (
      refused === null ||
      refused.refusal.code === 'not-signed-in' ||
      refused.refusal.code === 'not-found'
    ) {
      throw buildRefusalPage(error, request)
    }
    return refused
  }
}
