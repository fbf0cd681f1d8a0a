import { may } from '@waymark/access/permission'
import { listComments } from '@waymark/db/queries/comment.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { readSubjects } from '../../common/read-subjects.ts'
import type { SubjectInput } from '../../common/subject.input.ts'
import type { Context } from '../../context.ts'
import { acceptResult } from '../../refusal-error.ts'
import type { CommentView } from './comment.view.ts'

/** A conversation longer than this shows its end. */
const most = 500

/** The conversation on a record, in the order in which it was written. Refusals: `not-found`. */
export async function listConversation(
  { record, actor }: Context & { readonly actor: AccountActor },
  { dossier, kind, key }: SubjectInput,
): Promise<CommentView[]> {
  const { dossierId } = acceptResult(
    await readSubjects(record.app, actor.role, { dossier, kind, keys: [key] }),
  )
  const rows = await listComments(record.app, dossierId, { kind, key }, most)
  return rows.map((row) => ({
    id: row.id,
    author: { id: row.authorId, name: row.author },
    text: row.removedAt === null ? row.text : null,
    mentions: row.mentions,
    writtenAt: row.writtenAt,
    mayRemove: row.removedAt === null && (row.authorId === actor.id || may(actor.role, 'assessment.review')),
  }))
}
