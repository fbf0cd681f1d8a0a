import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'
import { citedFields } from '../../common/source.input.ts'
import { standingFilter } from '../recommendation/recommendation.input.ts'

/** What a link says. The level is checked against the dossier's scale, so that another scale's gets a clear answer. */
const condition = {
  role: linkageRole,
  required: z.string().max(40).optional(),
  commitments: z.array(key).max(20).default([]),
  note: text(4000).optional(),
}
const refineCondition = (c: { role: string; required?: string | undefined }) =>
  c.role !== 'required' || c.required !== undefined
const refineContext = (c: { role: string; required?: string | undefined }) =>
  c.role !== 'context' || c.required === undefined
const levelMissing = { path: ['required'], message: 'a required link names the level that must be reached' }
const levelTooMuch = { path: ['required'], message: 'a link that only gives context has no required level' }

const target = { dossier: key, milestone: key, ref: reference }
export const linkTarget = z.strictObject(target)

/** Which recommendations to choose from. */
export const candidatesInput = z.strictObject({
  dossier: key,
  milestone: key,
  area: key.optional(),
  standing: standingFilter.optional(),
  q: plainText(200).optional(),
})

/** Many recommendations, one milestone, one condition. */
export const linkInput = z
  .strictObject({
    dossier: key,
    milestone: key,
    recommendations: z.array(reference).min(1, 'choose at least one recommendation').max(500),
    ...condition,
  })
  .refine(refineCondition, levelMissing)
  .refine(refineContext, levelTooMuch)
export type LinkInput = z.infer<typeof linkInput>

/** `basedOn`: the version of the link that the writer saw. */
export const correctLinkInput = z
  .strictObject({ ...target, basedOn: z.int().positive(), ...condition, reason: text(4000) })
  .refine(refineCondition, levelMissing)
  .refine(refineContext, levelTooMuch)
export type CorrectLinkInput = z.infer<typeof correctLinkInput>

/** `ended`: from the last day of it on the link holds no more; null takes an end back. */
export const endLinkInput = z.strictObject({
  ...target,
  basedOn: z.int().positive(),
  ended: partialDate.nullable(),
  reason: text(4000),
})
export type EndLinkInput = z.infer<typeof endLinkInput>

export const waiveInput = z.strictObject({
  ...target,
  effective: partialDate,
  why: text(4000),
  ...citedFields,
})
export type WaiveInput = z.infer<typeof waiveInput>

/** `waiver` and `basedOn` as the desk's view of the link names them. */
export const endWaiverInput = z.strictObject({
  ...target,
  waiver: z.int().positive(),
  basedOn: z.int().positive(),
  ended: partialDate,
  reason: text(4000),
})
export type EndWaiverInput = z.infer<typeof endWaiverInput>
