import { finding } from '@waymark/assessment/assessment'
import { gateWeightings, overallRules } from '@waymark/scoring/method'
import { z } from 'zod'
import { cut } from '../../common/cut.ts'
import { frame } from '../../common/frame.view.ts'
import { milestoneView } from '../../common/refs.view.ts'

const distribution = z.strictObject({
  none: z.int(),
  limited: z.int(),
  some: z.int(),
  substantial: z.int(),
  full: z.int(),
  contrary: z.int(),
  unknown: z.int(),
})
const interval = z.strictObject({ low: z.number(), high: z.number() }).nullable()
const figures = z.strictObject({
  distribution,
  notApplicable: z.int(),
  coverage: z.strictObject({ assessed: z.int(), applicable: z.int() }),
  index: interval,
})

/** The scorecard as data (docs: interfaces). Numbers are not rounded; screens round. */
export const scorecard = cut.extend({
  overall: figures.extend({ pooledIndex: interval }),
  areas: z.array(z.strictObject({ key: z.string(), title: z.string(), ...figures.shape })),
  euSide: figures,
})
export type Scorecard = z.infer<typeof scorecard>

/** The overall figures by one method: what is shown of a method beside another. */
const methodFigures = z.strictObject({
  method: z.string(),
  index: interval,
  coverage: z.strictObject({ assessed: z.int(), applicable: z.int() }),
})

/** How the findings of an area moved since an earlier day. */
const movement = z.strictObject({ advanced: z.int(), regressed: z.int(), unchanged: z.int(), first: z.int() })

/** The scorecard as a page. */
export const overview = z.strictObject({
  frame,
  score: scorecard,
  /** The same cut by the methods that the page is not by; none where it is by the method used where none is named. */
  beside: z.array(methodFigures),
  /** The last dialogue round before `asOf`: what `movement` compares with; null when there was none. */
  since: z.strictObject({ key: z.string(), title: z.string(), date: z.string() }).nullable(),
  movement: z.array(z.strictObject({ area: z.string(), movement })),
  /** Milestones ahead of `asOf` with at least one required gate, by date. */
  ahead: z.array(milestoneView),
})

const labelled = z.array(z.strictObject({ key: z.string(), label: z.string(), rule: z.string() }))

/** The method page: every method and scale as the data that they are. */
export const methodView = z.strictObject({
  frame,
  methods: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      scale: z.string(),
      /** What a level (and `contrary`) is worth, 0 to 100. */
      values: z.record(z.string(), z.number()),
      /** What an unknown item is worth at the least and at the most. */
      unknown: z.strictObject({ low: z.number(), high: z.number() }),
      /** How areas make the whole. */
      overall: z.enum(overallRules),
      /** Months for which a finding counts as current; null: each recommendation's own review interval. */
      freshnessMonths: z.int().nullable(),
      /** How gates weigh in the index. */
      gateWeighting: z.enum(gateWeightings),
      /** The day from which the method exists. */
      introduced: z.string(),
    }),
  ),
  scales: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string(),
      levels: labelled,
      states: labelled,
      /** Crosswalk to the built-in scale; null for the built-in one. */
      crosswalk: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({ from: z.string(), kind: z.literal('converted'), finding }),
            z.strictObject({ from: z.string(), kind: z.literal('not-convertible'), because: z.string() }),
          ]),
        )
        .nullable(),
    }),
  ),
})

/** The index over time: a point a dialogue round, a year's end, and the day shown, each by every method. */
export const seriesView = z.strictObject({
  frame,
  methods: z.array(z.strictObject({ id: z.string(), title: z.string(), introduced: z.string() })),
  points: z.array(
    z.strictObject({
      day: z.string(),
      kind: z.enum(['round', 'year', 'shown']),
      /** Title of the round. */
      title: z.string().nullable(),
      figures: z.array(methodFigures),
    }),
  ),
})

/**
 * The index of each concern area over time: a point a dialogue round, a milestone, a year's end, and the day shown.
 * `figures` of an area are as many as there are points, in the same order.
 */
export const areaSeriesView = z.strictObject({
  frame,
  /** The day from which the method exists: what is counted of earlier days was counted afterwards. */
  introduced: z.string(),
  points: z.array(
    z.strictObject({
      day: z.string(),
      kind: z.enum(['round', 'milestone', 'year', 'shown']),
      /** Title of the round or of the milestone. */
      title: z.string().nullable(),
    }),
  ),
  areas: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      figures: z.array(
        z.strictObject({
          index: interval,
          coverage: z.strictObject({ assessed: z.int(), applicable: z.int() }),
        }),
      ),
    }),
  ),
})
export type AreaSeries = z.infer<typeof areaSeriesView>
