import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'

/** Uptake events of a recommendation as the desk works on them. */
export const deskUptake = z.array(
  z.strictObject({
    event: z.int(),
    version: z.int(),
    kind: uptakeKind,
    date: z.string(),
    round: z.string().nullable(),
    forum: z.string().nullable(),
    source: z.strictObject({ key: z.string(), title: z.string() }),
    locator: z.string().nullable(),
    note: z.string().nullable(),
  }),
)
export const writtenUptake = z.strictObject({ event: z.int() })
