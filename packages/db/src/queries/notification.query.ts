import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, sql } from 'kysely'
import type { SubjectKind } from '../desk-schema.ts'
import type { Database } from '../schema.ts'
import { isReadable, subjectOf } from './subject.query.ts'

type Db = Kysely<Database>

export type NotificationRow = {
  id: string
  kind: string
  dossier: string
  subjectKind: SubjectKind
  subjectKey: string
  title: string
  /** The recommendation of an assessment; null for other kinds. */
  ref: string | null
  count: number
  createdAt: string
  readAt: string | null
}

/** A person, and the sensitivities of cases that they may read. */
export type NotifiedReader = { readonly userId: string; readonly sensitivities: readonly Sensitivity[] }

/** What a person was told, the latest first; what they may no longer read is left out. */
export async function listNotifications(
  app: Db,
  who: NotifiedReader,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ rows: NotificationRow[]; total: number }> {
  const { rows } = await sql<NotificationRow & { total: number }>`
    select n.id, n.kind, d.key as dossier, n.subject_kind as "subjectKind", n.subject_key as "subjectKey", s.title, s.ref, n.count,
           n.created_at as "createdAt", n.read_at as "readAt", count(*) over () as total
    from notification n join dossier d on d.id = n.dossier_id cross join lateral ${subjectOf('n')} s
    where n.user_id = ${who.userId} and ${isReadable(who.sensitivities)}
    order by n.created_at desc, n.id limit ${page.limit} offset ${page.offset}`.execute(app)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** One notification of a person; null when it is not theirs, or about what they may no longer read. */
export async function getNotification(
  app: Db,
  who: NotifiedReader,
  id: string,
): Promise<NotificationRow | null> {
  const { rows } = await sql<NotificationRow>`
    select n.id, n.kind, d.key as dossier, n.subject_kind as "subjectKind", n.subject_key as "subjectKey", s.title, s.ref, n.count,
           n.created_at as "createdAt", n.read_at as "readAt"
    from notification n join dossier d on d.id = n.dossier_id cross join lateral ${subjectOf('n')} s
    where n.id = ${id}::uuid and n.user_id = ${who.userId} and ${isReadable(who.sensitivities)}`.execute(app)
  return rows[0] ?? null
}

/** How much of what a person was told they have not read. */
export async function countUnread(app: Db, who: NotifiedReader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from notification n cross join lateral ${subjectOf('n')} s
    where n.user_id = ${who.userId} and n.read_at is null and ${isReadable(who.sensitivities)}`.execute(app)
  return rows[0]?.count ?? 0
}
