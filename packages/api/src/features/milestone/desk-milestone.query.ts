import {
  getDeskMilestone,
  getDossierId,
  listDeskEvents,
  listMilestoneVersions,
} from '@waymark/db/queries/desk-linkage.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import { getCancelled, getPlanned } from '@waymark/linkage/milestone'
import type { z } from 'zod'
import { buildSourceRef } from '../../common/build-refs.ts'
import { type Context, getToday } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { deskMilestone } from './desk-milestone.view.ts'

/** One milestone with its history. Refusals: `not-found`. */
export async function getMilestoneAtDesk(
  ctx: Context,
  { dossier, key }: { readonly dossier: string; readonly key: string },
): Promise<z.infer<typeof deskMilestone>> {
  const { app } = ctx.record
  const dossierId = await getDossierId(app, dossier)
  const milestone = dossierId === null ? null : await getDeskMilestone(app, dossierId, key)
  if (dossierId === null || milestone === null) throw buildRefusalError({ code: 'not-found' })
  const [versions, events] = await Promise.all([
    listMilestoneVersions(app, milestone.id),
    listDeskEvents(app, milestone.id),
  ])
  const today = getToday(ctx)
  const sources = await listSourcesById(
    getDeskReader(app),
    { dossierId, asOf: today, knownAt: '9999-12-31T23:59:59.999Z' },
    [milestone, ...versions, ...events].map((row) => row.sourceId),
  )
  const standing = events.filter((event) => event.latest && !event.void)
  return {
    key,
    track: milestone.trackKey,
    version: milestone.versionId,
    kind: milestone.kind,
    title: milestone.title,
    planned: milestone.planned,
    occurred: milestone.occurred,
    source: buildSourceRef(sources, milestone.sourceId),
    locator: milestone.locator,
    plannedNow: getPlanned(milestone.planned, standing, today),
    cancelled: getCancelled(standing, today),
    versions: versions.map(({ id, sourceId, ...version }) => ({
      version: id,
      ...version,
      source: buildSourceRef(sources, sourceId),
    })),
    events: events
      .filter((event) => event.latest)
      .map(({ id, kind, effective, planned, void: isVoid, note, reason, sourceId, recordedAt }) => ({
        event: id,
        kind,
        effective,
        planned,
        void: isVoid,
        note,
        reason,
        source: buildSourceRef(sources, sourceId),
        recordedAt,
      })),
  }
}
