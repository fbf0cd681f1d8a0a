import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'

const months = z.strictObject({ from: z.string(), to: z.string() })
const bucket = { from: z.string(), to: z.string() }

/** One picture of a dossier: what is dated, in a span of whole months. Nothing after `asOf` but what is planned. */
export const timeline = z.strictObject({
  frame,
  /** The span shown, `YYYY-MM`, both months included, and the unit by which buckets are counted. */
  span: months.extend({ unit: z.enum(['year', 'quarter', 'month']) }),
  /** From the first dated thing to the day shown, or to what is planned. */
  whole: months,
  rounds: z.array(z.strictObject({ key: z.string(), title: z.string(), date: z.string() })),
  /** By day. `date` is the planned one where the step has not been taken by `asOf`. Steps without a date are not here. */
  milestones: z.array(
    z.strictObject({
      key: z.string(),
      track: z.strictObject({ key: z.string(), title: z.string() }),
      kind: z.string(),
      title: z.string(),
      date: z.string(),
      state: z.enum(['occurred', 'planned', 'cancelled']),
    }),
  ),
  /** Statements that tie relations to reform. */
  commitments: z.array(
    z.strictObject({ key: z.string(), date: z.string(), actor: z.string(), summary: z.string() }),
  ),
  /** Recommendations stated publicly or adopted in an EU text, by bucket. `events` is empty where they are too many to show. */
  uptake: z.array(
    z.strictObject({
      ...bucket,
      kind: z.enum(['stated', 'adopted']),
      count: z.int(),
      events: z.array(z.strictObject({ ref: z.string(), title: z.string(), date: z.string() })),
    }),
  ),
  /** Findings of the partner's side against the ones before, by bucket. `contrary`: regressed to going backwards. */
  changes: z.array(z.strictObject({ ...bucket, advanced: z.int(), regressed: z.int(), contrary: z.int() })),
})
export type Timeline = z.infer<typeof timeline>
