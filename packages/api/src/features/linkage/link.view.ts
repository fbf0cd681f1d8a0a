import { level } from '@waymark/assessment/level'
import { refusalStatus } from '@waymark/kernel/refusal'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { gateView, standing } from '../../common/refs.view.ts'

const keyed = z.strictObject({ key: z.string(), title: z.string() })

/** What the forms of commitments, links, milestones and uptake offer. */
export const linkageChoices = z.strictObject({
  actors: z.array(keyed),
  tracks: z.array(keyed),
  rounds: z.array(keyed),
  milestones: z.array(
    keyed.extend({
      track: z.string(),
      kind: z.string(),
      planned: z.string().nullable(),
      occurred: z.string().nullable(),
    }),
  ),
  commitments: z.array(keyed.extend({ actor: z.string(), date: z.string() })),
})

const linkTerms = {
  role: linkageRole,
  required: level.nullable(),
  note: z.string().nullable(),
  commitments: z.array(z.string()),
  ended: z.string().nullable(),
}

/** One link as the desk works on it: what it says, its gate today, its versions and waivers. */
export const deskLink = z.strictObject({
  ref: z.string(),
  title: z.string(),
  issued: z.string(),
  milestone: keyed.extend({ occurred: z.string().nullable(), planned: z.string().nullable() }),
  version: z.int(),
  ...linkTerms,
  /** The gate as it is today; null when the recommendation has left the counts, or the link has ended. */
  gate: gateView.nullable(),
  versions: z.array(
    z.strictObject({
      version: z.int(),
      ...linkTerms,
      reason: z.string().nullable(),
      recordedAt: z.string(),
      by: z.string(),
    }),
  ),
  waivers: z.array(
    z.strictObject({
      waiver: z.int(),
      version: z.int(),
      effective: z.string(),
      ended: z.string().nullable(),
      why: z.string(),
      reason: z.string().nullable(),
      source: keyed,
      locator: z.string().nullable(),
      recordedAt: z.string(),
      by: z.string(),
    }),
  ),
})

/** Recommendations to choose from, at most {@link mostCandidates} of them; `total` tells how many there are. */
export const linkCandidates = z.strictObject({
  milestone: keyed,
  rows: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      area: z.string(),
      issued: z.string(),
      standing,
      linked: z.boolean(),
    }),
  ),
  total: z.int(),
  areas: z.array(keyed),
})
/** As many as one write takes. */
export const mostCandidates = 500

const codes = Object.keys(refusalStatus) as (keyof typeof refusalStatus)[]

/** What linking many would do, one by one. `obstacle`: why this one would be refused. */
export const linkPreview = z.strictObject({
  rows: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      area: z.string(),
      issued: z.string(),
      obstacle: z.enum(codes).nullable(),
    }),
  ),
  missing: z.array(z.string()),
})

export const linked = z.strictObject({ linked: z.int() })
export const linkVersion = z.strictObject({ version: z.int() })
export const writtenWaiver = z.strictObject({ waiver: z.int() })
