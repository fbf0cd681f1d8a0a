import { key } from '@waymark/kernel/key'
import { calendarDay, instant } from '@waymark/kernel/partial-date'
import { z } from 'zod'

/** Which cut through the record is asked for. Left out: today, everything recorded, the dossier's method. */
export const cutInput = z.strictObject({
  dossier: key,
  asOf: calendarDay.optional(),
  knownAt: instant.optional(),
  method: z.string().max(40).optional(),
})
export type CutInput = z.infer<typeof cutInput>

/**
 * The cut that was answered. `knownAt` is the record cut-off: the instant asked for, or, when none was asked for,
 * the instant at which the dossier's public record last changed (nothing later is known, so it means "now").
 */
export const cut = z.strictObject({
  dossier: z.string(),
  asOf: z.string(),
  knownAt: z.string(),
  method: z.string(),
})
export type Cut = z.infer<typeof cut>
