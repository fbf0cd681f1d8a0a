import { may } from '@waymark/access/permission'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import { getComment } from '@waymark/db/queries/comment.query'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { sha256 } from '@waymark/ledger/hash'
import type { Kysely } from 'kysely'
import type { AccountActor } from '../../accounts/actor.ts'
import { readColleagues, readSubjects } from '../../common/read-subjects.ts'
import { recordNotifications } from '../notification/record-notifications.ts'
import type { WriteCommentInput } from './comment.input.ts'

type Db = Kysely<Database>
type Asker = Pick<AccountActor, 'id' | 'role'>

/**
 * Says something about a record to colleagues, and tells those who are mentioned. The audit trail holds its hash.
 * Refusals: `not-found` (also of a record that the writer may not know of), `unknown-colleague`, `colleague-may-not-read`.
 */
export function writeComment(
  db: Db,
  act: Act,
  { role }: Asker,
  input: WriteCommentInput,
): Promise<Result<{ id: string }>> {
  return inTransaction<{ id: string }, Refusal>(db, act, async (w) => {
    const { dossier, kind, key, text } = input
    const read = await readSubjects(w.trx, role, { dossier, kind, keys: [key] })
    if (!read.ok) return read
    const { dossierId, subjects } = read.value
    const mentions = [...new Set(input.mentions)]
    const named = await readColleagues(w.trx, mentions, subjects, 'mentions')
    if (!named.ok) return named
    const { id } = await w.trx
      .insertInto('comment')
      .values({
        dossier_id: dossierId,
        subject_kind: kind,
        subject_key: key,
        author_id: act.id,
        author_name: act.name,
        text,
        mentions,
        written_at: w.recordedAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordNotifications(w, mentions, { kind: 'mentioned', dossierId, subject: { kind, key } })
    return ok({
      value: { id },
      account: {
        action: 'comment.write',
        subject: { kind, dossier, key },
        after: { comment: id, sha256: sha256(text), mentions },
      },
    })
  })
}

/**
 * Removes a comment: one's own, or (for those who review) anybody's. Its text is gone for good.
 * Refusals: `not-found`, also of what is not one's own to remove.
 */
export function removeComment(
  db: Db,
  act: Act,
  { id: askerId, role }: Asker,
  { dossier, id }: { readonly dossier: string; readonly id: string },
): Promise<Result<{ removed: boolean }>> {
  return inTransaction<{ removed: boolean }, Refusal>(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, dossier)
    const row = dossierId === null ? null : await getComment(w.trx, dossierId, id)
    if (row === null || row.removedAt !== null) return refused({ code: 'not-found' })
    const { kind, key } = row
    const read = await readSubjects(w.trx, role, { dossier, kind, keys: [key] })
    if (!read.ok) return read
    if (row.authorId !== askerId && !may(role, 'assessment.review')) return refused({ code: 'not-found' })
    await w.trx
      .updateTable('comment')
      .set({ text: '', mentions: [], removed_at: w.recordedAt })
      .where('id', '=', id)
      .execute()
    return ok({
      value: { removed: true },
      account: {
        action: 'comment.remove',
        subject: { kind, dossier, key },
        before: { comment: id, sha256: sha256(row.text), author: row.authorId },
      },
    })
  })
}
