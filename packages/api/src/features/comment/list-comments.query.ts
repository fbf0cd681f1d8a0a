import { may } from '@waymark/access/permission'
import { listHeldTalk } from '@waymark/db/queries/coding.query'
import { listComments } from '@waymark/db/queries/comment.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { readSubjects } from '../../common/read-subjects.ts'
import type { SubjectInput } from '../../common/subject.input.ts'
import type { Context } from '../../context.ts'
import { acceptResult } from '../../refusal-error.ts'
import type { Conversation } from './comment.view.ts'

/** A conversation longer than this shows its end. */
const most = 500

/**
 * The conversation on a record, in the order in which it was written. What others say of an assessment that the reader has
 * yet to rate, or of its recommendation, is held back until they have rated. Refusals: `not-found`.
 */
export async function listConversation(
  { record, actor }: Context & { readonly actor: AccountActor },
  { dossier, kind, key }: SubjectInput,
): Promise<Conversation> {
  const { dossierId } = acceptResult(
    await readSubjects(record.app, actor.role, { dossier, kind, keys: [key] }),
  )
  const held = (await listHeldTalk(record.app, actor.id)).some(
    (one) => one.dossier === dossier && one.kind === kind && one.key === key,
  )
  const rows = await listComments(record.app, dossierId, { kind, key }, most, held ? actor.id : null)
  const comments = rows.map((row) => ({
    id: row.id,
    author: { id: row.authorId, name: row.author },
    text: row.removedAt === null ? row.text : null,
    mentions: row.mentions,
    writtenAt: row.writtenAt,
    mayRemove: row.removedAt === null && (row.authorId === actor.id || may(actor.role, 'assessment.review')),
  }))
  return { held, comments }
}
