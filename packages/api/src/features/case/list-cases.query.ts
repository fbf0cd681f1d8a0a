import { listCaseRecommendations, listCaseStatuses, listCases } from '@waymark/db/queries/case.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { getCaseParts } from './build-cases.ts'
import type { caseList } from './case.view.ts'

/** Public cases, each with its statuses up to `asOf` and the recommendations that it bears on. */
export async function listPublicCases(ctx: Context, input: CutInput): Promise<z.infer<typeof caseList>> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const [frame, cases] = await Promise.all([getFrame(ctx, resolved), listCases(db, record)])
  const [statuses, recommendations] = await Promise.all([
    listCaseStatuses(
      db,
      record,
      cases.map((c) => c.id),
    ),
    listCaseRecommendations(
      db,
      record,
      cases.map((c) => c.versionId),
    ),
  ])
  const sources = await listSourcesById(
    db,
    record,
    statuses.map((s) => s.sourceId),
  )
  const partsOf = getCaseParts({ statuses, recommendations, sources })
  return {
    frame,
    cases: cases.map((c) => ({
      key: c.key,
      kind: c.kind,
      name: c.name,
      summary: c.summary,
      ...partsOf(c),
    })),
  }
}
