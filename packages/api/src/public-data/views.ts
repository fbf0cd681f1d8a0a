import type { z } from 'zod'
import { cutInput } from '../common/cut.ts'
import type { Frame } from '../common/frame.view.ts'
import type { Context } from '../context.ts'
import { caseList } from '../features/case/case.view.ts'
import { listPublicCases } from '../features/case/list-cases.query.ts'
import { changeDataInput } from '../features/change/change.input.ts'
import { changeData } from '../features/change/change.view.ts'
import { getChangeData } from '../features/change/list-changes.query.ts'
import { getConsistency } from '../features/linkage/get-consistency.query.ts'
import { linkageDataInput } from '../features/linkage/linkage.input.ts'
import { consistencyView, leverageView, linkageData } from '../features/linkage/linkage.view.ts'
import { getLeverage } from '../features/linkage/list-leverage.query.ts'
import { getLinkage } from '../features/linkage/list-linkage.query.ts'
import { getMilestone, listMilestonePage } from '../features/milestone/list-milestones.query.ts'
import { milestoneInput } from '../features/milestone/milestone.input.ts'
import { milestoneDetail, milestoneList } from '../features/milestone/milestone.view.ts'
import { getRecommendationDetail } from '../features/recommendation/get-recommendation.query.ts'
import { listRecommendations } from '../features/recommendation/list-recommendations.query.ts'
import {
  recommendationInput,
  recommendationListInput,
} from '../features/recommendation/recommendation.input.ts'
import { recommendationDetail, recommendationList } from '../features/recommendation/recommendation.view.ts'
import { listRoundPage } from '../features/round/list-rounds.query.ts'
import { roundList } from '../features/round/round.view.ts'
import { getMethodPage } from '../features/score/get-method.query.ts'
import { getScore } from '../features/score/get-score.query.ts'
import { methodView, scorecard } from '../features/score/score.view.ts'
import { listSourcePage } from '../features/source/list-sources.query.ts'
import { sourceListInput } from '../features/source/source.input.ts'
import { sourceList } from '../features/source/source.view.ts'
import { getTimeline } from '../features/timeline/get-timeline.query.ts'
import { timelineInput } from '../features/timeline/timeline.input.ts'
import { timeline } from '../features/timeline/timeline.view.ts'
import { linkageHeaders, listConsistencyRows, listLeverageRows } from './linkage-tables.ts'
import {
  headers,
  listCaseRows,
  listChangeRows,
  listGateRows,
  listHistoryRows,
  listMilestoneGateRows,
  listMilestoneRows,
  listRecommendationRows,
  listRoundRows,
  listScoreRows,
  listSourceRows,
  type Rows,
} from './tables.ts'
import { listTimelineRows } from './timeline-table.ts'

/**
 * One public view as data: its path after the dossier, what may be asked, how it is read, and its table.
 * `name` in the path is the one object that is asked for.
 */
type View<I extends z.ZodObject, O extends z.ZodType> = {
  readonly path: string
  /** What the table is called in a file of its own. */
  readonly title: string
  readonly input: I
  readonly output: O
  readonly read: (ctx: Context, input: z.infer<I>) => Promise<z.infer<O>>
  /** null where a table makes no sense. */
  readonly rows: ((data: z.infer<O>) => Rows) | null
  /** The table's columns, in order. */
  readonly headers: readonly string[]
}

/** A view with its types checked against each other, to be kept in a list of views of many types. */
export type AnyView = {
  readonly path: string
  readonly title: string
  readonly input: z.ZodObject
  readonly headers: readonly string[]
  readonly read: (
    ctx: Context,
    input: unknown,
  ) => Promise<{ readonly data: object; readonly rows: Rows | null }>
}

const defineView = <I extends z.ZodObject, O extends z.ZodType<object>>(view: View<I, O>): AnyView => ({
  path: view.path,
  title: view.title,
  input: view.input,
  headers: view.headers,
  read: async (ctx, input) => {
    // The output schema is strict: what it does not name cannot leave.
    const data = view.output.parse(await view.read(ctx, view.input.parse(input)))
    return { data: flattenFrame(data), rows: view.rows?.(data) ?? null }
  },
})

/** Data carries the cut and the dossier's note at its top; the ready-made dates of the page's control stay with the page. */
function flattenFrame(data: object): object {
  if (!('frame' in data)) return data
  const { frame, ...rest } = data as { frame: Frame }
  return { ...frame.cut, note: frame.dossier.note, ...rest }
}

/** More than any dossier is foreseen to hold; a table is given whole. */
const everything = 100_000

export const views: readonly AnyView[] = [
  defineView({
    path: '',
    title: 'Scorecard',
    input: cutInput,
    output: scorecard,
    read: getScore,
    rows: listScoreRows,
    headers: headers.score,
  }),
  defineView({
    path: '/recommendations',
    title: 'Recommendations',
    input: recommendationListInput.omit({ page: true }),
    output: recommendationList,
    read: (ctx, input) => listRecommendations(ctx, input, everything),
    rows: listRecommendationRows,
    headers: headers.recommendations,
  }),
  defineView({
    path: '/recommendations/:ref',
    title: 'Findings on a recommendation',
    input: recommendationInput,
    output: recommendationDetail,
    read: getRecommendationDetail,
    rows: listHistoryRows,
    headers: headers.history,
  }),
  defineView({
    path: '/linkage',
    title: 'Linkage',
    input: linkageDataInput,
    output: linkageData,
    read: getLinkage,
    rows: listGateRows,
    headers: headers.gates,
  }),
  defineView({
    path: '/leverage',
    title: 'Leverage',
    input: cutInput,
    output: leverageView,
    read: (ctx, input) => getLeverage(ctx, input, everything),
    rows: listLeverageRows,
    headers: linkageHeaders.leverage,
  }),
  defineView({
    path: '/consistency',
    title: 'EU consistency',
    input: cutInput,
    output: consistencyView,
    read: getConsistency,
    rows: listConsistencyRows,
    headers: linkageHeaders.consistency,
  }),
  defineView({
    path: '/milestones',
    title: 'Milestones',
    input: cutInput,
    output: milestoneList,
    read: listMilestonePage,
    rows: listMilestoneRows,
    headers: headers.milestones,
  }),
  defineView({
    path: '/milestones/:key',
    title: 'Gates of a milestone',
    input: milestoneInput,
    output: milestoneDetail,
    read: getMilestone,
    rows: listMilestoneGateRows,
    headers: headers.milestoneGates,
  }),
  defineView({
    path: '/changes',
    title: 'What changed',
    input: changeDataInput,
    output: changeData,
    read: getChangeData,
    rows: listChangeRows,
    headers: headers.changes,
  }),
  defineView({
    path: '/cases',
    title: 'Cases',
    input: cutInput,
    output: caseList,
    read: listPublicCases,
    rows: listCaseRows,
    headers: headers.cases,
  }),
  defineView({
    path: '/rounds',
    title: 'Dialogue rounds',
    input: cutInput,
    output: roundList,
    read: listRoundPage,
    rows: listRoundRows,
    headers: headers.rounds,
  }),
  defineView({
    path: '/timeline',
    title: 'Timeline',
    input: timelineInput,
    output: timeline,
    read: getTimeline,
    rows: listTimelineRows,
    headers: headers.timeline,
  }),
  defineView({
    path: '/sources',
    title: 'Sources',
    input: sourceListInput.omit({ page: true }),
    output: sourceList,
    read: (ctx, input) => listSourcePage(ctx, input, everything),
    rows: listSourceRows,
    headers: headers.sources,
  }),
  defineView({
    path: '/method',
    title: 'Method',
    input: cutInput,
    output: methodView,
    read: getMethodPage,
    rows: null,
    headers: [],
  }),
]
