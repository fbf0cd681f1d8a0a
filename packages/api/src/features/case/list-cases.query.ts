import {
  getTakenDownOn,
  listCaseRecommendations,
  listCaseStatuses,
  listCases,
} from '@waymark/db/queries/case.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { buildRefusalError } from '../../refusal-error.ts'
import { getCaseParts } from './build-cases.ts'
import type { CasePageInput } from './case.input.ts'
import type { caseList, casePage } from './case.view.ts'

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
      address: c.address,
      kind: c.kind,
      name: c.name,
      summary: c.summary,
      ...partsOf(c),
    })),
  }
}

/**
 * One case by its address. Of one that was public and was taken down nothing is said but the day, at every cut.
 * Refusals: `not-found`, for what never was public as for what does not exist.
 */
export async function getCasePage(
  ctx: Context,
  { case: address, ...input }: CasePageInput,
): Promise<z.infer<typeof casePage>> {
  const { frame, cases } = await listPublicCases(ctx, input)
  const found = cases.find((one) => one.address === address)
  if (found !== undefined) return { frame, case: found, takenDownOn: null }
  const { head } = await getCut(ctx, input)
  const takenDownOn = await getTakenDownOn(ctx.record.public, head.id, address)
  if (takenDownOn === null) throw buildRefusalError({ code: 'not-found' })
  return { frame, case: null, takenDownOn }
}
