import { z } from 'zod'
import { findingView, sourceRef } from '../../common/refs.view.ts'

const toCode = z.strictObject({
  id: z.int(),
  ref: z.string(),
  title: z.string(),
  step: z.string().nullable(),
  effective: z.string(),
  submittedAt: z.string(),
  /** Who asked; null where one picked it oneself. */
  askedBy: z.string().nullable(),
  dueOn: z.string().nullable(),
})

/** What one was asked to rate, and what one may pick. Nothing of what the first rating says. */
export const codingWork = z.strictObject({ asked: z.array(toCode), open: z.array(toCode) })

/** What a coder sees before they have rated: the question and the evidence, and nothing that the first analyst made of it. */
export const codingForm = z.strictObject({
  id: z.int(),
  dossier: z.string(),
  ref: z.string(),
  title: z.string(),
  text: z.string(),
  criterion: z.string().nullable(),
  area: z.string(),
  issued: z.string(),
  step: z.string().nullable(),
  effective: z.string(),
  evidence: z.array(
    z.strictObject({
      source: sourceRef,
      locator: z.string().nullable(),
      kind: z.string(),
      origin: z.string(),
      factDate: z.string().nullable(),
      excerpt: z.string().nullable(),
    }),
  ),
})

export const coding = z.strictObject({
  coder: z.string(),
  mine: z.boolean(),
  finding: findingView,
  rationale: z.string(),
  recordedAt: z.string(),
  /** True when it says something else than the assessment. */
  differs: z.boolean(),
})

/** The second ratings of one assessment, for those who may see it. */
export const codings = z.strictObject({
  /** True while the reader has to rate before they see anything; everything else is then empty. */
  blind: z.boolean(),
  codings: z.array(coding),
  asked: z.array(z.strictObject({ coder: z.string(), done: z.boolean() })),
  mayAsk: z.boolean(),
  colleagues: z.array(z.strictObject({ id: z.string(), name: z.string() })),
})

const rated = z.strictObject({
  id: z.int(),
  ref: z.string(),
  title: z.string(),
  author: z.string(),
  waits: z.boolean(),
  finding: findingView,
  codings: z.array(coding),
})

/** Assessments on which two people differ: for whoever leads, and for the next review meeting. Latest first. */
export const disagreements = z.array(rated)

/** How far two people who rate the same question agree, an area at a time and in all. */
export const agreement = z.strictObject({
  /** The fewest assessments for which alpha is stated. */
  fewest: z.int(),
  areas: z.array(
    z.strictObject({
      area: z.string(),
      title: z.string(),
      /** Assessments that were rated twice, and how many of them everyone rated the same. */
      rated: z.int(),
      same: z.int(),
      /** Of those, on the scale for at least two people: the n of alpha. */
      n: z.int(),
      /** Null where n is too small, or where everyone always gave the same level. */
      alpha: z.number().nullable(),
    }),
  ),
  overall: z.strictObject({ rated: z.int(), same: z.int(), n: z.int(), alpha: z.number().nullable() }),
})

export const codingAsked = z.strictObject({ asked: z.boolean() })
export const codingRecorded = z.strictObject({ id: z.int(), differs: z.boolean() })
export const codingDeclined = z.strictObject({ declined: z.boolean() })
