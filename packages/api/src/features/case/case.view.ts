import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { sourceRef } from '../../common/refs.view.ts'

const status = z.strictObject({
  status: z.string(),
  date: z.string(),
  source: sourceRef,
  note: z.string().nullable(),
})

/** Cases that the reader may see, with their statuses up to `asOf`, latest first. */
export const caseView = z.strictObject({
  key: z.string(),
  kind: z.string(),
  name: z.string(),
  summary: z.string(),
  recommendations: z.array(z.strictObject({ ref: z.string(), title: z.string() })),
  statuses: z.array(status),
})
export const caseList = z.strictObject({ frame, cases: z.array(caseView) })

/** On the desk: also internal and confidential ones, as far as the role may see them. */
export const deskCaseList = z.strictObject({
  cases: z.array(
    caseView.extend({
      sensitivity: z.enum(['public', 'internal', 'confidential']),
      consentBasis: z.string(),
    }),
  ),
})
