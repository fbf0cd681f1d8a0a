import { contentLanguage } from '@waymark/recommendation/translatable'
import { z } from 'zod'
import { cut, cutInput } from '../common/cut.ts'
import type { Frame } from '../common/frame.view.ts'
import { getTexts, inLanguage, translateCells } from '../common/in-language.ts'
import type { Context } from '../context.ts'
import { caseList } from '../features/case/case.view.ts'
import { listPublicCases } from '../features/case/list-cases.query.ts'
import { changeDataInput } from '../features/change/change.input.ts'
import { changeData } from '../features/change/change.view.ts'
import { getChangeData } from '../features/change/list-changes.query.ts'
import { dataInput } from '../features/data/data.input.ts'
import { dataView } from '../features/data/data.view.ts'
import { getDataView } from '../features/data/get-data.query.ts'
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
import { getAreaSeries } from '../features/score/get-area-series.query.ts'
import { getMethodPage } from '../features/score/get-method.query.ts'
import { getScore } from '../features/score/get-score.query.ts'
import { areaSeriesView, methodView, scorecard } from '../features/score/score.view.ts'
import { listSourcePage } from '../features/source/list-sources.query.ts'
import { sourceListInput } from '../features/source/source.input.ts'
import { sourceList } from '../features/source/source.view.ts'
import { getTimeline } from '../features/timeline/get-timeline.query.ts'
import { timelineInput } from '../features/timeline/timeline.input.ts'
import { timeline } from '../features/timeline/timeline.view.ts'
import { listDataRows } from './data-table.ts'
import { getDataWords, getHeaders } from './dictionary.ts'
import { listConsistencyRows, listLeverageRows } from './linkage-tables.ts'
import {
  listAreaRows,
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
import { type ViewName, viewList } from './view-list.ts'

/**
 * One public view as data: what may be asked, how it is read, and its table. Its path stands in `view-list.ts`.
 */
type View<I extends z.ZodObject, O extends z.ZodType> = {
  readonly name: ViewName
  readonly input: I
  readonly output: O
  readonly read: (ctx: Context, input: z.infer<I>) => Promise<z.infer<O>>
  /** null where a table makes no sense. */
  readonly rows: ((data: z.infer<O>) => Rows) | null
}

/** A view with its types checked against each other, to be kept in a list of views of many types. */
export type AnyView = {
  readonly name: ViewName
  readonly path: string
  /** What the table is called in a file of its own. */
  readonly title: string
  readonly input: z.ZodObject
  /** The schema of the JSON that is sent. */
  readonly json: z.ZodType
  /** The table's columns, in order; none where there is no table. */
  readonly headers: readonly string[]
  readonly read: (
    ctx: Context,
    input: unknown,
  ) => Promise<{ readonly data: object; readonly rows: Rows | null }>
}

const languageInput = z.looseObject({ lang: contentLanguage.optional() })

const defineView = <I extends z.ZodObject, O extends z.ZodType<object>>(view: View<I, O>): AnyView => ({
  name: view.name,
  path: viewList[view.name].path,
  title: getDataWords('en').views[view.name].title,
  input: view.input,
  json: getJsonSchema(view.output),
  headers: getHeaders(viewList[view.name].table),
  read: async (ctx, input) => {
    // The output schema is strict: what it does not name cannot leave.
    const asked = view.input.parse(input)
    const data = view.output.parse(await inLanguage(ctx, languageInput.parse(input), view.read(ctx, asked)))
    const rows = view.rows === null ? null : translateCells(view.rows(data), getTexts(data))
    return { data: flattenFrame(data), rows }
  },
})

/** Data carries the cut and the dossier's note at its top; the ready-made dates of the page's control stay with the page. */
function flattenFrame(data: object): object {
  if (!('frame' in data)) return data
  const { frame, ...rest } = data as { frame: Frame }
  return { ...frame.cut, note: frame.dossier.note, ...rest }
}

/** The schema of what {@link flattenFrame} makes. */
function getJsonSchema(output: z.ZodType): z.ZodType {
  if (!(output instanceof z.ZodObject) || !('frame' in output.shape)) return output
  const { frame: _, ...rest } = output.shape
  return z.strictObject({ ...cut.shape, note: z.string().nullable(), ...rest })
}

/** More than any dossier is foreseen to hold; a table is given whole. */
const everything = 100_000

export const views: readonly AnyView[] = [
  defineView({
    name: 'scorecard',
    input: cutInput,
    output: scorecard,
    read: getScore,
    rows: listScoreRows,
  }),
  defineView({
    name: 'areas',
    input: cutInput,
    output: areaSeriesView,
    read: getAreaSeries,
    rows: listAreaRows,
  }),
  defineView({
    name: 'recommendations',
    input: recommendationListInput.omit({ page: true }),
    output: recommendationList,
    read: (ctx, input) => listRecommendations(ctx, input, everything),
    rows: listRecommendationRows,
  }),
  defineView({
    name: 'recommendation',
    input: recommendationInput,
    output: recommendationDetail,
    read: getRecommendationDetail,
    rows: listHistoryRows,
  }),
  defineView({
    name: 'linkage',
    input: linkageDataInput,
    output: linkageData,
    read: getLinkage,
    rows: listGateRows,
  }),
  defineView({
    name: 'leverage',
    input: cutInput,
    output: leverageView,
    read: (ctx, input) => getLeverage(ctx, input, everything),
    rows: listLeverageRows,
  }),
  defineView({
    name: 'consistency',
    input: cutInput,
    output: consistencyView,
    read: getConsistency,
    rows: listConsistencyRows,
  }),
  defineView({
    name: 'milestones',
    input: cutInput,
    output: milestoneList,
    read: listMilestonePage,
    rows: listMilestoneRows,
  }),
  defineView({
    name: 'milestone',
    input: milestoneInput,
    output: milestoneDetail,
    read: getMilestone,
    rows: listMilestoneGateRows,
  }),
  defineView({
    name: 'changes',
    input: changeDataInput,
    output: changeData,
    read: getChangeData,
    rows: listChangeRows,
  }),
  defineView({
    name: 'cases',
    input: cutInput,
    output: caseList,
    read: listPublicCases,
    rows: listCaseRows,
  }),
  defineView({
    name: 'rounds',
    input: cutInput,
    output: roundList,
    read: listRoundPage,
    rows: listRoundRows,
  }),
  defineView({
    name: 'timeline',
    input: timelineInput,
    output: timeline,
    read: getTimeline,
    rows: listTimelineRows,
  }),
  defineView({
    name: 'sources',
    input: sourceListInput.omit({ page: true }),
    output: sourceList,
    read: (ctx, input) => listSourcePage(ctx, input, everything),
    rows: listSourceRows,
  }),
  defineView({
    name: 'method',
    input: cutInput,
    output: methodView,
    read: getMethodPage,
    rows: null,
  }),
  defineView({
    name: 'data',
    input: dataInput,
    output: dataView,
    read: getDataView,
    rows: listDataRows,
  }),
]
