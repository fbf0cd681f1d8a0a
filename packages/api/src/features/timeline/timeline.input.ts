import { isPartialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

const yearOrMonth = z
  .string()
  .refine(
    (date) => date.length <= 7 && isPartialDate(date),
    'use a year or a month that exists, written YYYY or YYYY-MM',
  )

/** A year as `from` means from its first month on, as `to` up to its last. Left out: from the first dated thing, to the day shown. */
export const timelineInput = cutInput.extend({ from: yearOrMonth.optional(), to: yearOrMonth.optional() })
export type TimelineInput = z.infer<typeof timelineInput>
