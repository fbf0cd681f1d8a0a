import { evidenceKind, origin, stance } from '@waymark/assessment/evidence'
import { confidence, level, state } from '@waymark/assessment/level'
import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'
import { newSource } from '../../common/source.input.ts'

const fromItem = ['source', 'newSource', 'locator', 'kind', 'origin', 'factDate', 'excerpt'] as const

/**
 * A piece of evidence: an item on record, which brings its source, place, kind, origin, date and excerpt; or an existing
 * source by key, or a new one, with what it shows. The stance is always the assessment's own.
 */
export const evidenceInput = z
  .strictObject({
    /** An item of evidence by its id; its latest version is what the assessment then rests on. */
    item: z.int().positive().optional(),
    source: key.optional(),
    newSource: newSource.optional(),
    locator: text(500).optional(),
    stance,
    kind: evidenceKind.optional(),
    origin: origin.optional(),
    factDate: partialDate.optional(),
    excerpt: text(10_000).optional(),
  })
  .check((given) => {
    const { item, ...own } = given.value
    const refuse = (path: string[], message: string) =>
      given.issues.push({ code: 'custom', input: given.value, path, message, continue: true })
    if (item !== undefined) {
      const twice = fromItem.find((field) => own[field] !== undefined)
      if (twice !== undefined) refuse([twice], 'the item on record says this already')
      return
    }
    if ((own.source === undefined) === (own.newSource === undefined))
      refuse([], 'choose a source on record or describe a new one')
    for (const field of ['kind', 'origin'] as const)
      if (own[field] === undefined) refuse([field], `choose the ${field}`)
  })
export type EvidenceInput = z.infer<typeof evidenceInput>

/** What an analyst says of a recommendation (or of one of its steps). */
export const submitInput = z
  .strictObject({
    dossier: key,
    ref: reference,
    step: key.optional(),
    /** Version of the recommendation's record that the author saw. */
    basedOn: z.int().min(0),
    effective: partialDate,
    level: level.optional(),
    state: state.optional(),
    contrary: z.boolean().default(false),
    rationale: text(20_000),
    confidence,
    evidence: z.array(evidenceInput).min(1, 'an assessment needs at least one item of evidence').max(30),
    /** A correction: the published assessment that this one replaces, and why. */
    supersedes: z.int().positive().optional(),
    reason: text(4000).optional(),
  })
  .refine((a) => (a.level === undefined) !== (a.state === undefined), {
    path: ['level'],
    message: 'choose a level, or what stands in its place',
  })
  .refine((a) => !(a.state !== undefined && a.contrary), {
    path: ['contrary'],
    message: 'contrary goes with a level',
  })
  .refine((a) => (a.supersedes === undefined) === (a.reason === undefined), {
    path: ['reason'],
    message: 'a correction gives its reason',
  })
export type SubmitInput = z.infer<typeof submitInput>

/** Raw form fields of a draft: kept as typed, whatever they are. */
export const draftContent = z
  .record(plainText(100), plainText(50_000))
  .refine((r) => Object.keys(r).length <= 400)
export const draftInput = z.strictObject({
  dossier: key,
  ref: reference,
  rev: z.int().min(0),
  content: draftContent,
})
export const draftTarget = z.strictObject({ dossier: key, ref: reference })

export const assessmentId = z.strictObject({ dossier: key, id: z.int().positive() })
export const publishInput = assessmentId.extend({ basedOn: z.int().min(0) })
export const returnInput = assessmentId.extend({ comment: text(4000) })
export const withdrawInput = assessmentId.extend({ basedOn: z.int().min(0), reason: text(4000) })
export const formInput = z.strictObject({
  dossier: key,
  ref: reference,
  /** Prefill from a returned assessment, or correct a published one. */
  from: z.int().positive().optional(),
})
