import type { TrackedEnvelope } from '@trpc/server'
import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { approveMinutes } from './approve.command.ts'
import { exportMinutes } from './export-minutes.command.ts'
import { followMeeting } from './follow-meeting.ts'
import { getMeeting, listMeetingsOf, listSeriesOf } from './get-meeting.query.ts'
import {
  approveInput,
  changeSeriesInput,
  createMeetingInput,
  followInput,
  listMeetingsInput,
  meetingTarget,
  minutesFileInput,
  minutesInput,
  recordInput,
  seriesInput,
  stageInput,
} from './meeting.input.ts'
import {
  type MeetingNews,
  meetingList,
  meetingView,
  meetingWritten,
  minutesFile,
  minutesView,
  recordedView,
  seriesList,
  seriesWritten,
} from './meeting.view.ts'
import { getMinutes } from './minutes.query.ts'
import { recordEvent } from './record-event.command.ts'
import { changeSeries, createMeeting, createSeries } from './series.command.ts'
import { getWall } from './wall.query.ts'
import { wallView } from './wall.view.ts'

/** Each news is held to its schema as it leaves. */
const newsStream = z.custom<AsyncIterable<TrackedEnvelope<MeetingNews>>>(
  (stream) => typeof stream === 'object' && stream !== null && Symbol.asyncIterator in stream,
)

const read = procedureFor('meeting.read')
const write = procedureFor('meeting.write')

export const meetingSeriesRouter = router({
  list: read
    .input(z.strictObject({ dossier: key }))
    .output(seriesList)
    .query(({ ctx, input }) => listSeriesOf(ctx, input)),
  create: write
    .input(seriesInput)
    .output(seriesWritten)
    .mutation(async ({ ctx, input }) => acceptResult(await createSeries(ctx, ctx.act, input))),
  change: write
    .input(changeSeriesInput)
    .output(seriesWritten)
    .mutation(async ({ ctx, input }) => acceptResult(await changeSeries(ctx, ctx.act, input))),
})

export const meetingRouter = router({
  list: read
    .input(listMeetingsInput)
    .output(meetingList)
    .query(({ ctx, input }) => listMeetingsOf(ctx, input)),
  get: read
    .input(meetingTarget)
    .output(meetingView)
    .query(({ ctx, input }) => getMeeting(ctx, input)),
  /** What happens in a meeting, as server-sent events. */
  follow: read
    .input(followInput)
    .output(newsStream)
    .subscription(({ ctx, input, signal }) =>
      followMeeting(ctx, input, signal ?? new AbortController().signal),
    ),
  /** What may stand on a wall. */
  wall: read
    .input(meetingTarget)
    .output(wallView)
    .query(({ ctx, input }) => getWall(ctx, input)),
  minutes: read
    .input(minutesInput)
    .output(minutesView)
    .query(({ ctx, input }) => getMinutes(ctx, input)),
  /** By a mutation, because what is taken out is written to the audit trail. */
  minutesFile: read
    .input(minutesFileInput)
    .output(minutesFile)
    .mutation(async ({ ctx, input }) => acceptResult(await exportMinutes(ctx, ctx.act, input))),
  approve: procedureFor('meeting.approve')
    .input(approveInput)
    .output(recordedView)
    .mutation(async ({ ctx, input }) => acceptResult(await approveMinutes(ctx, ctx.act, ctx.actor, input))),
  create: write
    .input(createMeetingInput)
    .output(meetingWritten)
    .mutation(async ({ ctx, input }) => acceptResult(await createMeeting(ctx, ctx.act, input))),
  /** Opens, starts, closes, cancels, plans anew. */
  stage: write
    .input(stageInput)
    .output(recordedView)
    .mutation(async ({ ctx, input }) => acceptResult(await recordEvent(ctx, ctx.act, ctx.actor, input))),
  /** One thing on the agenda, in the room or about the minutes. */
  record: write
    .input(recordInput)
    .output(recordedView)
    .mutation(async ({ ctx, input }) => acceptResult(await recordEvent(ctx, ctx.act, ctx.actor, input))),
})
