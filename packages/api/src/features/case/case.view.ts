import { caseKind, caseStatusKind, hearingKind, naming, sensitivity } from '@waymark/recommendation/case'
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
/** `address`: the last part of the address of its own page. It holds no name, as a key may, and stays when the case does not. */
export const publicCase = caseView.extend({ address: z.string() })
export const caseList = z.strictObject({ frame, cases: z.array(publicCase) })

/** The page of one case. One that was taken down is null, and nothing is said of it but the day. */
export const casePage = z.strictObject({
  frame,
  case: publicCase.nullable(),
  takenDownOn: z.string().nullable(),
})

export const caseChangeKind = z.enum([
  'publish',
  'unseal',
  'erase',
  'correct',
  'record-status',
  'correct-status',
  'void-status',
  'translate',
])

/**
 * On the desk: also internal and confidential ones, as far as the role may see them. The basis of consent, how a case is
 * named and what is proposed are null for those who may not read internal cases.
 */
export const deskCaseList = z.strictObject({
  cases: z.array(
    caseView.extend({
      sensitivity,
      naming: naming.nullable(),
      consentBasis: z.string().nullable(),
      waits: caseChangeKind.nullable(),
    }),
  ),
})

/** What readers would be shown: the fields of the public page, and nothing else. */
export const shownCase = caseView

/** A case as the desk works on it. */
export const deskCase = z.strictObject({
  key: z.string(),
  version: z.int(),
  kind: caseKind,
  sensitivity,
  name: z.string(),
  naming: naming.nullable(),
  realName: z.string().nullable(),
  summary: z.string(),
  consentBasis: z.string().nullable(),
  recommendations: z.array(z.strictObject({ ref: z.string(), title: z.string() })),
  statuses: z.array(
    z.strictObject({
      entry: z.int(),
      version: z.int(),
      status: caseStatusKind,
      date: z.string(),
      source: sourceRef,
      note: z.string().nullable(),
    }),
  ),
  /** Days in court, the last or next first. Known at the desk only. */
  hearings: z.array(
    z.strictObject({ version: z.int(), kind: hearingKind, date: z.string(), source: sourceRef.nullable() }),
  ),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      sensitivity,
      reason: z.string().nullable(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  /** What waits for a second person. `now` and `after`: what readers see before and would see after; null: nothing. */
  proposal: z
    .strictObject({
      id: z.int(),
      change: caseChangeKind,
      by: z.string(),
      at: z.string(),
      mine: z.boolean(),
      now: shownCase.nullable(),
      after: shownCase.nullable(),
    })
    .nullable(),
})
export const writtenCase = z.strictObject({ key: z.string(), waits: z.boolean() })
