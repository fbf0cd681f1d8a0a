import { may } from '@waymark/access/permission'
import { listReadableSensitivities } from '@waymark/access/visibility'
import {
  listCaseRefs,
  listDeskCaseStatuses,
  listDeskCases,
  listOpenProposals,
} from '@waymark/db/queries/desk-case.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { getDeskReader } from '@waymark/db/reader'
import type { z } from 'zod'
import type { AccountActor } from '../../accounts/actor.ts'
import { type Context, getToday } from '../../context.ts'
import { getCaseParts } from './build-cases.ts'
import type { deskCaseList } from './case.view.ts'

/** Cases that the actor's role may read, in their latest form. What it may not read leaves no trace in the answer. */
export async function listCasesForDesk(
  ctx: Context & { actor: AccountActor },
  dossier: string,
): Promise<z.infer<typeof deskCaseList>> {
  const cases = await listDeskCases(ctx.record.app, dossier, listReadableSensitivities(ctx.actor.role))
  const desk = getDeskReader(ctx.record.app)
  const everything = {
    dossierId: cases[0]?.dossierId ?? 0,
    asOf: getToday(ctx),
    knownAt: '9999-12-31T23:59:59.999Z',
  }
  const isInside = may(ctx.actor.role, 'case.read.internal')
  const ids = cases.map((c) => c.id)
  const [statuses, recommendations, proposals] = await Promise.all([
    listDeskCaseStatuses(ctx.record.app, ids),
    listCaseRefs(
      ctx.record.app,
      cases.map((c) => c.versionId),
    ),
    isInside ? listOpenProposals(ctx.record.app, ids) : [],
  ])
  const sources = await listSourcesById(
    desk,
    everything,
    statuses.map((s) => s.sourceId),
  )
  const partsOf = getCaseParts({ statuses, recommendations, sources })
  return {
    cases: cases.map((c) => ({
      key: c.key,
      kind: c.kind,
      name: c.name,
      summary: c.summary,
      sensitivity: c.sensitivity,
      naming: isInside ? c.naming : null,
      consentBasis: isInside ? c.consentBasis : null,
      waits: proposals.find((p) => p.caseId === c.id)?.change ?? null,
      ...partsOf(c),
    })),
  }
}
