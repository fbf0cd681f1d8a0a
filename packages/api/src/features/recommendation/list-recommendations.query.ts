import { listRecommendationCounts } from '@waymark/db/queries/gate.query'
import {
  listAreaChoices,
  listRegister,
  listRegisterExtras,
  type RegisterFilter,
} from '@waymark/db/queries/recommendation.query'
import type { z } from 'zod'
import { parseStanding } from '../../common/build-refs.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { RecommendationListInput } from './recommendation.input.ts'
import type { RecommendationRow, recommendationList } from './recommendation.view.ts'

export const pageSize = 50

/** One page of recommendations with how each stands; the number of queries does not depend on what is found. */
export async function listRecommendations(
  ctx: Context,
  input: RecommendationListInput,
  limit = pageSize,
): Promise<z.infer<typeof recommendationList>> {
  const { dossier, asOf, knownAt, method, ...filter } = input
  const resolved = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { record } = resolved
  const db = ctx.record.public
  const page = filter.page ?? 1
  const [frame, { rows, total }, areas] = await Promise.all([
    getFrame(ctx, resolved),
    listRegister(db, record, buildFilter(filter, limit, (page - 1) * limit)),
    listAreaChoices(db, record),
  ])
  const ids = rows.map((r) => r.id)
  const [extras, gates] = await Promise.all([
    listRegisterExtras(db, record, rows),
    listRecommendationCounts(db, record, ids),
  ])
  const gatesOf = new Map(gates.map((g) => [g.ref, g]))
  return {
    frame,
    rows: rows.map((r): RecommendationRow => {
      const { met = 0, unmet = 0, unknown = 0, waived = 0, passedWhileUnmet = 0 } = gatesOf.get(r.ref) ?? {}
      const uptake = extras.uptake.get(r.id)
      return {
        ref: r.ref,
        title: r.title,
        area: { key: r.areaKey, title: r.areaTitle },
        side: r.side,
        basis: r.basis,
        wording: r.wording,
        issued: r.issued,
        left: r.leftOn !== null,
        standing: parseStanding(r.word, r.level),
        finding:
          r.assessmentId === null || r.effective === null
            ? null
            : {
                level: r.level,
                state: r.state,
                contrary: r.contrary ?? false,
                effective: r.effective,
                evidence: extras.evidence.get(r.assessmentId) ?? 0,
              },
        uptake: uptake === undefined ? null : { kind: uptake.kind, date: uptake.date },
        gates: { met, unmet, unknown, waived, passedWhileUnmet },
      }
    }),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / limit)),
    areas,
  }
}

function buildFilter(
  filter: Omit<RecommendationListInput, 'dossier'>,
  limit: number,
  offset: number,
): RegisterFilter {
  const sort = filter.sort ?? 'ref'
  const by = sort.replace(/^-/, '') as RegisterFilter['sort']['by']
  return {
    ...(filter.area === undefined ? {} : { area: filter.area }),
    ...(filter.side === undefined ? {} : { side: filter.side }),
    ...(filter.standing === undefined ? {} : { standing: filter.standing }),
    words: (filter.q ?? '')
      .split(/\s+/)
      .filter((w) => w !== '')
      .slice(0, 10),
    sort: { by, descending: sort.startsWith('-') },
    limit,
    offset,
  }
}
