import { listRestingOn, listSources } from '@waymark/db/queries/source.query'
import type { z } from 'zod'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { sourceListInput } from './source.input.ts'
import type { sourceList } from './source.view.ts'

/** A page has room for these; each source may have much resting on it. */
export const sourcesPerPage = 50

/** One page of the sources, each with everything public that rests on it. */
export async function listSourcePage(
  ctx: Context,
  input: z.infer<typeof sourceListInput>,
  limit = sourcesPerPage,
): Promise<z.infer<typeof sourceList>> {
  const { q, page = 1, ...asked } = input
  const resolved = await getCut(ctx, asked)
  const { record } = resolved
  const db = ctx.record.public
  const words = (q ?? '')
    .split(/\s+/)
    .filter((w) => w !== '')
    .slice(0, 10)
  const [frame, { rows, total }] = await Promise.all([
    getFrame(ctx, resolved),
    listSources(db, record, { words, limit, offset: (page - 1) * limit }),
  ])
  const resting = await listRestingOn(
    db,
    record,
    rows.map((r) => r.id),
  )
  const of = <R extends { sourceId: number }>(list: readonly R[], id: number) =>
    list.filter((r) => r.sourceId === id).map(({ sourceId: _, ...rest }) => rest)
  return {
    frame,
    sources: rows.map(({ id, ...source }) => ({
      ...source,
      recommendations: of(resting.recommendations, id),
      evidence: of(resting.evidence, id),
      uptake: of(resting.uptake, id),
      commitments: of(resting.commitments, id),
      milestones: of(resting.milestones, id),
      rounds: of(resting.rounds, id),
      claims: of(resting.claims, id),
      cases: of(resting.cases, id),
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / limit)),
  }
}
