import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { level } from './level.ts'

/** What a government or another party says of its own implementation. Shown beside the finding, never averaged with it. */
export const claim = z.strictObject({
  recommendation: reference,
  actor: key,
  date: partialDate,
  level: level.optional(),
  text: text(10_000),
  source: key,
  locator: text(500).optional(),
})
export type Claim = z.infer<typeof claim>
