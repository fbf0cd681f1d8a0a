import { type Kysely, sql } from 'kysely'
import type { SubjectKind } from '../desk-schema.ts'
import type { Database } from '../schema.ts'

type Db = Kysely<Database>

export type CommentRow = {
  id: string
  kind: SubjectKind
  key: string
  authorId: string
  author: string
  text: string
  mentions: { id: string; name: string }[]
  writtenAt: string
  removedAt: string | null
}

const columns = sql`
  c.id, c.subject_kind as kind, c.subject_key as key, c.author_id as "authorId", c.author_name as author, c.text,
  coalesce((select jsonb_agg(jsonb_build_object('id', m.user_id, 'name', m.name) order by m.name, m.user_id)
            from member m where m.user_id = any(c.mentions)), '[]') as mentions,
  c.written_at as "writtenAt", c.removed_at as "removedAt"`

/**
 * The conversation on a record in the order in which it was written; of a long one, its end.
 *
 * @param onlyOf the only author whose comments are listed, where others' are held back
 */
export async function listComments(
  app: Db,
  dossierId: number,
  subject: { readonly kind: SubjectKind; readonly key: string },
  limit: number,
  onlyOf: string | null = null,
): Promise<CommentRow[]> {
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment c
    where c.dossier_id = ${dossierId} and c.subject_kind = ${subject.kind} and c.subject_key = ${subject.key}
      and (${onlyOf}::text is null or c.author_id = ${onlyOf})
    order by c.written_at desc, c.id desc limit ${limit}`.execute(app)
  return rows.reverse()
}

/** One comment of a dossier; null when it is not there. */
export async function getComment(app: Db, dossierId: number, id: string): Promise<CommentRow | null> {
  const { rows } = await sql<CommentRow>`
    select ${columns} from comment c where c.id = ${id}::uuid and c.dossier_id = ${dossierId}`.execute(app)
  return rows[0] ?? null
}
