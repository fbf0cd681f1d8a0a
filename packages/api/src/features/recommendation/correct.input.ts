import { key, reference, text } from '@waymark/kernel/key'
import { z } from 'zod'

export const recommendationPlace = z.strictObject({ dossier: key, ref: reference })

const reviewEveryMonths = z.int().min(1).max(240)
const responsible = z.array(key).max(20)
const version = z.int().positive()

/** `basedOn`: the version that the writer saw. What is left out of `criterion` and `responsible` is empty from then on. */
export const correctRecommendationInput = z.strictObject({
  dossier: key,
  ref: reference,
  basedOn: version,
  title: text(300),
  text: text(20_000),
  area: key,
  criterion: text(4000).optional(),
  reviewEveryMonths,
  responsible: responsible.default([]),
  reason: text(4000),
})
export type CorrectRecommendationInput = z.infer<typeof correctRecommendationInput>

/** What many recommendations can be given at once; what is left out stays as each has it. */
const shared = {
  area: key.optional(),
  reviewEveryMonths: reviewEveryMonths.optional(),
  responsible: responsible.optional(),
}
export type SharedChange = {
  readonly area?: string | undefined
  readonly reviewEveryMonths?: number | undefined
  readonly responsible?: readonly string[] | undefined
}
const saysSomething = (c: SharedChange) =>
  c.area !== undefined || c.reviewEveryMonths !== undefined || c.responsible !== undefined
const saysNothing = {
  path: ['area'],
  message: 'choose at least one thing to change',
}
const isOnce = (refs: readonly string[]) => new Set(refs).size === refs.length

/** The most recommendations of one write. */
export const atOnce = 200

export const previewManyInput = z
  .strictObject({
    dossier: key,
    refs: z.array(reference).min(1, 'choose at least one recommendation').max(atOnce),
    ...shared,
  })
  .refine(saysSomething, saysNothing)
export type PreviewManyInput = z.infer<typeof previewManyInput>

/** Each row with the version that the writer saw of it. */
export const correctManyInput = z
  .strictObject({
    dossier: key,
    rows: z
      .array(z.strictObject({ ref: reference, basedOn: version }))
      .min(1, 'choose at least one recommendation')
      .max(atOnce)
      .refine((rows) => isOnce(rows.map(({ ref }) => ref)), 'a recommendation stands there twice'),
    ...shared,
    reason: text(4000),
  })
  .refine(saysSomething, saysNothing)
export type CorrectManyInput = z.infer<typeof correctManyInput>
