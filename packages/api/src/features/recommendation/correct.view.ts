import { z } from 'zod'

const choices = z.array(z.strictObject({ key: z.string(), title: z.string() }))

/** A recommendation as it can be corrected, in its latest version; and what it can be put to. */
export const recommendationForm = z.strictObject({
  ref: z.string(),
  /** What a correction names as `basedOn`. */
  version: z.int(),
  title: z.string(),
  text: z.string(),
  area: z.string(),
  criterion: z.string().nullable(),
  reviewEveryMonths: z.int(),
  responsible: z.array(z.string()),
  areas: choices,
  actors: choices,
})
export type RecommendationForm = z.infer<typeof recommendationForm>

export const recommendationChoices = z.strictObject({ areas: choices, actors: choices })

/** What the fields of one recommendation say now and would say, in words: titles and names, not keys. */
const fieldChange = z.strictObject({
  field: z.enum(['area', 'reviewEveryMonths', 'responsible']),
  from: z.string(),
  to: z.string(),
})
export type FieldChange = z.infer<typeof fieldChange>

/** What a change of many would do. Rows that say so already are named in `unchanged`. */
export const manyPreview = z.strictObject({
  rows: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      version: z.int(),
      changes: z.array(fieldChange),
    }),
  ),
  unchanged: z.array(z.string()),
})
export type ManyPreview = z.infer<typeof manyPreview>

export const correctedRecommendation = z.strictObject({ ref: z.string(), version: z.int() })
export const correctedMany = z.strictObject({
  corrected: z.array(z.string()),
  unchanged: z.array(z.string()),
})
