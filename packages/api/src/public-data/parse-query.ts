import { formatInstant } from '@waymark/kernel/instant'
import type { RefusalCode } from '@waymark/kernel/refusal'
import { z } from 'zod'
import type { ParameterProblem } from './problem.ts'

export type Query =
  | { readonly ok: true; readonly input: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: RefusalCode; readonly problems: readonly ParameterProblem[] }

const codes: Readonly<Record<string, RefusalCode>> = {
  asOf: 'invalid-date',
  knownAt: 'invalid-instant',
  method: 'unknown-method',
  fromMethod: 'unknown-method',
  from: 'invalid-date',
  to: 'invalid-date',
}

/**
 * The parameters that an input names, from the address; others (those of trackers, say) mean nothing and are passed over.
 *
 * @param names what the path itself names: what these cannot be does not exist
 */
export function parseQuery(
  input: z.ZodObject,
  params: URLSearchParams,
  names: Readonly<Record<string, string>>,
): Query {
  const raw: Record<string, string> = {}
  for (const name of Object.keys(input.shape)) {
    const value = params.get(name)
    if (value !== null && value !== '') raw[name] = value
  }
  const parsed = input.safeParse({ ...raw, ...names })
  if (parsed.success) return { ok: true, input: normalizeInstant(parsed.data) }
  if (parsed.error.issues.some((i) => Object.hasOwn(names, String(i.path[0]))))
    return { ok: false, code: 'not-found', problems: [] }
  const problems = parsed.error.issues.map((i) => ({ parameter: String(i.path[0]), message: i.message }))
  return { ok: false, code: codes[problems[0]?.parameter ?? ''] ?? 'invalid-input', problems }
}

const instantInput = z.looseObject({ knownAt: z.string().optional() })

function normalizeInstant(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { knownAt, ...rest } = instantInput.parse(data)
  return knownAt === undefined ? rest : { ...rest, knownAt: formatInstant(knownAt) }
}
