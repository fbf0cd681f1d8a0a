import { z } from 'zod'
import { procedureFor, router } from '../../procedure.ts'
import { listMeetingPeople } from './meeting-people.query.ts'

const read = procedureFor('meeting.read')

/** How meetings are prepared. */
export const meetingAgendaRouter = router({
  people: read
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ id: z.string(), name: z.string() })))
    .query(({ ctx }) => listMeetingPeople(ctx)),
})
