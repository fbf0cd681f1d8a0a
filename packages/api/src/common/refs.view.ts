import { confidence, level, state } from '@waymark/assessment/level'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRole } from '@waymark/linkage/linkage'
import { sourceKind } from '@waymark/recommendation/source'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'

export const gateState = z.enum(gateStates)

/** A source as it is cited beside something that rests on it. */
export const sourceRef = z.strictObject({
  key: z.string(),
  title: z.string(),
  publisher: z.string(),
  kind: sourceKind,
  date: z.string(),
  url: z.string().nullable(),
  language: z.string(),
})
export type SourceRef = z.infer<typeof sourceRef>

export const actorRef = z.strictObject({ key: z.string(), name: z.string(), kind: z.string() })

/** How a recommendation stands at the cut. */
export const standing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), level, contrary: z.boolean() }),
  z.strictObject({ kind: z.literal('unknown'), reason: z.enum(['not-assessed', 'no-information', 'stale']) }),
  z.strictObject({ kind: z.literal('outside'), state: z.enum(['not-applicable', 'withdrawn']) }),
])

/** What an assessment says: exactly one of level and state is not null. */
export const findingView = z.strictObject({
  level: level.nullable(),
  state: state.nullable(),
  contrary: z.boolean(),
})
export type FindingView = z.infer<typeof findingView>

export const since = z.enum(['improved', 'unchanged', 'worsened'])

/** A condition set aside: from when on, until when if that is over by `asOf`, why, and where it says so. */
export const waiverView = z.strictObject({
  effective: z.string(),
  ended: z.string().nullable(),
  why: z.string(),
  source: sourceRef,
  locator: z.string().nullable(),
})

/** A gate as a row: the link and how it stood. `at` is the day it was evaluated at. */
export const gateView = z.strictObject({
  recommendation: z.strictObject({
    ref: z.string(),
    title: z.string(),
    side: z.enum(['partner', 'eu', 'other']),
    area: z.strictObject({ key: z.string(), title: z.string() }),
  }),
  milestone: z.strictObject({
    key: z.string(),
    kind: z.string(),
    /** Title of its track. */
    track: z.string(),
    title: z.string(),
    /** null while the milestone lies ahead at `asOf`. */
    occurred: z.string().nullable(),
    planned: z.string().nullable(),
    /** Date on which it was cancelled, as far as that was so at `asOf`. */
    cancelled: z.string().nullable(),
  }),
  role: linkageRole,
  required: level.nullable(),
  state: gateState,
  since: since.nullable(),
  at: z.string(),
  /** How the recommendation stood on that day, and how it stands at `asOf`. */
  standingAt: standing,
  standingNow: standing,
  /** When the finding in force on that day took effect; null where there was none. */
  assessed: z.string().nullable(),
  note: z.string().nullable(),
  commitments: z.array(
    z.strictObject({
      key: z.string(),
      date: z.string(),
      summary: z.string(),
      actor: z.string(),
      source: sourceRef,
      locator: z.string().nullable(),
    }),
  ),
  waivers: z.array(waiverView),
})
export type GateView = z.infer<typeof gateView>

export const requiredCounts = z.strictObject({
  met: z.int(),
  unmet: z.int(),
  unknown: z.int(),
  waived: z.int(),
})

/** A milestone with the counts of its required gates. */
export const milestoneView = z.strictObject({
  key: z.string(),
  track: z.strictObject({ key: z.string(), title: z.string() }),
  kind: z.string(),
  title: z.string(),
  planned: z.string().nullable(),
  /** null while the milestone lies ahead at `asOf`: nothing that came later shows. */
  occurred: z.string().nullable(),
  /** Date on which it was cancelled, as far as that was so at `asOf`. */
  cancelled: z.string().nullable(),
  source: sourceRef,
  locator: z.string().nullable(),
  required: requiredCounts,
  /** Links that are listed and never counted. */
  listed: z.int(),
})
export type MilestoneView = z.infer<typeof milestoneView>

export const uptakeView = z.strictObject({
  kind: uptakeKind,
  date: z.string(),
  forum: z.string().nullable(),
  round: z.strictObject({ key: z.string(), title: z.string() }).nullable(),
  source: sourceRef,
  locator: z.string().nullable(),
  note: z.string().nullable(),
})

export const evidenceView = z.strictObject({
  source: sourceRef,
  locator: z.string().nullable(),
  stance: z.enum(['supports', 'contradicts', 'context']),
  kind: z.string(),
  origin: z.string(),
  factDate: z.string().nullable(),
  excerpt: z.string().nullable(),
})
export type EvidenceView = z.infer<typeof evidenceView>

/** A published finding with its evidence. */
export const publishedFinding = z.strictObject({
  finding: findingView,
  effective: z.string(),
  rationale: z.string(),
  confidence,
  recordedAt: z.string(),
  /** What became of it by `knownAt`: still standing, replaced by a correction, or withdrawn. */
  fate: z.enum(['stands', 'corrected', 'withdrawn']),
  /** The reason given when this row corrects an earlier one. */
  correctionReason: z.string().nullable(),
  evidence: z.array(evidenceView),
})
export type PublishedFinding = z.infer<typeof publishedFinding>
