import { listReadableSensitivities } from '@waymark/access/visibility'
import {
  type AssignmentRow,
  getAssignment,
  listAssignmentsOf,
  listMyAssignments,
} from '@waymark/db/queries/assignment.query'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { AccountActor } from '../../accounts/actor.ts'
import { readSubjects } from '../../common/read-subjects.ts'
import { type SubjectInput, subjectKind } from '../../common/subject.input.ts'
import { type Context, getToday } from '../../context.ts'
import { acceptResult } from '../../refusal-error.ts'
import { mayChangeAssignment } from './assignment.rules.ts'
import type { Assignment } from './assignment.view.ts'

type Asked = Context & { readonly actor: AccountActor }
/** More than anybody can do; what is listed is what is due first. */
const most = 500

/** What the reader has yet to do, the earliest due first; in one dossier, or in all. */
export async function listMine(ctx: Asked, dossier: string | undefined): Promise<Assignment[]> {
  const who = { userId: ctx.actor.id, sensitivities: listReadableSensitivities(ctx.actor.role) }
  const rows = await listMyAssignments(
    ctx.record.app,
    dossier === undefined ? who : { ...who, dossier },
    most,
  )
  return rows.map((row) => buildAssignment(ctx, row))
}

/** What anybody was asked to do on a record. Refusals: `not-found`. */
export async function listOfRecord(ctx: Asked, { dossier, kind, key }: SubjectInput): Promise<Assignment[]> {
  const { dossierId } = acceptResult(
    await readSubjects(ctx.record.app, ctx.actor.role, { dossier, kind, keys: [key] }),
  )
  const rows = await listAssignmentsOf(ctx.record.app, dossierId, { kind, key }, most)
  return rows.map((row) => buildAssignment(ctx, row))
}

/** The assignment as it is now, beside what was sent; null when it is gone. */
export async function getCurrent(ctx: Asked, dossier: string, id: string): Promise<Assignment | null> {
  const dossierId = await getDossierId(ctx.record.app, dossier)
  const row = dossierId === null ? null : await getAssignment(ctx.record.app, dossierId, id)
  return row === null ? null : buildAssignment(ctx, row)
}

function buildAssignment(ctx: Asked, row: AssignmentRow): Assignment {
  return {
    id: row.id,
    dossier: row.dossier,
    subject: { kind: subjectKind.parse(row.kind), key: row.key, title: row.title, ref: row.ref },
    task: row.task,
    note: row.note,
    dueOn: row.dueOn,
    overdue: row.doneAt === null && row.dueOn !== null && row.dueOn < getToday(ctx),
    doneAt: row.doneAt,
    assignee: { id: row.assigneeId, name: row.assignee },
    assigner: { id: row.assignerId, name: row.assigner },
    createdAt: row.createdAt,
    rev: row.rev,
    mayChange: row.doneAt === null && mayChangeAssignment(ctx.actor, row),
  }
}
