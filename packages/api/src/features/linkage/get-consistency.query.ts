import { listConditionCounts, listStatements } from '@waymark/db/queries/link.query'
import { listSourcesById } from '@waymark/db/queries/source.query'
import { listConsistency } from '@waymark/linkage/consistency'
import type { z } from 'zod'
import { buildSourceRef } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { consistencyView } from './linkage.view.ts'

/** The consistency record of a date: what each institution tied to what, and whether it held. */
export async function getConsistency(
  ctx: Context,
  input: CutInput,
): Promise<z.infer<typeof consistencyView>> {
  const resolved = await getCut(ctx, input)
  const { record } = resolved
  const db = ctx.record.public
  const [frame, statements, conditions] = await Promise.all([
    getFrame(ctx, resolved),
    listStatements(db, record),
    listConditionCounts(db, record),
  ])
  const sources = await listSourcesById(
    db,
    record,
    statements.map(({ sourceId }) => sourceId),
  )
  const { attributed, institutions, unattributed } = listConsistency(
    statements.map(({ key, actorKey }) => ({ key, actor: actorKey })),
    conditions,
  )
  const byKey = new Map(statements.map((one) => [one.key, one]))
  const names = new Map(statements.map((one) => [one.actorKey, one.actorName]))
  return {
    frame,
    attributed,
    institutions: institutions.map(({ actor, counts, commitments }) => ({
      actor: { key: actor, name: names.get(actor) ?? actor },
      counts,
      commitments: commitments.flatMap(({ key, ...line }) => {
        const statement = byKey.get(key)
        if (statement === undefined) return []
        const { date, summary, sourceId, locator } = statement
        return [{ key, date, summary, source: buildSourceRef(sources, sourceId), locator, ...line }]
      }),
    })),
    unattributed,
  }
}
