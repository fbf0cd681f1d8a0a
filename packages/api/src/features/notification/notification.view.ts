import { z } from 'zod'
import { subjectKind } from '../../common/subject.input.ts'
import { notificationKind } from './notification.input.ts'

/** Something that a person was told. */
export const notificationView = z.strictObject({
  id: z.string(),
  kind: notificationKind,
  dossier: z.string(),
  subject: z.strictObject({
    kind: subjectKind,
    key: z.string(),
    title: z.string(),
    /** The recommendation of an assessment; null for other kinds. */
    ref: z.string().nullable(),
  }),
  /** Of how many records it speaks; the subject is the first of them. */
  count: z.int(),
  createdAt: z.string(),
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof notificationView>
export const notificationList = z.strictObject({
  rows: z.array(notificationView),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  unread: z.int(),
})
export const notificationCount = z.strictObject({ unread: z.int() })
export const notificationsRead = z.strictObject({ read: z.int() })
