import { createRows } from '@waymark/db/bulk-insert'
import { type Act, inTransaction, type Write } from '@waymark/db/in-transaction'
import {
  type DeskMilestone,
  getDeskMilestone,
  getDossierId,
  listDeskEvents,
  listDeskLinks,
  listRootIds,
  listTrackOccurrences,
} from '@waymark/db/queries/desk-linkage.query'
import type { Database } from '@waymark/db/schema'
import { lastDay } from '@waymark/kernel/partial-date'
import { ok, type Result, refused } from '@waymark/kernel/result'
import { mayOccur } from '@waymark/linkage/link'
import type { MilestoneKind } from '@waymark/linkage/linkage'
import { getCancelled } from '@waymark/linkage/milestone'
import type { Kysely } from 'kysely'
import {
  buildVersion,
  buildWords,
  publishSources,
  recordPublicChange,
  recordSources,
} from '../../common/record-sources.ts'
import type { Cited } from '../../common/source.input.ts'
import type { CorrectMilestoneInput, OccurInput, PlanInput } from './milestone.input.ts'

type Db = Kysely<Database>
type Written = { readonly key: string; readonly version: number }

/**
 * Records a milestone that lies ahead.
 * Refusals: `not-found`, `not-in-dossier` (track), `key-taken`, `source-missing`, `unknown-source`.
 */
export function planMilestone(db: Db, act: Act, input: PlanInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const dossierId = await getDossierId(w.trx, input.dossier)
    if (dossierId === null) return refused({ code: 'not-found' })
    const trackId = (await listRootIds(w.trx, 'track', dossierId, [input.track])).get(input.track)
    if (trackId === undefined)
      return refused({ code: 'not-in-dossier', path: 'track', params: { key: input.track } })
    const key = input.key ?? buildMilestoneKey(input)
    const taken = await listRootIds(w.trx, 'milestone', dossierId, [key])
    if (taken.size > 0) return refused({ code: 'key-taken', path: 'key', params: { key } })
    const sourceId = await citeSource(w, dossierId, input)
    if (!sourceId.ok) return sourceId
    const { kind, title, planned = null, locator = null } = input
    const id = await w.reserveIds(1)
    const columns = {
      key,
      track_id: trackId,
      kind,
      title,
      planned,
      occurred: null,
      source_id: sourceId.value,
      locator,
    }
    await createRows(w.trx, 'milestone', [{ ...buildVersion(w, id), dossier_id: dossierId, ...columns }])
    await recordPublicChange(w, dossierId)
    return ok({
      value: { key, version: id },
      account: {
        ...getAccount('milestone.plan', { dossier: input.dossier, key }),
        after: { version: id, track: input.track, kind, planned },
      },
    })
  })
}

/**
 * Marks a milestone as having occurred: its gates are frozen by that day.
 * Refusals: `not-found`, `record-moved-on`, `milestone-occurred`, `effective-in-future`, `occurs-before-opened`,
 * `milestone-cancelled`, `linked-before-issue`, `source-missing`, `unknown-source`.
 */
export function recordOccurrence(db: Db, act: Act, input: OccurInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    if (!head.ok) return head
    const { milestone } = head.value
    const { occurred } = milestone
    if (occurred !== null)
      return refused({ code: 'milestone-occurred', path: 'occurred', params: { occurred } })
    const { kind, title, planned } = milestone
    return supersede(w, head.value, 'milestone.occur', {
      ...input,
      kind,
      title,
      planned: planned ?? undefined,
      reason: 'Marked as having occurred.',
    })
  })
}

/**
 * Corrects what is on record of a milestone, its occurrence too. It changes what is known of all days: gates frozen by a
 * wrong date are judged anew by the right one.
 * Refusals: those of {@link recordOccurrence} but `milestone-occurred`.
 */
export function correctMilestone(db: Db, act: Act, input: CorrectMilestoneInput): Promise<Result<Written>> {
  return inTransaction(db, act, async (w) => {
    const head = await getHead(w, input)
    return head.ok ? supersede(w, head.value, 'milestone.correct', input) : head
  })
}

type Head = { readonly dossierId: number; readonly milestone: DeskMilestone }
type Target = { readonly dossier: string; readonly key: string; readonly basedOn?: number }

/** The milestone in its latest version, as its writer saw it. Refusals: `not-found`, `record-moved-on`. */
export async function getHead(w: Write, { dossier, key, basedOn }: Target): Promise<Result<Head>> {
  const dossierId = await getDossierId(w.trx, dossier)
  const milestone = dossierId === null ? null : await getDeskMilestone(w.trx, dossierId, key)
  if (dossierId === null || milestone === null) return refused({ code: 'not-found' })
  if (basedOn !== undefined && milestone.versionId !== basedOn) return refused({ code: 'record-moved-on' })
  return ok({ dossierId, milestone })
}

async function supersede(
  w: Write,
  { dossierId, milestone }: Head,
  action: string,
  input: CorrectMilestoneInput,
) {
  if (input.occurred !== undefined) {
    const allowed = await mayHaveOccurred(w, { dossierId, milestone }, { ...input, occurred: input.occurred })
    if (!allowed.ok) return allowed
  }
  const sourceId = await citeSource(w, dossierId, input)
  if (!sourceId.ok) return sourceId
  const id = await w.reserveIds(1)
  const { kind, title, planned = null, occurred = null, locator = null, reason } = input
  await createRows(w.trx, 'milestone', [
    {
      ...buildVersion(w, id, { rootId: milestone.id, versionId: milestone.versionId, reason }),
      dossier_id: dossierId,
      key: milestone.key,
      track_id: milestone.trackId,
      kind,
      title,
      planned,
      occurred,
      source_id: sourceId.value,
      locator,
    },
  ])
  await recordPublicChange(w, dossierId)
  const { versionId, ...before } = milestone
  return ok({
    value: { key: milestone.key, version: id },
    account: {
      ...getAccount(action, input),
      before: { version: versionId, kind: before.kind, planned: before.planned, occurred: before.occurred },
      after: { version: id, kind, planned, occurred, reason },
    },
  })
}

async function mayHaveOccurred(
  w: Write,
  { dossierId, milestone }: Head,
  input: { readonly kind: MilestoneKind; readonly occurred: string },
): Promise<Result<void>> {
  const track = await listTrackOccurrences(w.trx, milestone.trackId, milestone.id)
  const events = await listDeskEvents(w.trx, milestone.id)
  const today = w.recordedAt.slice(0, 10)
  const links = await listDeskLinks(w.trx, dossierId, { milestone: milestone.key })
  return mayOccur({
    kind: input.kind,
    occurred: input.occurred,
    track,
    cancelled: getCancelled(
      events.filter((event) => event.latest && !event.void),
      today,
    ),
    links,
    today,
  })
}

/** The source that something rests on, made public. Refusals: `source-missing`, `unknown-source`. */
export async function citeSource(w: Write, dossierId: number, cited: Cited): Promise<Result<number>> {
  const sources = await recordSources(w, dossierId, [cited], () => 'source')
  if (!sources.ok) return sources
  await publishSources(w, sources.value)
  return ok(sources.value[0] ?? 0)
}

/** Which milestone an entry of the audit trail is about. */
export const getAccount = (action: string, target: { readonly dossier: string; readonly key: string }) => ({
  action,
  subject: { kind: 'milestone', dossier: target.dossier, key: target.key },
})

const buildMilestoneKey = ({ track, kind, title, planned }: PlanInput): string =>
  [track, buildWords(title) || kind, planned === undefined ? '' : String(lastDay(planned)).slice(0, 4)]
    .filter((part) => part !== '')
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '')
