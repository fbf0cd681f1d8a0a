import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { locator } from './source.ts'

/** The stages by which a recommendation is taken up, in their order. The second axis; never merged with implementation. */
export const uptakeKinds = ['proposed', 'raised', 'stated', 'adopted', 'committed'] as const
export const uptakeKind = z.enum(uptakeKinds)
export type UptakeKind = z.infer<typeof uptakeKind>

export const uptakeEvent = z.strictObject({
  recommendation: reference,
  kind: uptakeKind,
  date: partialDate,
  round: key.optional(),
  forum: text(500).optional(),
  source: key,
  locator: locator.optional(),
  note: text(4000).optional(),
})
export type UptakeEvent = z.infer<typeof uptakeEvent>
