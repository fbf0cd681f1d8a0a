import { z } from 'zod'

const person = z.strictObject({ id: z.string(), name: z.string() })

/** A comment of a conversation. Of one that was removed, its place and its author are left. */
export const commentView = z.strictObject({
  id: z.string(),
  author: person,
  /** null when it was removed. */
  text: z.string().nullable(),
  mentions: z.array(person),
  writtenAt: z.string(),
  mayRemove: z.boolean(),
})
export type CommentView = z.infer<typeof commentView>
export const conversation = z.array(commentView)
export const commentWritten = z.strictObject({ id: z.string() })
export const commentRemoved = z.strictObject({ removed: z.boolean() })
