import { listCaseRefs, listDeskCaseStatuses, listDeskCases } from '@waymark/db/queries/desk-case.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import { lastDay } from '@waymark/kernel/partial-date'
import type { Audience } from '@waymark/meeting/event'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { SourceRef } from '../../common/refs.view.ts'
import type { Context } from '../../context.ts'
import { listPublicCases } from '../case/list-cases.query.ts'

/** A case as a briefing may speak of it. */
export type ListedCase = {
  readonly key: string
  readonly kind: string
  readonly name: string
  readonly summary: string
  readonly isPublic: boolean
  readonly recommendations: readonly string[]
  /** Up to the day, latest first. */
  readonly statuses: readonly {
    readonly status: string
    readonly date: string
    readonly source: SourceRef
    readonly note: string | null
  }[]
}

/**
 * The cases that an audience may be told of, as they may be told of at this moment, whatever the cut: those on public record, and in a
 * paper that stays inside, internal ones. Confidential ones are in no briefing. What is made private or erased is gone from every version.
 */
export async function listCasesFor(
  ctx: Context,
  {
    dossier,
    asOf,
    audience,
  }: { readonly dossier: string; readonly asOf: string; readonly audience: Audience },
): Promise<ListedCase[]> {
  const { cases } = await listPublicCases(ctx, { dossier, asOf })
  const shown = cases.map(({ key, kind, name, summary, recommendations, statuses }) => ({
    key,
    kind,
    name,
    summary,
    isPublic: true,
    recommendations: recommendations.map(({ ref }) => ref),
    statuses,
  }))
  return audience === 'internal' ? [...shown, ...(await listInternalCases(ctx, dossier, asOf))] : shown
}

async function listInternalCases(ctx: Context, dossier: string, asOf: string): Promise<ListedCase[]> {
  const { app } = ctx.record
  const rows = await listDeskCases(app, dossier, ['internal'])
  const first = rows[0]
  if (first === undefined) return []
  const [refs, statuses] = await Promise.all([
    listCaseRefs(
      app,
      rows.map(({ versionId }) => versionId),
    ),
    listDeskCaseStatuses(
      app,
      rows.map(({ id }) => id),
    ),
  ])
  const everything = { dossierId: first.dossierId, asOf, knownAt: '9999-12-31T23:59:59.999Z' }
  const sources = await listSourcesById(
    getDeskReader(app),
    everything,
    statuses.map(({ sourceId }) => sourceId),
  )
  return rows.map(({ id, versionId, key, kind, name, summary }) => ({
    key,
    kind,
    name,
    summary,
    isPublic: false,
    recommendations: refs.filter((one) => one.versionId === versionId).map(({ ref }) => ref),
    statuses: statuses
      .filter((one) => one.caseId === id && lastDay(one.date) <= asOf)
      .map(({ status, date, sourceId, note }) => ({
        status,
        date,
        source: buildSourceRef(sources, sourceId),
        note,
      })),
  }))
}
