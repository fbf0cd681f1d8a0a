import type { Refusal, RefusalCode } from '@waymark/kernel/refusal'
import { refusalStatus } from '@waymark/kernel/refusal'
import type { Language } from '@waymark/messages/language'
import { formatRefusal } from '@waymark/messages/refusals'
import { z } from 'zod'

const titles: Record<number, string> = {
  400: 'Bad request',
  404: 'Not found',
  422: 'Cannot be done',
  429: 'Too many requests',
}

/** A parameter that cannot be used: which one, and what is wrong with it. */
export type ParameterProblem = { readonly parameter: string; readonly message: string }

/** The body of a problem document, whoever writes it: a view that refuses, or a guard before it. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** For people. */
  detail: z.string(),
  /** For programs: never changes. */
  code: z.string(),
  /** Parameters that cannot be used. */
  parameters: z
    .array(z.strictObject({ parameter: z.string(), message: z.string() }))
    .readonly()
    .optional(),
})

/** A refusal as a problem document (RFC 9457). `parameters` names each parameter that cannot be used. */
export function buildProblem(
  refusal: Refusal,
  language: Language,
  parameters: readonly ParameterProblem[] = [],
): Response {
  const status = refusalStatus[refusal.code as RefusalCode]
  const body: z.infer<typeof problemSchema> = {
    type: 'about:blank',
    title: titles[status] ?? 'Refused',
    status,
    detail: formatRefusal(refusal, language),
    code: refusal.code,
    ...(parameters.length > 0 ? { parameters } : {}),
  }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'content-language': language,
      vary: 'Accept-Language',
    },
  })
}
