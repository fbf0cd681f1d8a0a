import { levels } from '@waymark/assessment/level'
import { key, reference } from '@waymark/kernel/key'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { plainText } from '../../common/plain-text.ts'

/** What a reader can filter by: a level, or one of the things that stand beside levels. */
export const standingFilter = z.enum([...levels, 'contrary', 'unknown', 'stale', 'outside'])
export const recommendationSort = z.enum([
  'ref',
  '-ref',
  'title',
  '-title',
  'standing',
  '-standing',
  'effective',
  '-effective',
  'issued',
  '-issued',
])

export const recommendationListInput = cutInput.extend({
  area: key.optional(),
  side: z.enum(['partner', 'eu', 'other']).optional(),
  standing: standingFilter.optional(),
  /** Words that all occur in reference, title or text. */
  q: plainText(200).optional(),
  sort: recommendationSort.optional(),
  /** `line`: one row for all asks that lineage connects, the latest in force of those that match. */
  by: z.enum(['line']).optional(),
  page: z.int().min(1).max(10_000).optional(),
})
export type RecommendationListInput = z.infer<typeof recommendationListInput>

export const recommendationInput = cutInput.extend({ ref: reference })
