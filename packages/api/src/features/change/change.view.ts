import { level, levels } from '@waymark/assessment/level'
import { unknownReasons } from '@waymark/assessment/standing'
import { gateChanges } from '@waymark/linkage/gate-change'
import { changeKinds } from '@waymark/scoring/changes'
import { z } from 'zod'
import { cut } from '../../common/cut.ts'
import { frame } from '../../common/frame.view.ts'
import { gateState, requiredCounts } from '../../common/refs.view.ts'
import { clocks } from './change.input.ts'

/** How a recommendation stands, as one word. */
export const standingWord = z.enum([...levels, 'contrary', ...unknownReasons, 'not-applicable', 'withdrawn'])
export type StandingWord = z.infer<typeof standingWord>

const interval = z.strictObject({ low: z.number(), high: z.number() })

/** The change of the overall index, per bound: exactly, total = real + composition + freshness + method. */
const decomposition = z.strictObject({
  total: interval,
  real: interval,
  composition: interval,
  freshness: interval,
  method: interval,
})

const between = {
  clock: z.enum(clocks),
  /** Days, or on the recorded clock instants. `asOf`, `knownAt` and `method` are those of the second moment. */
  from: z.string(),
  to: z.string(),
  /** The method by which the first moment is counted. Items compare both moments by the method of the second. */
  fromMethod: z.string(),
}

const item = {
  recommendation: z.string(),
  /** Standing at each of the moments; null: not in force. */
  from: standingWord.nullable(),
  to: standingWord.nullable(),
  change: z.enum(changeKinds),
}

const gateItem = {
  recommendation: z.string(),
  required: level.nullable(),
  from: gateState,
  to: gateState,
  change: z.enum(gateChanges),
}

/**
 * What changed between two moments, as data (docs: interfaces). Only what changed is listed, and only what was asked of
 * the partner, which is what the index counts. `decomposition` is null where a moment has no index.
 */
export const changeData = cut.extend({
  ...between,
  items: z.array(z.strictObject(item)),
  decomposition: decomposition.nullable(),
  /** Milestones that passed in between, with their required gates as they stood at the passage. */
  milestones: z.array(z.strictObject({ key: z.string(), occurred: z.string(), required: requiredCounts })),
  /** Required gates that opened (the condition is met now and was not) or closed. */
  gates: z.array(z.strictObject({ milestone: z.string(), ...gateItem })),
})
export type ChangeData = z.infer<typeof changeData>

const step = { key: z.string(), kind: z.string(), title: z.string(), track: z.string() }

const figures = z.strictObject({
  /** The overall index; null where nothing is applicable. */
  index: interval.nullable(),
  coverage: z.strictObject({ assessed: z.int(), applicable: z.int() }),
})

/** The same as a page: some of the items, with titles and the figures at both moments. */
export const changeList = z.strictObject({
  frame,
  ...between,
  figures: z.strictObject({ from: figures, to: figures }),
  decomposition: decomposition.nullable(),
  /** How often each kind occurs, whatever `change` asks for. */
  counts: z.array(z.strictObject({ change: z.enum(changeKinds), count: z.int() })),
  items: z.array(
    z.strictObject({
      ...item,
      title: z.string(),
      area: z.strictObject({ key: z.string(), title: z.string() }),
      /** Title of the area before, where it moved. */
      movedFrom: z.string().nullable(),
    }),
  ),
  /** Items that the filter leaves, on all pages. */
  total: z.int(),
  page: z.int(),
  pages: z.int(),
  areas: z.array(z.strictObject({ key: z.string(), title: z.string() })),
  milestones: z.array(z.strictObject({ ...step, occurred: z.string(), required: requiredCounts })),
  gates: z.strictObject({
    opened: z.int(),
    closed: z.int(),
    /** The first of them. */
    items: z.array(
      z.strictObject({
        ...gateItem,
        title: z.string(),
        milestone: z.strictObject({ ...step, occurred: z.string().nullable() }),
      }),
    ),
  }),
})
export type ChangeList = z.infer<typeof changeList>
