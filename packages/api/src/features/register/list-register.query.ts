import { levels } from '@waymark/assessment/level'
import {
  type DeskRegisterFilter,
  type DeskRegisterRow,
  getGridColumns,
  listDeskRegister,
} from '@waymark/db/queries/desk-register.query'
import { listRecommendationCounts } from '@waymark/db/queries/gate.query'
import { listAreaChoices } from '@waymark/db/queries/recommendation.query'
import type { RegisterSort } from '@waymark/db/queries/register-order.relations'
import { getDeskReader } from '@waymark/db/reader'
import { z } from 'zod'
import { parseStanding } from '../../common/build-refs.ts'
import { parseWords } from '../../common/parse-words.ts'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { DeskContext } from '../assessment/desk-assessment.query.ts'
import { registerColumn, type registerFrameInput, type registerListInput } from './register.input.ts'
import type { RegisterFrame, RegisterList, RegisterRow } from './register.view.ts'

const groups: Readonly<Record<string, readonly string[]>> = {
  unknown: ['not-assessed', 'no-information', 'stale'],
  outside: ['not-applicable', 'withdrawn'],
  ...Object.fromEntries([...levels, 'contrary', 'stale'].map((word) => [word, [word]])),
}

/** A window of the register; the number of queries does not depend on what is found. */
export async function listRegisterRows(
  ctx: DeskContext,
  input: z.infer<typeof registerListInput>,
): Promise<RegisterList> {
  const { dossier, asOf, knownAt, method, ...filter } = input
  const { record: cut } = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { rows, total } = await listDeskRegister(
    ctx.record.app,
    { userId: ctx.actor.id, cut },
    buildFilter(filter),
  )
  const gates = await listRecommendationCounts(
    getDeskReader(ctx.record.app),
    cut,
    rows.map(({ id }) => id),
  )
  const gatesOf = new Map(gates.map((g) => [g.ref, g]))
  return {
    rows: rows.map((row) => {
      const { met = 0, unmet = 0, unknown = 0, waived = 0, passedWhileUnmet = 0 } = gatesOf.get(row.ref) ?? {}
      return { ...buildRow(row), gates: { met, unmet, unknown, waived, passedWhileUnmet } }
    }),
    total,
    offset: filter.offset,
  }
}

function buildFilter({
  standing,
  q,
  sort = 'ref',
  ...filter
}: Omit<z.infer<typeof registerListInput>, 'dossier' | 'asOf' | 'knownAt' | 'method'>): DeskRegisterFilter {
  const { area, side, work, refs, offset, limit } = filter
  return {
    ...(area === undefined ? {} : { area }),
    ...(side === undefined ? {} : { side }),
    ...(work === undefined ? {} : { work }),
    ...(refs === undefined ? {} : { refs }),
    ...(standing === undefined ? {} : { standing: groups[standing] ?? [standing] }),
    words: parseWords(q ?? ''),
    sort: { by: sort.replace(/^-/, '') as RegisterSort, descending: sort.startsWith('-') },
    offset,
    limit,
  }
}

const buildRow = (row: DeskRegisterRow): Omit<RegisterRow, 'gates'> => ({
  ref: row.ref,
  title: row.title,
  area: { key: row.areaKey, title: row.areaTitle },
  side: row.side,
  issued: row.issued,
  addressees: row.addressees,
  left: row.leftOn !== null,
  standing: parseStanding(row.word, row.level),
  finding:
    row.assessmentId === null || row.effective === null || row.confidence === null
      ? null
      : {
          level: row.level,
          state: row.state,
          contrary: row.contrary ?? false,
          effective: row.effective,
          confidence: row.confidence,
          evidence: row.evidence,
          author: row.author ?? '',
        },
  uptake: row.uptake === null || row.uptakeDate === null ? null : { kind: row.uptake, date: row.uptakeDate },
  waiting: row.waiting,
  drafted: row.drafted,
  assigned: row.assignee === null ? null : { name: row.assignee, due: row.due, count: row.assigned },
  reviewEveryMonths: row.reviewMonths,
  version: row.version,
  edition: row.versionId,
})

/** The dossier, its areas, and the columns that the reader chose. */
export async function getRegisterFrame(
  ctx: DeskContext,
  input: z.infer<typeof registerFrameInput>,
): Promise<RegisterFrame> {
  const resolved = await getCut(ctx, input)
  const [frame, areas, columns] = await Promise.all([
    getFrame(ctx, resolved),
    listAreaChoices(ctx.record.public, resolved.record),
    getGridColumns(ctx.record.app, resolved.head.id, ctx.actor.id),
  ])
  // What was kept by an earlier version of the product may name columns that are no more.
  const known = z.array(z.unknown()).safeParse(columns)
  const kept = known.success
    ? known.data.flatMap((column) => registerColumn.safeParse(column).data ?? [])
    : null
  return { frame, areas, columns: kept }
}
