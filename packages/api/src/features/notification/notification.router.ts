import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { countMyUnread, getMyNotification, listMyNotifications } from './list-notifications.query.ts'
import { recordRead } from './notification.command.ts'
import { notificationPage, notificationTarget, readInput } from './notification.input.ts'
import {
  notificationCount,
  notificationList,
  notificationsRead,
  notificationView,
} from './notification.view.ts'

const own = procedureFor('read.desk')

export const notificationRouter = router({
  list: own
    .input(notificationPage)
    .output(notificationList)
    .query(({ ctx, input }) => listMyNotifications(ctx, input.page)),
  count: own
    .input(z.strictObject({}))
    .output(notificationCount)
    .query(async ({ ctx }) => ({ unread: await countMyUnread(ctx) })),
  get: own
    .input(notificationTarget)
    .output(notificationView)
    .query(({ ctx, input }) => getMyNotification(ctx, input.id)),
  read: own
    .input(readInput)
    .output(notificationsRead)
    .mutation(async ({ ctx, input }) => acceptResult(await recordRead(ctx.record.app, ctx.act, input))),
})
