import type { AppLoadContext } from '@remix-run/server-runtime'
import type { Talk } from '../../components/desk/record-talk.tsx'
import type { Subject } from '../../components/desk/subject-href.ts'
import { getAnswer } from './refused.ts'
import { getSignedIn, hasPermission } from './signed-in.ts'

/** What colleagues say of a record and were asked to do with it, and as of when the page is: for `RecordTalk`. */
export async function loadTalk(
  asked: { readonly request: Request; readonly context: AppLoadContext },
  subject: Subject,
): Promise<Talk> {
  const { api } = asked.context
  const actor = getSignedIn(asked)
  const isColleague = hasPermission(actor, 'colleague.write')
  const [{ entry }, conversation, assignments, colleagues] = await getAnswer(
    asked.request,
    Promise.all([
      api.presence.entry.query(subject),
      isColleague ? api.comment.list.query(subject) : null,
      isColleague ? api.assignment.list.query(subject) : [],
      isColleague ? api.colleague.list.query(subject) : [],
    ]),
  )
  return { subject, entry, me: actor.id, conversation, assignments, colleagues }
}
