import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { type AssignmentRow, getAssignment, listAssignedKeys } from '@waymark/db/queries/assignment.query'
import { getDossierId } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import type { Refusal } from '@waymark/kernel/refusal'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import type { AccountActor } from '../../accounts/actor.ts'
import { readColleagues, readSubjects } from '../../common/read-subjects.ts'
import { recordNotifications } from '../notification/record-notifications.ts'
import type { AssignInput, ChangeAssignmentInput, CloseAssignmentInput } from './assignment.input.ts'
import { mayChangeAssignment } from './assignment.rules.ts'

type Db = Kysely<Database>
type Asker = Pick<AccountActor, 'id' | 'role'>

/**
 * Asks one person to do one thing with each of these records, all or none, and tells them once. A record on which they
 * already have that to do is left as it is.
 * Refusals: `not-found` (a record, also one that the writer may not know of), `unknown-colleague`,
 * `colleague-may-not-read`, `due-in-past`.
 */
export function assign(
  db: Db,
  act: Act,
  { role }: Asker,
  input: AssignInput,
): Promise<Result<{ assigned: number; already: number }>> {
  return inTransaction(db, act, async (w) => {
    const { dossier, kind, assignee, task } = input
    const keys = [...new Set(input.keys)]
    const read = await readSubjects(w.trx, role, { dossier, kind, keys })
    if (!read.ok) return read
    const { dossierId, subjects } = read.value
    const named = await readColleagues(w.trx, [assignee], subjects, 'assignee')
    if (!named.ok) return named
    if (isPast(w, input.dueOn)) return refused({ code: 'due-in-past', path: 'dueOn' })
    const held = await listAssignedKeys(w.trx, dossierId, { kind, keys, assignee, task })
    const fresh = keys.filter((key) => !held.has(key))
    const [first] = fresh
    const value = { assigned: fresh.length, already: held.size }
    if (first === undefined) return ok({ value, account: null })
    const rows = await w.trx
      .insertInto('assignment')
      .values(
        fresh.map((key) => ({
          dossier_id: dossierId,
          subject_kind: kind,
          subject_key: key,
          assignee_id: assignee,
          assigner_id: act.id,
          assigner_name: act.name,
          task,
          note: input.note ?? null,
          due_on: input.dueOn ?? null,
          created_at: w.recordedAt,
        })),
      )
      .returning('id')
      .execute()
    await recordNotifications(w, [assignee], {
      kind: 'assigned',
      dossierId,
      subject: { kind, key: first },
      count: fresh.length,
    })
    return ok({
      value,
      account: {
        action: 'assignment.create',
        subject: { kind, dossier, key: first },
        after: {
          assignments: rows.map(({ id }) => id),
          keys: fresh,
          assignee,
          task,
          dueOn: input.dueOn ?? null,
        },
      },
    })
  })
}

/**
 * Changes who does what by when. A new person is told of it.
 * Refusals: `not-found`, `not-allowed`, `record-moved-on`, `assignment-done`, `unknown-colleague`,
 * `colleague-may-not-read`, `due-in-past` (only where the day is a new one).
 */
export function changeAssignment(
  db: Db,
  act: Act,
  asker: Asker,
  input: ChangeAssignmentInput,
): Promise<Result<{ rev: number }>> {
  return inTransaction<{ rev: number }, Refusal>(db, act, async (w) => {
    const open = await getOpen(w, asker, input)
    if (!open.ok) return open
    const { row, dossierId } = open.value
    const dueOn = input.dueOn ?? null
    const named = await readColleagues(w.trx, [input.assignee], [row], 'assignee')
    if (!named.ok) return named
    if (dueOn !== row.dueOn && isPast(w, input.dueOn)) return refused({ code: 'due-in-past', path: 'dueOn' })
    const rev = row.rev + 1
    await w.trx
      .updateTable('assignment')
      .set({ assignee_id: input.assignee, task: input.task, note: input.note ?? null, due_on: dueOn, rev })
      .where('id', '=', row.id)
      .execute()
    if (input.assignee !== row.assigneeId)
      await recordNotifications(w, [input.assignee], {
        kind: 'assigned',
        dossierId,
        subject: { kind: row.kind, key: row.key },
      })
    return ok({
      value: { rev },
      account: {
        ...getAccount('assignment.change', row),
        before: { assignee: row.assigneeId, task: row.task, dueOn: row.dueOn, rev: row.rev },
        after: { assignment: row.id, assignee: input.assignee, task: input.task, dueOn, rev },
      },
    })
  })
}

/** Says that it is done. Refusals: `not-found`, `not-allowed`, `record-moved-on`, `assignment-done`. */
export function finishAssignment(
  db: Db,
  act: Act,
  asker: Asker,
  input: CloseAssignmentInput,
): Promise<Result<{ rev: number }>> {
  return inTransaction<{ rev: number }, Refusal>(db, act, async (w) => {
    const open = await getOpen(w, asker, input)
    if (!open.ok) return open
    const { row } = open.value
    const rev = row.rev + 1
    await w.trx
      .updateTable('assignment')
      .set({ done_at: w.recordedAt, rev })
      .where('id', '=', row.id)
      .execute()
    return ok({
      value: { rev },
      account: { ...getAccount('assignment.done', row), after: { assignment: row.id, rev } },
    })
  })
}

/** Takes it back: nobody has to do it any more. Refusals: those of {@link finishAssignment}. */
export function dropAssignment(
  db: Db,
  act: Act,
  asker: Asker,
  input: CloseAssignmentInput,
): Promise<Result<{ dropped: boolean }>> {
  return inTransaction<{ dropped: boolean }, Refusal>(db, act, async (w) => {
    const open = await getOpen(w, asker, input)
    if (!open.ok) return open
    const { row } = open.value
    // A second rating that was taken up stays noted: whoever gave it back has seen the first one since, and may not pick it anew.
    if (row.task === 'code')
      await w.trx
        .updateTable('assignment')
        .set({ done_at: w.recordedAt, rev: row.rev + 1 })
        .where('id', '=', row.id)
        .execute()
    else await w.trx.deleteFrom('assignment').where('id', '=', row.id).execute()
    return ok({
      value: { dropped: true },
      account: {
        ...getAccount('assignment.drop', row),
        before: { assignment: row.id, assignee: row.assigneeId, task: row.task, rev: row.rev },
      },
    })
  })
}

async function getOpen(
  w: Write,
  asker: Asker,
  { dossier, id, rev }: { readonly dossier: string; readonly id: string; readonly rev: number },
): Promise<Result<{ row: AssignmentRow; dossierId: number }>> {
  const dossierId = await getDossierId(w.trx, dossier)
  const row = dossierId === null ? null : await getAssignment(w.trx, dossierId, id)
  if (dossierId === null || row === null) return refused({ code: 'not-found' })
  // A case may have become one that the asker must not know of.
  const read = await readSubjects(w.trx, asker.role, { dossier, kind: row.kind, keys: [row.key] })
  if (!read.ok) return read
  if (!mayChangeAssignment(asker, row)) return refused({ code: 'not-allowed' })
  // A second rating ends by rating or declining: otherwise one could see the first, and rate it after all.
  if (row.task === 'code' && row.kind === 'assessment') return refused({ code: 'not-allowed' })
  if (row.doneAt !== null) return refused({ code: 'assignment-done' })
  if (row.rev !== rev) return refused({ code: 'record-moved-on', params: { version: row.rev } })
  return ok({ row, dossierId })
}

const isPast = ({ recordedAt }: Write, day: string | undefined): boolean =>
  day !== undefined && day < recordedAt.slice(0, 10)

const getAccount = (action: string, { kind, dossier, key }: AssignmentRow) => ({
  action,
  subject: { kind, dossier, key },
})
