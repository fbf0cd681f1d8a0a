import { type Level, levels } from '@waymark/assessment/level'
import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import {
  type DeskLink,
  getDeskMilestone,
  getDossierId,
  type LinkCandidate,
  listDeskLinks,
  listLinkCandidates,
  listRootIds,
} from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { isTooLate, mayEnd } from '@waymark/linkage/link'
import type { LinkageRole } from '@waymark/linkage/linkage'
import type { Kysely } from 'kysely'
import { buildVersion, recordPublicChange } from '../../common/record-sources.ts'
import type { CorrectLinkInput, EndLinkInput, LinkInput } from './link.input.ts'

type Db = Kysely<Database>
type Condition = Pick<LinkInput, 'role' | 'required' | 'commitments' | 'note'>

/**
 * Links recommendations to a milestone, all or none. The links hold for as long as their recommendations exist.
 * Refusals: `not-found`, `not-in-dossier` (milestone, recommendation, commitment), `not-a-level`, `already-linked`,
 * `linked-before-issue`.
 */
export function linkRecommendations(db: Db, act: Act, input: LinkInput): Promise<Result<{ linked: number }>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const milestone = await getDeskMilestone(w.trx, dossierId, input.milestone)
    if (milestone === null)
      return refused({ code: 'not-in-dossier', path: 'milestone', params: { key: input.milestone } })
    const condition = await getCondition(w, dossierId, input)
    if (!condition.ok) return condition
    const refs = [...new Set(input.recommendations)]
    const found = await listLinkCandidates(w.trx, dossierId, milestone.id, refs)
    const allowed = mayLinkAll(found, refs, { role: input.role, occurred: milestone.occurred })
    if (!allowed.ok) return allowed
    let id = await w.reserveIds(found.length)
    const rows = found.map((r) => ({
      ...buildVersion(w, id++),
      dossier_id: dossierId,
      recommendation_id: r.id,
      milestone_id: milestone.id,
      ...condition.value.columns,
      ended: null,
    }))
    await createRows(w.trx, 'linkage', rows)
    await createRows(
      w.trx,
      'linkage_commitment',
      rows.flatMap((row) => buildCommitmentRows(w, row.id, condition.value.commitmentIds)),
    )
    await recordPublicChange(w, dossierId)
    return ok({
      value: { linked: rows.length },
      account: {
        action: 'linkage.link',
        subject: { kind: 'milestone', dossier: input.dossier, key: input.milestone },
        after: { recommendations: refs, ...getTerms(input) },
      },
    })
  })
}

/** What stands in the way of linking, for the first recommendations that it concerns. */
function mayLinkAll(
  found: readonly LinkCandidate[],
  refs: readonly string[],
  link: { readonly role: LinkageRole; readonly occurred: string | null },
): Result<void> {
  const path = 'recommendations'
  const known = new Set(found.map((r) => r.ref))
  const missing = refs.find((ref) => !known.has(ref))
  if (missing !== undefined) return refused({ code: 'not-in-dossier', path, params: { key: missing } })
  const list = (rows: readonly LinkCandidate[]) =>
    rows
      .slice(0, 5)
      .map((r) => r.ref)
      .join(', ')
  const linked = found.filter((r) => r.role !== null)
  if (linked.length > 0) return refused({ code: 'already-linked', path, params: { refs: list(linked) } })
  const late = found.filter(({ issued }) => isTooLate({ ...link, issued }))
  if (late.length > 0) return refused({ code: 'linked-before-issue', path, params: { refs: list(late) } })
  return ok(undefined)
}

/**
 * Corrects what a link says. It changes what is known of all days, also of those after passage.
 * Refusals: `not-found`, `record-moved-on`, `not-in-dossier`, `not-a-level`, `linked-before-issue`.
 */
export function correctLink(db: Db, act: Act, input: CorrectLinkInput): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    if (!head.ok) return head
    const { dossierId, link } = head.value
    const condition = await getCondition(w, dossierId, input)
    if (!condition.ok) return condition
    if (isTooLate({ role: input.role, issued: link.issued, occurred: link.occurred }))
      return refused({ code: 'linked-before-issue', path: 'role', params: { refs: link.ref } })
    const { columns, commitmentIds } = condition.value
    const version = await supersede(
      w,
      head.value,
      { ...columns, ended: link.ended },
      commitmentIds,
      input.reason,
    )
    return ok({
      value: { version },
      account: {
        ...getAccount('linkage.correct', input),
        before: { version: link.versionId, ...getTerms(link) },
        after: { version, ...getTerms(input), reason: input.reason },
      },
    })
  })
}

/**
 * Ends a link on a day, or takes its end back: what passed before that day stays as it was.
 * Refusals: `not-found`, `record-moved-on`, `effective-in-future`, `ends-before-it-began`, `reason-missing`.
 */
export function endLink(db: Db, act: Act, input: EndLinkInput): Promise<Result<{ version: number }>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    if (!head.ok) return head
    const { dossierId, link } = head.value
    const { ended, reason } = input
    const today = w.recordedAt.slice(0, 10)
    const allowed = ended === null ? ok(undefined) : mayEnd({ began: link.issued, ended, reason, today })
    if (!allowed.ok) return allowed
    const ids = await listRootIds(w.trx, 'commitment', dossierId, link.commitments)
    const columns = { role: link.role, required: link.required, note: link.note, ended }
    const version = await supersede(
      w,
      head.value,
      columns,
      link.commitments.flatMap((key) => ids.get(key) ?? []),
      reason,
    )
    return ok({
      value: { version },
      account: {
        ...getAccount('linkage.end', input),
        before: { version: link.versionId, ended: link.ended },
        after: { version, ended, reason },
      },
    })
  })
}

type Head = { readonly dossierId: number; readonly link: DeskLink }

/** The link in its latest version, as its writer saw it. Refusals: `not-found`, `record-moved-on`. */
export async function getHead(
  w: Write,
  input: {
    readonly dossier: string
    readonly milestone: string
    readonly ref: string
    readonly basedOn?: number
  },
): Promise<Result<Head>> {
  const dossierId = await getDossierId(w.trx, input.dossier)
  const [link] = dossierId === null ? [] : await listDeskLinks(w.trx, dossierId, input)
  if (dossierId === null || link === undefined) return refused({ code: 'not-found' })
  if (input.basedOn !== undefined && link.versionId !== input.basedOn)
    return refused({ code: 'record-moved-on' })
  return ok({ dossierId, link })
}

async function supersede(
  w: Write,
  { dossierId, link }: Head,
  columns: Columns & { readonly ended: string | null },
  commitmentIds: readonly number[],
  reason: string,
): Promise<number> {
  const id = await w.reserveIds(1)
  await createRows(w.trx, 'linkage', [
    {
      ...buildVersion(w, id, { rootId: link.id, versionId: link.versionId, reason }),
      dossier_id: dossierId,
      recommendation_id: link.recommendationId,
      milestone_id: link.milestoneId,
      ...columns,
    },
  ])
  await createRows(w.trx, 'linkage_commitment', buildCommitmentRows(w, id, commitmentIds))
  await recordPublicChange(w, dossierId)
  return id
}

type Columns = { readonly role: LinkageRole; readonly required: Level | null; readonly note: string | null }

/** The condition as columns, its level and commitments looked up. Refusals: `not-a-level`, `not-in-dossier`. */
async function getCondition(
  w: Write,
  dossierId: number,
  { role, required, commitments, note }: Condition,
): Promise<Result<{ columns: Columns; commitmentIds: number[] }>> {
  const level = levels.find((one) => one === required) ?? null
  if (required !== undefined && level === null)
    return refused({
      code: 'not-a-level',
      path: 'required',
      params: { given: required, known: levels.join(', ') },
    })
  const keys = [...new Set(commitments)]
  const ids = await listRootIds(w.trx, 'commitment', dossierId, keys)
  const missing = keys.find((key) => !ids.has(key))
  if (missing !== undefined)
    return refused({ code: 'not-in-dossier', path: 'commitments', params: { key: missing } })
  return ok({
    columns: { role, required: level, note: note ?? null },
    commitmentIds: keys.flatMap((key) => ids.get(key) ?? []),
  })
}

const buildCommitmentRows = (w: Write, versionId: number, ids: readonly number[]) =>
  ids.map((commitmentId, position) => ({
    version_id: versionId,
    position,
    commitment_id: commitmentId,
    entry: w.entry,
  }))

const getTerms = (link: {
  readonly role: LinkageRole
  readonly required?: string | null | undefined
  readonly commitments: readonly string[]
}) => ({ role: link.role, required: link.required ?? null, commitments: [...link.commitments] })

/** Which link an entry of the audit trail is about. */
export const getAccount = (
  action: string,
  target: { readonly dossier: string; readonly milestone: string; readonly ref: string },
) => ({
  action,
  subject: { kind: 'linkage', dossier: target.dossier, key: `${target.ref} ${target.milestone}` },
})
