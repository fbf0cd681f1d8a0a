import { z } from 'zod'

/** A commitment as the desk works on it. `version` is what a correction names as `basedOn`. */
export const deskCommitment = z.strictObject({
  key: z.string(),
  version: z.int(),
  actor: z.strictObject({ key: z.string(), name: z.string() }),
  date: z.string(),
  summary: z.string(),
  source: z.strictObject({ key: z.string(), title: z.string() }),
  locator: z.string().nullable(),
  links: z.int(),
})
export const deskCommitments = z.array(deskCommitment)
/** What was written: its key, and its version from now on. */
export const writtenKey = z.strictObject({ key: z.string(), version: z.int() })
