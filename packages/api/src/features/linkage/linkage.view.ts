import { level } from '@waymark/assessment/level'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { cut } from '../../common/cut.ts'
import { frame } from '../../common/frame.view.ts'
import { gateState, gateView, requiredCounts, since, sourceRef, standing } from '../../common/refs.view.ts'

/** The gates as data (docs: interfaces). */
export const linkageData = cut.extend({
  gates: z.array(
    z.strictObject({
      recommendation: z.string(),
      milestone: z.string(),
      role: linkageRole,
      required: level.nullable(),
      state: gateState,
      since: since.nullable(),
      commitments: z.array(z.string()),
    }),
  ),
  milestones: z.array(
    z.strictObject({ key: z.string(), occurred: z.string().nullable(), required: requiredCounts }),
  ),
})

const named = z.strictObject({ key: z.string(), title: z.string() })

/** A milestone with the counts of all its required gates of the partner's side, whatever the filter. */
export const stepView = z.strictObject({
  key: z.string(),
  track: named,
  kind: z.string(),
  title: z.string(),
  planned: z.string().nullable(),
  /** null while the milestone lies ahead at `asOf`. */
  occurred: z.string().nullable(),
  cancelled: z.string().nullable(),
  required: requiredCounts,
})
export type StepView = z.infer<typeof stepView>

/** A required gate that is not met, at a milestone that lies ahead. */
export const openGateView = z.strictObject({
  ref: z.string(),
  title: z.string(),
  area: named,
  required: level.nullable(),
  state: z.enum(['unmet', 'unknown']),
  standing,
  assessed: z.string().nullable(),
  /** Keys of the statements that the link rests on. */
  commitments: z.array(z.string()),
})

/** One line of the leverage list. `unmet` and `unknown` count all such gates; `gates` may be the first of them only. */
export const leverageLine = z.strictObject({
  milestone: stepView,
  /** The planned date is over, and no occurrence is on record. */
  overdue: z.boolean(),
  unmet: z.int(),
  unknown: z.int(),
  gates: z.array(openGateView),
})
export type LeverageLine = z.infer<typeof leverageLine>

/** Milestones ahead, by date, each with its required gates that are unmet or unknown. */
export const leverageView = z.strictObject({ frame, milestones: z.array(leverageLine) })

/** What both forms of the linkage page show around their rows. */
const head = {
  frame,
  /** Concern areas and tracks that carry links, whatever the filter. */
  areas: z.array(named),
  tracks: z.array(named),
  /** Steps taken that had a required gate; how many gates were passed while unmet, and at how many of them. */
  passage: z.strictObject({ steps: z.int(), unmet: z.int(), unmetSteps: z.int() }),
  /** The first lines of the leverage list that have something open, and how many there are. */
  leverage: z.strictObject({ lines: z.array(leverageLine), total: z.int() }),
  /** What is called so that the filter names by key; null where it names nothing, or was not given. */
  only: z.strictObject({
    milestone: stepView.nullable(),
    commitment: z.strictObject({ date: z.string(), actor: z.string(), summary: z.string() }).nullable(),
    actor: z.string().nullable(),
  }),
  /** Links that the filter leaves, on all pages. */
  links: z.int(),
  page: z.int(),
  pages: z.int(),
}

/** The gates as a matrix: recommendations that have a link left by the filter, a page of them, × milestones that have. */
export const linkageMatrix = z.strictObject({
  ...head,
  /** Recommendations on all pages. */
  total: z.int(),
  columns: z.array(stepView),
  rows: z.array(
    z.strictObject({
      ref: z.string(),
      title: z.string(),
      side: z.enum(['partner', 'eu', 'other']),
      area: named,
      cells: z.array(
        z.strictObject({
          milestone: z.string(),
          role: linkageRole,
          required: level.nullable(),
          state: gateState,
          since: since.nullable(),
          standingAt: standing,
        }),
      ),
    }),
  ),
})

/** The gates as a list, a page of it. */
export const linkageList = z.strictObject({
  ...head,
  gates: z.array(gateView),
  /** The milestones of these gates. */
  milestones: z.array(stepView),
})

const consistencyCounts = z.strictObject({
  conditions: z.int(),
  ...(Object.fromEntries(gateStates.map((state) => [state, z.int()])) as Record<
    (typeof gateStates)[number],
    z.ZodInt
  >),
})

/** What became of the conditions that each institution's statements set. Words and counts, no score. */
export const consistencyView = z.strictObject({
  frame,
  /** All conditions that rest on a statement made by `asOf`, each once. */
  attributed: consistencyCounts,
  institutions: z.array(
    z.strictObject({
      actor: z.strictObject({ key: z.string(), name: z.string() }),
      /** Each condition once. */
      counts: consistencyCounts,
      commitments: z.array(
        z.strictObject({
          key: z.string(),
          date: z.string(),
          summary: z.string(),
          source: sourceRef,
          locator: z.string().nullable(),
          counts: consistencyCounts,
          /** How many of these conditions rest on another statement, too. */
          shared: z.int(),
        }),
      ),
    }),
  ),
  /** Conditions that rest on no statement made by `asOf`. */
  unattributed: consistencyCounts,
})
