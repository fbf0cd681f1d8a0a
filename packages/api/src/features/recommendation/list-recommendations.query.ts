import { listRecommendationCounts } from '@waymark/db/queries/gate.query'
import { listLineageLinks } from '@waymark/db/queries/lineage.query'
import {
  type LineMember,
  listAreaChoices,
  listRegister,
  listRegisterExtras,
  type RegisterFilter,
  type UptakeEnds,
} from '@waymark/db/queries/recommendation.query'
import type { RecordCut } from '@waymark/db/queries/relations'
import type { Reader } from '@waymark/db/reader'
import { buildLines } from '@waymark/recommendation/lineage'
import { getUptakeProgress } from '@waymark/recommendation/uptake-progress'
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
  const { dossier, asOf, knownAt, method, by, ...filter } = input
  const resolved = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { record } = resolved
  const db = ctx.record.public
  const page = filter.page ?? 1
  const lines = by === 'line' ? { lines: await listLineMembers(db, record) } : {}
  const [frame, { rows, total, recommendations }, areas] = await Promise.all([
    getFrame(ctx, resolved),
    listRegister(db, record, { ...buildFilter(filter, limit, (page - 1) * limit), ...lines }),
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
      const { stage, ...progress } = getUptakeProgress(
        uptake === undefined ? [] : listEnds(uptake),
        r.issued,
        record.asOf,
      )
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
        uptake: stage,
        progress,
        asks: r.asks,
        gates: { met, unmet, unknown, waived, passedWhileUnmet },
      }
    }),
    by: by ?? 'recommendation',
    total,
    recommendations,
    page,
    pages: Math.max(1, Math.ceil(total / limit)),
    areas,
  }
}

/** The two events on which the progress of uptake hangs: the first proposal, and the one that reached furthest. */
const listEnds = ({ kind, date, proposed }: UptakeEnds) => [
  ...(proposed === null ? [] : [{ kind: 'proposed' as const, date: proposed }]),
  { kind, date },
]

/** The members of lines of more than one ask. Each line goes by the id of one of its members. */
async function listLineMembers(db: Reader, record: RecordCut): Promise<LineMember[]> {
  const lines = buildLines(await listLineageLinks(db, record))
  return [...new Set(lines.values())].flatMap((members) => {
    const [line = 0] = members
    return [...members].map((id) => ({ id, line, asks: members.size }))
  })
}

function buildFilter(
  filter: Omit<RecommendationListInput, 'dossier' | 'by'>,
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
