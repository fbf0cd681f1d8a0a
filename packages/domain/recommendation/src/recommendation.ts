import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { locator } from './source.ts'

export const lineageKinds = ['continues', 'narrows', 'merges', 'replaces'] as const
export const lineageKind = z.enum(lineageKinds)
export type LineageKind = z.infer<typeof lineageKind>

export const stepKinds = ['structure', 'process', 'outcome'] as const
export const stepKind = z.enum(stepKinds)
export type StepKind = z.infer<typeof stepKind>

/** A checkable part of a recommendation, with assessments of its own. */
export const progressStep = z.strictObject({ key, kind: stepKind, text: text(4000) })
export type ProgressStep = z.infer<typeof progressStep>

/** Whether the source says it in so many words, or the editors read it from a stated concern. */
export const basis = z.enum(['explicit', 'implied'])
export const wording = z.enum(['as-issued', 'paraphrase'])

/** Months after which a finding is out of date, unless the recommendation says otherwise. */
export const defaultReviewMonths = 12

/** One ask, addressed to one or more actors. Rows refer to each other by key. */
export const recommendation = z.strictObject({
  ref: reference,
  area: key,
  title: text(300),
  text: text(20_000),
  basis: basis.default('explicit'),
  wording: wording.default('as-issued'),
  source: key,
  locator: locator.optional(),
  issued: partialDate,
  issuedBy: z.array(key).min(1),
  addressees: z.array(key).min(1),
  responsible: z.array(key).optional(),
  criterion: text(4000).optional(),
  reviewEveryMonths: z.int().min(1).max(240).optional(),
  lineage: z.array(z.strictObject({ kind: lineageKind, ref: reference })).optional(),
  steps: z.array(progressStep).optional(),
})
export type Recommendation = z.infer<typeof recommendation>
