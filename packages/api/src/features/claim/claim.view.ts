import { level, state } from '@waymark/assessment/level'
import { z } from 'zod'

/**
 * Claims on a recommendation as the desk works on them, each beside the published finding in force at its date. The two
 * are never made into one figure.
 */
export const deskClaims = z.array(
  z.strictObject({
    claim: z.int(),
    version: z.int(),
    actor: z.strictObject({ key: z.string(), name: z.string() }),
    date: z.string(),
    level: level.nullable(),
    text: z.string(),
    source: z.strictObject({ key: z.string(), title: z.string() }),
    locator: z.string().nullable(),
    finding: z
      .strictObject({
        level: level.nullable(),
        state: state.nullable(),
        contrary: z.boolean(),
        effective: z.string(),
      })
      .nullable(),
  }),
)
export const writtenClaim = z.strictObject({ claim: z.int() })
