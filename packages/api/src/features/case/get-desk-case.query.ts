import { listCaseVersions, listRecommendationTitles } from '@waymark/db/queries/desk-case.query'
import { listHearings } from '@waymark/db/queries/hearing.query'
import { listSourcesById, type SourceRow } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import type { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { buildSourceRef } from '../../common/build-refs.ts'
import { type Context, getToday } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import type { deskCase, shownCase } from './case.view.ts'
import { caseChange, getShown, getShownAfter, type ShownCase } from './case-content.ts'
import { findCase, getOpenProposal } from './find-case.ts'

/** A case with its history and what waits for a second person. Refusals: `not-found`, also for what the role may not know of. */
export async function getCaseAtDesk(
  ctx: Context & { actor: AccountActor },
  input: { readonly dossier: string; readonly key: string },
): Promise<z.infer<typeof deskCase>> {
  const { app } = ctx.record
  const found = await findCase(app, ctx.actor.role, input)
  if (found === null) throw buildRefusalError({ code: 'not-found' })
  const { row } = found
  const proposal = await getOpenProposal(app, found)
  const change = proposal === null ? null : caseChange.parse(proposal.content)
  const after = change === null ? null : getShownAfter(found, change)
  const everything = {
    dossierId: row.dossierId,
    asOf: getToday(ctx),
    knownAt: '9999-12-31T23:59:59.999Z',
  }
  const hearings = await listHearings(app, row.id)
  const sourceIds = [
    ...[...found.statuses, ...(after?.statuses ?? [])].map((one) => one.sourceId),
    ...hearings.flatMap(({ sourceId }) => sourceId ?? []),
  ]
  const [sources, versions, titles] = await Promise.all([
    listSourcesById(getDeskReader(app), everything, sourceIds),
    listCaseVersions(app, row.id),
    listRecommendationTitles(app, row.dossierId, [
      ...found.recommendations,
      ...(after?.recommendations ?? []),
    ]),
  ])
  const name = (refs: readonly string[]) => refs.map((ref) => ({ ref, title: titles.get(ref) ?? ref }))
  return {
    key: row.key,
    version: row.versionId,
    kind: row.kind,
    sensitivity: row.sensitivity,
    name: row.name,
    naming: row.naming,
    realName: row.realName,
    summary: row.summary,
    consentBasis: row.consentBasis,
    recommendations: name(found.recommendations),
    statuses: found.statuses.map((s) => ({
      entry: s.id,
      version: s.versionId,
      status: s.status,
      date: s.date,
      source: buildSourceRef(sources, s.sourceId),
      note: s.note,
    })),
    hearings: hearings.map(({ sourceId, ...hearing }) => ({
      ...hearing,
      source: sourceId === null ? null : buildSourceRef(sources, sourceId),
    })),
    versions: versions.map(({ id, recordedAt, ...version }) => ({ version: id, at: recordedAt, ...version })),
    proposal:
      proposal === null
        ? null
        : {
            id: proposal.id,
            change: proposal.change,
            by: proposal.proposer,
            at: proposal.recordedAt,
            mine: proposal.proposerId === ctx.actor.id,
            now: row.sensitivity === 'public' ? buildShown(getShown(found), name, sources) : null,
            after: after === null ? null : buildShown(after, name, sources),
          },
  }
}

const buildShown = (
  { recommendations, statuses, ...shown }: ShownCase,
  name: (refs: readonly string[]) => { ref: string; title: string }[],
  sources: ReadonlyMap<number, SourceRow>,
): z.infer<typeof shownCase> => ({
  ...shown,
  recommendations: name(recommendations),
  statuses: statuses.map(({ sourceId, ...status }) => ({
    ...status,
    source: buildSourceRef(sources, sourceId),
  })),
})
