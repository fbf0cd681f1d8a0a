import { z } from 'zod'

/** The audit entry that last wrote to a record. */
export const recordEntry = z.strictObject({ entry: z.int() })

/** Who else is at a record, and whether it moved since the page was made. */
export const presence = z.strictObject({
  others: z.array(z.strictObject({ name: z.string(), doing: z.enum(['reading', 'writing']) })),
  entry: z.int(),
  /** Entries after `since` that wrote to it. */
  newer: z.int(),
})
export type Presence = z.infer<typeof presence>
