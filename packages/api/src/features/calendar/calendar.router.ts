import { getCalendarSince } from '@waymark/db/queries/calendar.query'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { renewCalendar, revokeCalendar } from './calendar.command.ts'

const own = procedureFor('meeting.read')
const nothing = z.strictObject({})

/** The address at which one's own calendar program finds the meetings. */
export const calendarRouter = router({
  /** Since when there is one; what it is nobody can be told again. */
  get: own
    .input(nothing)
    .output(z.strictObject({ since: z.string().nullable() }))
    .query(async ({ ctx }) => ({ since: await getCalendarSince(ctx.record.app, ctx.actor.id) })),
  renew: own
    .input(nothing)
    .output(z.strictObject({ token: z.string(), address: z.string() }))
    .mutation(async ({ ctx }) => {
      const { token } = acceptResult(await renewCalendar(ctx, ctx.act))
      return { token, address: `${ctx.editions.baseUrl.replace(/\/$/, '')}/meetings/calendar/${token}.ics` }
    }),
  revoke: own
    .input(nothing)
    .output(z.strictObject({ revoked: z.literal(true) }))
    .mutation(async ({ ctx }) => acceptResult(await revokeCalendar(ctx, ctx.act))),
})
