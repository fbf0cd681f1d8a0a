import { listReadableSensitivities } from '@waymark/access/visibility'
import {
  countUnread,
  getNotification,
  listNotifications,
  type NotificationRow,
  type NotifiedReader,
} from '@waymark/db/queries/notification.query'
import type { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { subjectKind } from '../../common/subject.input.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { notificationKind } from './notification.input.ts'
import type { NotificationView, notificationList } from './notification.view.ts'

type Asked = Context & { readonly actor: AccountActor }
const pageSize = 50

const getReader = ({ actor }: Asked): NotifiedReader => ({
  userId: actor.id,
  sensitivities: listReadableSensitivities(actor.role),
})

/** What the reader was told, the latest first; what they may no longer read is left out. */
export async function listMyNotifications(
  ctx: Asked,
  page: number,
): Promise<z.infer<typeof notificationList>> {
  const who = getReader(ctx)
  const [{ rows, total }, unread] = await Promise.all([
    listNotifications(ctx.record.app, who, { limit: pageSize, offset: (page - 1) * pageSize }),
    countUnread(ctx.record.app, who),
  ])
  return {
    rows: rows.map(buildNotification),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    unread,
  }
}

/** How much of it is unread: for the navigation of every page. */
export const countMyUnread = (ctx: Asked): Promise<number> => countUnread(ctx.record.app, getReader(ctx))

/** One of them. Refusals: `not-found`, also of somebody else's. */
export async function getMyNotification(ctx: Asked, id: string): Promise<NotificationView> {
  const row = await getNotification(ctx.record.app, getReader(ctx), id)
  if (row === null) throw buildRefusalError({ code: 'not-found' })
  return buildNotification(row)
}

const buildNotification = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: notificationKind.parse(row.kind),
  dossier: row.dossier,
  subject: {
    kind: subjectKind.parse(row.subjectKind),
    key: row.subjectKey,
    title: row.title,
    ref: row.ref,
  },
  count: row.count,
  createdAt: row.createdAt,
  read: row.readAt !== null,
})
