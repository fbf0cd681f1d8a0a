import type { Sensitivity } from '@waymark/recommendation/case'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { DeskDatabase, SubjectKind } from '../desk-schema.ts'
import type { Database } from '../schema.ts'
import { isReadable, subjectOf } from './subject.query.ts'

type Db = Kysely<Database>

export type AssignmentRow = {
  id: string
  dossier: string
  kind: SubjectKind
  key: string
  title: string
  /** The recommendation of an assessment; null for other kinds. */
  ref: string | null
  sensitivity: Sensitivity | null
  task: DeskDatabase['assignment']['task']
  note: string | null
  dueOn: string | null
  doneAt: string | null
  assigneeId: string
  assignee: string
  assignerId: string
  assigner: string
  createdAt: string
  rev: number
}

const select = (where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number) => sql<AssignmentRow>`
  select a.id, d.key as dossier, a.subject_kind as kind, a.subject_key as key, s.title, s.ref, s.sensitivity, a.task, a.note,
         a.due_on::text as "dueOn", a.done_at as "doneAt", a.assignee_id as "assigneeId", m.name as assignee,
         a.assigner_id as "assignerId", a.assigner_name as assigner, a.created_at as "createdAt", a.rev
  from assignment a join dossier d on d.id = a.dossier_id join member m on m.user_id = a.assignee_id
  cross join lateral ${subjectOf('a')} s
  where ${where} order by ${order} limit ${limit}`

/** What a person has yet to do, the earliest due first, in one dossier or in all; what they may not read is left out. */
export async function listMyAssignments(
  app: Db,
  who: { readonly userId: string; readonly sensitivities: readonly Sensitivity[]; readonly dossier?: string },
  limit: number,
): Promise<AssignmentRow[]> {
  const inDossier = who.dossier === undefined ? sql`` : sql`and d.key = ${who.dossier}`
  const { rows } = await select(
    sql`a.assignee_id = ${who.userId} and a.done_at is null ${inDossier} and ${isReadable(who.sensitivities)}`,
    sql`a.due_on nulls last, a.created_at, a.subject_key, a.id`,
    limit,
  ).execute(app)
  return rows
}

/** What anybody was asked to do on a record: what is open first, then what is done, the latest first. */
export async function listAssignmentsOf(
  app: Db,
  dossierId: number,
  subject: { readonly kind: SubjectKind; readonly key: string },
  limit: number,
): Promise<AssignmentRow[]> {
  const { rows } = await select(
    sql`a.dossier_id = ${dossierId} and a.subject_kind = ${subject.kind} and a.subject_key = ${subject.key}`,
    sql`a.done_at is not null, a.due_on nulls last, a.created_at desc, a.id`,
    limit,
  ).execute(app)
  return rows
}

/** One assignment of a dossier; null when it is not there. */
export async function getAssignment(app: Db, dossierId: number, id: string): Promise<AssignmentRow | null> {
  const { rows } = await select(
    sql`a.id = ${id}::uuid and a.dossier_id = ${dossierId}`,
    sql`a.id`,
    1,
  ).execute(app)
  return rows[0] ?? null
}

/** Keys among these for which a person already has the same task to do. */
export async function listAssignedKeys(
  app: Db,
  dossierId: number,
  on: {
    readonly kind: SubjectKind
    readonly keys: readonly string[]
    readonly assignee: string
    readonly task: AssignmentRow['task']
  },
): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select subject_key as key from assignment
    where dossier_id = ${dossierId} and subject_kind = ${on.kind} and subject_key = any(${[...on.keys]}::text[])
      and assignee_id = ${on.assignee} and task = ${on.task} and done_at is null`.execute(app)
  return new Set(rows.map(({ key }) => key))
}
