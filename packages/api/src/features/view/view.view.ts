import { z } from 'zod'

/** A state of the register under a name. */
export const savedView = z.strictObject({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  owner: z.string(),
  rev: z.int(),
})
export type SavedView = z.infer<typeof savedView>

export const savedViews = z.array(savedView)
export const viewRevision = z.strictObject({ id: z.string(), rev: z.int() })
export const viewDropped = z.strictObject({ dropped: z.boolean() })
