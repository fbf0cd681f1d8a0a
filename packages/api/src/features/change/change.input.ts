import { key } from '@waymark/kernel/key'
import { instant, isDay } from '@waymark/kernel/partial-date'
import { changeKinds } from '@waymark/scoring/changes'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

/** `effective`: two days of the world, as known at one instant. `recorded`: one day, as known at two instants. */
export const clocks = ['effective', 'recorded'] as const
export type Clock = (typeof clocks)[number]

const dayOrInstant = z
  .string()
  .max(40)
  .refine(
    (text) => isDay(text) || instant.safeParse(text).success,
    'use a day that exists, written YYYY-MM-DD, or on the recorded clock an instant with its offset, like 2013-11-27T09:00:00Z',
  )

/**
 * Which two moments are compared. `from` and `to` are days; on the recorded clock instants, or days, which mean their
 * end in UTC. A dialogue round may be named instead and means its last day. Left out: `to` is the end of the cut (`asOf`,
 * or `knownAt` on the recorded clock), `from` the last dialogue round before it, or the beginning of the record.
 */
export const changeDataInput = cutInput.extend({
  clock: z.enum(clocks).optional(),
  from: dayOrInstant.optional(),
  to: dayOrInstant.optional(),
  fromRound: key.optional(),
  toRound: key.optional(),
  /** The method by which the first moment is counted; left out: that of the second. */
  fromMethod: z.string().max(40).optional(),
  /** Items only of this area, and only of this kind. */
  area: key.optional(),
  change: z.enum(changeKinds).optional(),
})
export type ChangeDataInput = z.infer<typeof changeDataInput>

export const changeListInput = changeDataInput.extend({ page: z.int().min(1).max(10_000).optional() })
export type ChangeListInput = z.infer<typeof changeListInput>
