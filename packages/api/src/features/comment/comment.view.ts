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
/**
 * `held`: the reader is to rate without knowing what colleagues think, so that only their own comments are listed. Says nothing of
 * whether there are others.
 */
export const conversation = z.strictObject({ held: z.boolean(), comments: z.array(commentView) })
export type Conversation = z.infer<typeof conversation>
export const commentWritten = z.strictObject({ id: z.string() })
export const commentRemoved = z.strictObject({ removed: z.boolean() })
