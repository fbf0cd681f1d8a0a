import { may } from '@waymark/access/permission'
import { listColleagues } from '@waymark/db/queries/subject.query'
import type { Context } from '../../context.ts'

/** Those who can be named in a meeting: present, recused, owner of an action point. By name. */
export const listMeetingPeople = async ({
  record,
}: Pick<Context, 'record'>): Promise<{ id: string; name: string }[]> =>
  (await listColleagues(record.app))
    .filter(({ role }) => may(role, 'meeting.write'))
    .map(({ id, name }) => ({ id, name }))
