import { may } from '@waymark/access/permission'
import { isDisagreement } from '@waymark/assessment/agreement'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import { hasTakenUp, isBlind } from '@waymark/db/queries/coding.query'
import { type DeskAssessmentRow, getDeskAssessment } from '@waymark/db/queries/desk-assessment.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { JsonValue } from '@waymark/ledger/canonical-json'
import type { Kysely } from 'kysely'
import type { AccountActor } from '../../accounts/actor.ts'
import { listWriters } from '../../common/read-subjects.ts'
import { recordNotifications } from '../notification/record-notifications.ts'
import type { AskInput, RateInput } from './coding.input.ts'

type Db = Kysely<Database>
type Target = { readonly dossier: string; readonly id: number }

/** An assessment that still waits: a second rating after the review would not be blind. */
async function getWaiting(w: Write, { dossier, id }: Target): Promise<Result<DeskAssessmentRow>> {
  const row = await getDeskAssessment(w.trx, dossier, id)
  if (row === null) return refused({ code: 'not-found' })
  return row.outcome === null ? ok(row) : refused({ code: 'not-awaiting-review' })
}

const getAccount = (action: string, row: DeskAssessmentRow, after: Record<string, JsonValue>) => ({
  action,
  subject: { kind: 'recommendation', dossier: row.dossier, key: row.ref },
  after: { assessment: row.id, ...after },
})

async function createAssignment(w: Write, row: DeskAssessmentRow, coder: string, dueOn?: string) {
  await w.trx
    .insertInto('assignment')
    .values({
      dossier_id: row.dossierId,
      subject_kind: 'assessment',
      subject_key: String(row.id),
      assignee_id: coder,
      assigner_id: w.act.id,
      assigner_name: w.act.name,
      task: 'code',
      note: null,
      due_on: dueOn ?? null,
      created_at: w.recordedAt,
    })
    .execute()
}

/**
 * Asks a colleague to rate an assessment before they see it; its author or a reviewer may ask.
 * Refusals: `not-found`, `not-awaiting-review`, `not-allowed`, `unknown-colleague`, `not-blind` (the author, or one who was
 * asked before).
 */
export function askToCode(
  db: Db,
  act: Act,
  { role }: Pick<AccountActor, 'role'>,
  input: AskInput,
): Promise<Result<{ asked: boolean }>> {
  return inTransaction(db, act, async (w) => {
    const found = await getDeskAssessment(w.trx, input.dossier, input.id)
    if (found !== null && found.authorId !== act.id && !may(role, 'assessment.review'))
      return refused({ code: 'not-allowed' })
    const waiting = await getWaiting(w, input)
    if (!waiting.ok) return waiting
    const row = waiting.value
    // Whoever has yet to rate it may not pass the question on: they would learn of it by the answer.
    if (await isBlind(w.trx, row.id, act.id)) return refused({ code: 'code-first' })
    if (!(await listWriters(w.trx)).some(({ id }) => id === input.coder))
      return refused({ code: 'unknown-colleague', path: 'coder' })
    if (input.coder === row.authorId || (await hasTakenUp(w.trx, row.id, input.coder)))
      return refused({ code: 'not-blind', path: 'coder' })
    await createAssignment(w, row, input.coder, input.dueOn)
    await recordNotifications(w, [input.coder], {
      kind: 'assigned',
      dossierId: row.dossierId,
      subject: { kind: 'assessment', key: String(row.id) },
    })
    return ok({ value: { asked: true }, account: getAccount('coding.ask', row, { coder: input.coder }) })
  })
}

/** Takes up the second rating of one's own accord. Refusals: `not-found`, `not-awaiting-review`, `not-blind`. */
export function pickToCode(db: Db, act: Act, target: Target): Promise<Result<{ asked: boolean }>> {
  return inTransaction(db, act, async (w) => {
    const waiting = await getWaiting(w, target)
    if (!waiting.ok) return waiting
    const row = waiting.value
    if (row.authorId === act.id || (await hasTakenUp(w.trx, row.id, act.id)))
      return refused({ code: 'not-blind' })
    await createAssignment(w, row, act.id)
    return ok({ value: { asked: true }, account: getAccount('coding.pick', row, {}) })
  })
}

const finish = (w: Write, row: DeskAssessmentRow) =>
  w.trx
    .updateTable('assignment')
    .set((is) => ({ done_at: w.recordedAt, rev: is('rev', '+', 1) }))
    .where('task', '=', 'code')
    .where('subject_kind', '=', 'assessment')
    .where('subject_key', '=', String(row.id))
    .where('assignee_id', '=', w.act.id)
    .where('done_at', 'is', null)
    .execute()

async function getBlind(w: Write, target: Target): Promise<Result<DeskAssessmentRow>> {
  const waiting = await getWaiting(w, target)
  if (!waiting.ok) return waiting
  return (await isBlind(w.trx, waiting.value.id, w.act.id)) ? waiting : refused({ code: 'not-blind' })
}

/**
 * Records a second rating, given before its author saw the first. Whether they differ is the answer.
 * Refusals: `not-found`, `not-awaiting-review`, `not-blind`.
 */
export function rateBlind(
  db: Db,
  act: Act,
  input: RateInput,
): Promise<Result<{ id: number; differs: boolean }>> {
  return inTransaction(db, act, async (w) => {
    const blind = await getBlind(w, input)
    if (!blind.ok) return blind
    const row = blind.value
    const id = await w.reserveIds(1)
    const rating = { level: input.level ?? null, state: input.state ?? null, contrary: input.contrary }
    await createRows(w.trx, 'coding', [
      {
        id,
        dossier_id: row.dossierId,
        assessment_id: row.id,
        coder_id: act.id,
        coder_name: act.name,
        ...rating,
        rationale: input.rationale,
        entry: w.entry,
        recorded_at: w.recordedAt,
      },
    ])
    await finish(w, row)
    const differs = isDisagreement(row, rating)
    if (differs && row.authorId !== null)
      await recordNotifications(w, [row.authorId], {
        kind: 'second-rating',
        dossierId: row.dossierId,
        subject: { kind: 'assessment', key: String(row.id) },
      })
    return ok({
      value: { id, differs },
      account: getAccount('coding.rate', row, { coding: id, ...rating }),
    })
  })
}

/** Leaves the second rating to others; from then on one sees the first. Refusals: those of {@link rateBlind}. */
export function declineToCode(db: Db, act: Act, target: Target): Promise<Result<{ declined: boolean }>> {
  return inTransaction(db, act, async (w) => {
    const blind = await getBlind(w, target)
    if (!blind.ok) return blind
    await finish(w, blind.value)
    return ok({ value: { declined: true }, account: getAccount('coding.decline', blind.value, {}) })
  })
}
