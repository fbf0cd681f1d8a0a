import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { searchInput } from '../search/search.input.ts'
import { rebuildAgenda } from './build-agenda.command.ts'
import { findRecords } from './find-records.query.ts'
import { meetingTarget } from './meeting.input.ts'
import { recordedView } from './meeting.view.ts'
import { buildInput } from './meeting-agenda.input.ts'
import { agendaPreview, foundRecords } from './meeting-agenda.view.ts'
import { listMeetingPeople } from './meeting-people.query.ts'
import { previewAgenda } from './preview-agenda.query.ts'

const read = procedureFor('meeting.read')
const write = procedureFor('meeting.write')

/** How meetings are prepared. */
export const meetingAgendaRouter = router({
  people: read
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ id: z.string(), name: z.string() })))
    .query(({ ctx }) => listMeetingPeople(ctx)),
  preview: read
    .input(meetingTarget)
    .output(agendaPreview)
    .query(({ ctx, input }) => previewAgenda(ctx, input)),
  /** What can be put on by hand, by its words. */
  find: write
    .input(searchInput)
    .output(foundRecords)
    .query(({ ctx, input }) => findRecords(ctx, input)),
  build: write
    .input(buildInput)
    .output(recordedView)
    .mutation(async ({ ctx, input }) => acceptResult(await rebuildAgenda(ctx, ctx.act, input))),
})
