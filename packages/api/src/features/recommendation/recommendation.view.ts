import { confidence, level } from '@waymark/assessment/level'
import { lineageKind, stepKind } from '@waymark/recommendation/recommendation'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import {
  actorRef,
  findingView,
  gateView,
  publishedFinding,
  requiredCounts,
  sourceRef,
  standing,
  uptakeView,
} from '../../common/refs.view.ts'

const basis = z.enum(['explicit', 'implied'])
const wording = z.enum(['as-issued', 'paraphrase'])
const side = z.enum(['partner', 'eu', 'other'])
const gap = z.strictObject({ months: z.int(), days: z.int() })

/** The uptake axis at `asOf`: `UptakeProgress`. */
export const uptakeProgress = z.strictObject({
  /** The furthest stage and the event that first reached it; null where nothing happened. */
  stage: z.strictObject({ kind: uptakeKind, date: z.string() }).nullable(),
  /** What the time runs from: the first proposal, or the issue where none is on record. */
  since: z.strictObject({ event: z.enum(['proposed', 'issued']), date: z.string() }),
  /** From there to the furthest stage, in whole months and the days left over; null while that is a proposal or nothing. */
  gap: gap.nullable(),
  /** From there to `asOf`, while nothing beyond a proposal has happened. */
  waiting: gap.nullable(),
  /** False where a date is known by its month or year only: the time is about so long. */
  exact: z.boolean(),
})

export const recommendationRow = z.strictObject({
  ref: z.string(),
  title: z.string(),
  area: z.strictObject({ key: z.string(), title: z.string() }),
  side,
  basis,
  wording,
  issued: z.string(),
  /** True when a later recommendation has taken its place at `asOf`: it is counted nowhere. */
  left: z.boolean(),
  standing,
  /** The finding in force, also when it is out of date; null when there is none. */
  finding: findingView.extend({ effective: z.string(), evidence: z.int() }).nullable(),
  uptake: z.strictObject({ kind: uptakeKind, date: z.string() }).nullable(),
  /** How long taking up took, or how long it has been waited for. */
  progress: uptakeProgress.omit({ stage: true }),
  /** How many asks its line joins, itself included; 1 where the list is not by line. */
  asks: z.int(),
  /** Its required gates at `asOf`. */
  gates: requiredCounts.extend({ passedWhileUnmet: z.int() }),
})
export type RecommendationRow = z.infer<typeof recommendationRow>

export const recommendationList = z.strictObject({
  frame,
  rows: z.array(recommendationRow),
  /** What a row is: a recommendation, or a line of asks that lineage connects, shown by its latest ask. */
  by: z.enum(['recommendation', 'line']),
  /** Rows on all pages. */
  total: z.int(),
  /** Recommendations that match; by line, more than rows. */
  recommendations: z.int(),
  page: z.int(),
  pages: z.int(),
  areas: z.array(z.strictObject({ key: z.string(), title: z.string(), count: z.int() })),
})

export const recommendationDetail = z.strictObject({
  frame,
  ref: z.string(),
  title: z.string(),
  text: z.string(),
  area: z.strictObject({ key: z.string(), title: z.string() }),
  side,
  basis,
  wording,
  issued: z.string(),
  issuedBy: z.array(actorRef),
  addressees: z.array(actorRef),
  responsible: z.array(actorRef),
  source: sourceRef,
  locator: z.string().nullable(),
  criterion: z.string().nullable(),
  reviewEveryMonths: z.int(),
  /** Day on which a later recommendation took its place, if that has happened by `asOf`. */
  left: z.string().nullable(),
  /** Earlier ones that this one continues, narrows, merges or replaces, and later ones that do so to it. */
  lineage: z.array(
    z.strictObject({
      kind: lineageKind,
      direction: z.enum(['earlier', 'later']),
      ref: z.string(),
      title: z.string(),
      issued: z.string(),
    }),
  ),
  /** The whole line, in order of issue, itself included: what it goes back to and what goes back to it, across any number of links. */
  line: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      issued: z.string(),
      left: z.string().nullable(),
      links: z.array(z.strictObject({ kind: lineageKind, ref: z.string() })),
    }),
  ),
  /** Dialogue rounds in which anything on the line was taken up, in that order. */
  roundsAsked: z.array(z.strictObject({ key: z.string(), title: z.string(), date: z.string() })),
  standing,
  /** The finding in force; null when there is none. `staleFrom`: the first day on which it is out of date. */
  current: publishedFinding.extend({ staleFrom: z.string() }).nullable(),
  direction: z.enum(['advanced', 'unchanged', 'regressed', 'first']).nullable(),
  /** Every published finding with an effective date up to `asOf` and known by `knownAt`, latest first. */
  history: z.array(publishedFinding.extend({ staleFrom: z.string() })),
  steps: z.array(
    z.strictObject({
      key: z.string(),
      kind: stepKind,
      text: z.string(),
      standing,
      current: publishedFinding.nullable(),
    }),
  ),
  uptake: z.array(uptakeView),
  progress: uptakeProgress,
  claims: z.array(
    z.strictObject({
      actor: actorRef,
      date: z.string(),
      level: level.nullable(),
      text: z.string(),
      source: sourceRef,
      locator: z.string().nullable(),
    }),
  ),
  gates: z.array(gateView),
  /** Public cases only. */
  cases: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      name: z.string(),
      status: z.strictObject({ status: z.string(), date: z.string() }).nullable(),
    }),
  ),
  /** Version of the record of this recommendation: what a write must name as `basedOn`. */
  version: z.int(),
})
export type RecommendationDetail = z.infer<typeof recommendationDetail>
export const confidenceView = confidence
