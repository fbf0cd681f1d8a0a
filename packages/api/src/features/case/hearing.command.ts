import { createRows } from '@waymark/db/bulk-insert'
import { inTransaction, type Write, type Written } from '@waymark/db/in-transaction'
import { type HearingRow, hasHearing, listHearings } from '@waymark/db/queries/hearing.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { recordSources } from '../../common/record-sources.ts'
import type { CorrectHearingInput, RecordHearingInput, VoidHearingInput } from './case.input.ts'
import type { FoundCase } from './case-content.ts'
import { type CaseActor, findForWrite, type WrittenCase } from './find-case.ts'

type Db = Kysely<Database>
type Hearing = Pick<HearingRow, 'kind' | 'date' | 'sourceId'>
type Version = { readonly hearing: Hearing; readonly supersedes: number | null; readonly void: boolean }

/**
 * Records a day in court. It is known at the desk only, so that one person is enough, also for a public case; and it says
 * nothing in words. Refusals: `not-found`, `source-missing`, `unknown-source`.
 */
export const recordHearing = (
  db: Db,
  actor: CaseActor,
  input: RecordHearingInput,
): Promise<Result<WrittenCase>> =>
  inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const hearing = await readHearing(w, found.value, input)
    if (!hearing.ok) return hearing
    return write(w, found.value, input.dossier, { hearing: hearing.value, supersedes: null, void: false })
  })

/** Corrects a hearing. Refusals: those of {@link recordHearing}, and `record-moved-on`. */
export const correctHearing = (
  db: Db,
  actor: CaseActor,
  input: CorrectHearingInput,
): Promise<Result<WrittenCase>> =>
  inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const before = await findHearing(w, found.value, input.hearing)
    if (!before.ok) return before
    const hearing = await readHearing(w, found.value, input)
    if (!hearing.ok) return hearing
    return write(w, found.value, input.dossier, {
      hearing: hearing.value,
      supersedes: input.hearing,
      void: false,
    })
  })

/** Says that a hearing was recorded by mistake. Refusals: `not-found`, `record-moved-on`. */
export const voidHearing = (
  db: Db,
  actor: CaseActor,
  input: VoidHearingInput,
): Promise<Result<WrittenCase>> =>
  inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const before = await findHearing(w, found.value, input.hearing)
    if (!before.ok) return before
    return write(w, found.value, input.dossier, {
      hearing: before.value,
      supersedes: input.hearing,
      void: true,
    })
  })

async function readHearing(
  w: Write,
  { row }: FoundCase,
  input: RecordHearingInput | CorrectHearingInput,
): Promise<Result<Hearing>> {
  const sources = await recordSources(w, row.dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  return ok({ kind: input.kind, date: input.date, sourceId: sources.value[0] ?? null })
}

/** The hearing as its writer saw it. */
async function findHearing(w: Write, { row }: FoundCase, version: number): Promise<Result<HearingRow>> {
  const found = (await listHearings(w.trx, row.id)).find((one) => one.version === version)
  if (found !== undefined) return ok(found)
  return refused({ code: (await hasHearing(w.trx, row.id, version)) ? 'record-moved-on' : 'not-found' })
}

async function write(
  w: Write,
  { row }: FoundCase,
  dossier: string,
  { hearing, supersedes, void: isVoid }: Version,
): Promise<Result<Written<WrittenCase>>> {
  const id = await w.reserveIds(1)
  await createRows(w.trx, 'case_hearing', [
    {
      id,
      dossier_id: row.dossierId,
      case_id: row.id,
      date: hearing.date,
      kind: hearing.kind,
      source_id: hearing.sourceId,
      void: isVoid,
      supersedes_id: supersedes,
      reason: null,
      entry: w.entry,
      recorded_at: w.recordedAt,
    },
  ])
  const what = supersedes === null ? 'record' : isVoid ? 'void' : 'correct'
  return ok({
    value: { key: row.key, waits: false },
    account: {
      action: `case.${what}-hearing`,
      subject: { kind: 'case', dossier, key: row.key },
      ...(supersedes === null ? {} : { before: { hearing: supersedes } }),
      after: { hearing: id, sensitivity: row.sensitivity },
    },
  })
}
