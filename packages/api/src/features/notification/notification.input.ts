import { z } from 'zod'

/** What people are told of. */
export const notificationKinds = ['mentioned', 'assigned', 'returned', 'published', 'second-rating'] as const
export const notificationKind = z.enum(notificationKinds)
export type NotificationKind = z.infer<typeof notificationKind>

/** Pages of 50, the latest first. */
export const notificationPage = z.strictObject({ page: z.int().min(1).max(1000).default(1) })
export const notificationTarget = z.strictObject({ id: z.uuid() })
/** One, or all there are up to an instant that the reader saw: what came since stays unread. */
export const readInput = z.strictObject({
  id: z.uuid().optional(),
  until: z.iso
    .datetime()
    .refine((instant) => instant >= '0001', 'no notification is that old')
    .optional(),
})
