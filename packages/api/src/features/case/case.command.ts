import { randomBytes } from 'node:crypto'
import { mayReadCase } from '@waymark/access/visibility'
import { inTransaction, type Write, type Written } from '@waymark/db/in-transaction'
import { hasCaseStatus, hasPublicCaseChange } from '@waymark/db/queries/desk-case.query'
import { getDossierId, listRootIds } from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { recordPublicChange, recordSources } from '../../common/record-sources.ts'
import type {
  CorrectCaseInput,
  CorrectStatusInput,
  CreateCaseInput,
  RecordStatusInput,
  RestrictInput,
  VoidStatusInput,
} from './case.input.ts'
import { applyChange, createVersion, getContent, writeVersion } from './case-change.ts'
import type { CaseChange, CaseContent, FoundCase, StatusContent } from './case-content.ts'
import { createProposal } from './create-proposal.ts'
import { type CaseActor, findForWrite, type WrittenCase } from './find-case.ts'

type Db = Kysely<Database>

/**
 * Records a case, internal or confidential. Its key is random: keys stand in addresses and in the audit trail, and a name
 * has no place there.
 * Refusals: `not-found`, `not-allowed` (confidential by somebody who may not read such), `not-in-dossier` (recommendation).
 */
export function createCase(
  db: Db,
  { act, role }: CaseActor,
  input: CreateCaseInput,
): Promise<Result<WrittenCase>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    if (!mayReadCase(role, input.sensitivity)) return refused({ code: 'not-allowed', path: 'sensitivity' })
    const known = await checkRecommendations(w, dossierId, input.recommendations)
    if (!known.ok) return known
    const key = `case-${randomBytes(5).toString('hex')}`
    const version = { sensitivity: input.sensitivity, content: buildContent(input), reason: null }
    const account = await createVersion(w, dossierId, key, version)
    return ok({
      value: { key, waits: false },
      account: {
        action: 'case.create',
        subject: { kind: 'case', dossier: input.dossier, key },
        after: account,
      },
    })
  })
}

/**
 * Corrects what a case says, with a reason. Of a public case it becomes a proposal.
 * Refusals: `not-found`, `record-moved-on`, `not-in-dossier`; of a public case those of a proposal.
 */
export function correctCase(db: Db, actor: CaseActor, input: CorrectCaseInput): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    if (found.value.row.versionId !== input.basedOn) return refused({ code: 'record-moved-on' })
    const known = await checkRecommendations(w, found.value.row.dossierId, input.recommendations)
    if (!known.ok) return known
    const change = { change: 'correct', content: buildContent(input), reason: input.reason } as const
    return changeOrPropose(w, found.value, input.dossier, change)
  })
}

/**
 * Records a status. Refusals: `not-found`, `effective-in-future`, `source-missing`, `unknown-source`; of a public case those
 * of a proposal.
 */
export function recordStatus(
  db: Db,
  actor: CaseActor,
  input: RecordStatusInput,
): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const status = await buildStatus(w, found.value.row.dossierId, input)
    if (!status.ok) return status
    return changeOrPropose(w, found.value, input.dossier, { change: 'record-status', status: status.value })
  })
}

/** Corrects a status, with a reason. Refusals: those of {@link recordStatus}, and `record-moved-on`. */
export function correctStatus(
  db: Db,
  actor: CaseActor,
  input: CorrectStatusInput,
): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const entry = await getEntry(w, found.value, input)
    if (!entry.ok) return entry
    const status = await buildStatus(w, found.value.row.dossierId, input)
    if (!status.ok) return status
    const { reason } = input
    const change = { change: 'correct-status', entry: input.entry, status: status.value, reason } as const
    return changeOrPropose(w, found.value, input.dossier, change)
  })
}

/** Says that a status was recorded by mistake. Refusals: `not-found`, `record-moved-on`; of a public case those of a proposal. */
export function voidStatus(db: Db, actor: CaseActor, input: VoidStatusInput): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const entry = await getEntry(w, found.value, input)
    if (!entry.ok) return entry
    const { reason } = input
    return changeOrPropose(w, found.value, input.dossier, {
      change: 'void-status',
      entry: input.entry,
      reason,
    })
  })
}

/**
 * Shows less from here on, at once and by one person: a public case becomes internal, any case confidential. Nothing of it
 * is public then, its past neither.
 * Refusals: `not-found`, `record-moved-on` (also where that would show more), `not-allowed`.
 */
export function restrictCase(db: Db, actor: CaseActor, input: RestrictInput): Promise<Result<WrittenCase>> {
  return inTransaction(db, actor.act, async (w) => {
    if (!mayReadCase(actor.role, input.sensitivity)) return refused({ code: 'not-allowed' })
    const found = await findForWrite(w, actor, input)
    if (!found.ok) return found
    const { row } = found.value
    if (row.versionId !== input.basedOn || secrecy[input.sensitivity] <= secrecy[row.sensitivity])
      return refused({ code: 'record-moved-on' })
    const after = await writeVersion(w, found.value, {
      sensitivity: input.sensitivity,
      content: getContent(found.value),
      reason: input.reason,
    })
    if (await hasPublicCaseChange(w)) await recordPublicChange(w, row.dossierId)
    return ok({
      value: { key: row.key, waits: false },
      account: {
        action: 'case.restrict',
        subject: { kind: 'case', dossier: input.dossier, key: row.key },
        before: { version: row.versionId, sensitivity: row.sensitivity },
        after,
      },
    })
  })
}

const secrecy = { public: 0, internal: 1, confidential: 2 } as const

/** A change of a case that is not public is made; of one that is, it waits for a second person. */
async function changeOrPropose(
  w: Write,
  found: FoundCase,
  dossier: string,
  change: CaseChange,
): Promise<Result<Written<WrittenCase>>> {
  if (found.row.sensitivity === 'public') return createProposal(w, found, dossier, change)
  const after = await applyChange(w, found, change)
  return ok({
    value: { key: found.row.key, waits: false },
    account: {
      action: `case.${change.change}`,
      subject: { kind: 'case', dossier, key: found.row.key },
      before: { version: found.row.versionId, sensitivity: found.row.sensitivity },
      after,
    },
  })
}

const buildContent = (input: CreateCaseInput | CorrectCaseInput): CaseContent => ({
  kind: input.kind,
  publicName: input.publicName,
  naming: input.naming,
  realName: input.realName ?? null,
  summary: input.summary,
  consentBasis: input.consentBasis ?? null,
  recommendations: [...new Set(input.recommendations)],
})

async function checkRecommendations(
  w: Write,
  dossierId: number,
  refs: readonly string[],
): Promise<Result<null>> {
  const roots = await listRootIds(w.trx, 'recommendation', dossierId, refs)
  const missing = refs.find((ref) => !roots.has(ref))
  if (missing === undefined) return ok(null)
  return refused({ code: 'not-in-dossier', path: 'recommendations', params: { key: missing } })
}

async function buildStatus(
  w: Write,
  dossierId: number,
  input: RecordStatusInput | CorrectStatusInput,
): Promise<Result<StatusContent>> {
  if (lastDay(input.date) > w.recordedAt.slice(0, 10))
    return refused({ code: 'effective-in-future', path: 'date' })
  const sources = await recordSources(w, dossierId, [input], () => 'source')
  if (!sources.ok) return sources
  const { status, date, note = null } = input
  return ok({ status, date, sourceId: sources.value[0] ?? 0, note })
}

/** The status as its writer saw it. One that was taken back since has moved on as well. */
async function getEntry(
  w: Write,
  { row, statuses }: FoundCase,
  { entry, basedOn }: { readonly entry: number; readonly basedOn: number },
): Promise<Result<null>> {
  const found = statuses.find((one) => one.id === entry)
  if (found?.versionId === basedOn) return ok(null)
  const isThere = found !== undefined || (await hasCaseStatus(w.trx, row.id, entry))
  return refused({ code: isThere ? 'record-moved-on' : 'not-found' })
}
