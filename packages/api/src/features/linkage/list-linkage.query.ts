import { listCommitmentsOf, listGates } from '@waymark/db/queries/gate.query'
import {
  getLinkPage,
  getMatrixPage,
  listGateData,
  listLinkedKeys,
  listStatements,
} from '@waymark/db/queries/link.query'
import type { LinkFilter } from '@waymark/db/queries/link.relations'
import type { GateState } from '@waymark/linkage/gate'
import { listLeverage } from '@waymark/linkage/leverage'
import type { z } from 'zod'
import { buildGateViews } from '../../common/build-gates.ts'
import { parseStanding } from '../../common/build-refs.ts'
import type { CutInput } from '../../common/cut.ts'
import { getCut, getFrame, type ResolvedCut } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import type { LinkageDataInput, LinkageListInput, LinkageMatrixInput } from './linkage.input.ts'
import type { linkageData, linkageList, linkageMatrix, StepView } from './linkage.view.ts'
import { listLeverageLines } from './list-leverage.query.ts'
import { listFrozen, listSteps } from './list-steps.query.ts'

/** Recommendations on a page of the matrix; links on a page of the list. */
export const matrixPageSize = 40
export const listPageSize = 50
/** What stands of the leverage list on top of both: lines, and gates of each. */
const [linesOnTop, gatesOnTop] = [3, 5]

/** Every gate at the cut that the filter leaves, as data; and every milestone. */
export async function getLinkage(
  ctx: Context,
  { dossier, asOf, knownAt, method, ...asked }: LinkageDataInput,
): Promise<z.infer<typeof linkageData>> {
  const resolved = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { cut, record } = resolved
  const db = ctx.record.public
  const [gates, { steps }] = await Promise.all([
    listGateData(db, record, buildFilter(asked)),
    listSteps(ctx, resolved),
  ])
  const commitments = Map.groupBy(
    await listCommitmentsOf(
      db,
      record,
      gates.map((g) => g.id),
    ),
    (c) => c.linkageId,
  )
  return {
    ...cut,
    gates: gates.map(({ id, ref, ...gate }) => ({
      recommendation: ref,
      ...gate,
      commitments: (commitments.get(id) ?? []).map((c) => c.key),
    })),
    milestones: steps.map(({ key, occurred, required }) => ({ key, occurred, required })),
  }
}

type Asked = Omit<LinkageMatrixInput, keyof CutInput>

const buildFilter = ({ rests, page: _, ...filter }: Asked): LinkFilter => ({
  ...filter,
  restsOnNothing: rests === 'nothing',
})

const open: readonly (GateState | undefined)[] = ['met', 'unmet', 'unknown']
const frozen: readonly (GateState | undefined)[] = [
  'met-at-passage',
  'passed-while-unmet',
  'passed-while-unknown',
]

/** The same filter in the form that is cheapest to ask: what has passed by its links, what lies ahead on its one day. */
async function buildPageFilter(ctx: Context, resolved: ResolvedCut, asked: Asked): Promise<LinkFilter> {
  const filter = buildFilter(asked)
  if (open.includes(filter.state)) return { ...filter, when: 'ahead' }
  if (!frozen.includes(filter.state)) return filter
  const gates = await listFrozen(ctx, resolved)
  const linkIds = gates.filter(({ state }) => state === filter.state).flatMap((gate) => gate.linkIds)
  return { ...filter, state: undefined, when: 'passed', linkIds }
}

const countPages = (rows: number, size: number) => Math.max(1, Math.ceil(rows / size))

/** One page of the matrix; the number of queries does not depend on what is found. */
export async function getMatrix(
  ctx: Context,
  { dossier, asOf, knownAt, method, ...asked }: LinkageMatrixInput,
): Promise<z.infer<typeof linkageMatrix>> {
  const resolved = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { record } = resolved
  const db = ctx.record.public
  const page = asked.page ?? 1
  const at = { limit: matrixPageSize, offset: (page - 1) * matrixPageSize }
  const [{ head, steps }, { found, gates }] = await Promise.all([
    buildHead(ctx, resolved, asked),
    buildPageFilter(ctx, resolved, asked).then(async (filter) => {
      const one = await getMatrixPage(db, record, filter, at)
      return { found: one, gates: await listGates(db, record, { linkIds: one.linkIds }) }
    }),
  ])
  const carrying = new Set(found.milestones)
  const cells = Map.groupBy(gates, (gate) => gate.ref)
  const place = new Map(head.areas.map(({ key }, i) => [key, i]))
  return {
    ...head,
    links: found.links,
    page,
    pages: countPages(found.recommendations, matrixPageSize),
    total: found.recommendations,
    columns: steps.filter(({ key }) => carrying.has(key)),
    rows: [...cells.values()]
      .flatMap((own) => {
        const [first] = own
        if (first === undefined) return []
        const { ref, title, side, areaKey, areaTitle } = first
        return [{ ref, title, side, area: { key: areaKey, title: areaTitle }, cells: own.map(buildCell) }]
      })
      .sort(
        (a, b) => (place.get(a.area.key) ?? 0) - (place.get(b.area.key) ?? 0) || (a.ref < b.ref ? -1 : 1),
      ),
  }
}

const buildCell = ({
  milestone,
  role,
  required,
  state,
  since,
  thenWord,
  thenLevel,
}: Awaited<ReturnType<typeof listGates>>[number]) => ({
  milestone,
  role,
  required,
  state,
  since,
  standingAt: parseStanding(thenWord, thenLevel),
})

/** One page of the gates as a list; the number of queries does not depend on what is found. */
export async function listLinkage(
  ctx: Context,
  { dossier, asOf, knownAt, method, group = 'milestone', ...asked }: LinkageListInput,
): Promise<z.infer<typeof linkageList>> {
  const resolved = await getCut(ctx, { dossier, asOf, knownAt, method })
  const { record } = resolved
  const db = ctx.record.public
  const page = asked.page ?? 1
  const at = { limit: listPageSize, offset: (page - 1) * listPageSize }
  const [{ head, steps, rows }, { found, gates }] = await Promise.all([
    buildHead(ctx, resolved, asked),
    buildPageFilter(ctx, resolved, asked).then(async (filter) => {
      const one = await getLinkPage(db, record, filter, group, at)
      return { found: one, gates: await listGates(db, record, { linkIds: one.linkIds }) }
    }),
  ])
  const place = new Map(found.linkIds.map((id, i) => [id, i]))
  gates.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const carrying = new Set(gates.map(({ milestone }) => milestone))
  return {
    ...head,
    links: found.links,
    page,
    pages: countPages(found.links, listPageSize),
    gates: await buildGateViews(db, record, gates, rows),
    milestones: steps.filter(({ key }) => carrying.has(key)),
  }
}

/** What stands around both forms. */
async function buildHead(ctx: Context, resolved: ResolvedCut, asked: Asked) {
  const db = ctx.record.public
  const { record } = resolved
  const [frame, found, keys, statements] = await Promise.all([
    getFrame(ctx, resolved),
    listSteps(ctx, resolved),
    listLinkedKeys(db, record),
    listStatements(db, record),
  ])
  const { rows, steps } = found
  const taken = steps.filter(({ occurred, required }) => occurred !== null && hasConditions(required))
  const unmet = taken.filter(({ required }) => required.unmet > 0)
  const closed = steps.filter(
    ({ occurred, cancelled, required }) =>
      occurred === null && cancelled === null && required.unmet + required.unknown > 0,
  )
  const first = listLeverage(closed, [], record.asOf)
    .slice(0, linesOnTop)
    .map(({ milestone }) => milestone)
  const statement = statements.find(({ key }) => key === asked.commitment)
  return {
    rows,
    steps,
    head: {
      frame,
      ...keys,
      passage: {
        steps: taken.length,
        unmet: unmet.reduce((sum, { required }) => sum + required.unmet, 0),
        unmetSteps: unmet.length,
      },
      leverage: {
        lines: await listLeverageLines(ctx, resolved, found, first, gatesOnTop),
        total: closed.length,
      },
      only: {
        milestone: steps.find(({ key }) => key === asked.milestone) ?? null,
        commitment:
          statement === undefined
            ? null
            : { date: statement.date, actor: statement.actorName, summary: statement.summary },
        actor: statements.find(({ actorKey }) => actorKey === asked.actor)?.actorName ?? null,
      },
    },
  }
}

const hasConditions = ({ met, unmet, unknown, waived }: StepView['required']) =>
  met + unmet + unknown + waived > 0
