import { confidence } from '@waymark/assessment/level'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { findingView, requiredCounts, standing } from '../../common/refs.view.ts'
import { registerColumn } from './register.input.ts'

/** A recommendation as the desk's register lists it. */
export const registerRow = z.strictObject({
  ref: z.string(),
  title: z.string(),
  area: z.strictObject({ key: z.string(), title: z.string() }),
  side: z.enum(['partner', 'eu', 'other']),
  issued: z.string(),
  addressees: z.array(z.string()),
  /** True when a later recommendation has taken its place at `asOf`. */
  left: z.boolean(),
  standing,
  /** The finding in force, also when it is out of date. */
  finding: findingView
    .extend({ effective: z.string(), confidence, evidence: z.int(), author: z.string() })
    .nullable(),
  uptake: z.strictObject({ kind: uptakeKind, date: z.string() }).nullable(),
  gates: requiredCounts.extend({ passedWhileUnmet: z.int() }),
  /** Assessments that wait for review. */
  waiting: z.int(),
  /** True when the reader has a draft on it. */
  drafted: z.boolean(),
  /** Open assignments: whose is due first, how many there are. */
  assigned: z.strictObject({ name: z.string(), due: z.string().nullable(), count: z.int() }).nullable(),
  reviewEveryMonths: z.int(),
  /** Version of its record, as `basedOn` of an assessment names it. */
  version: z.int(),
  /** Its latest version, as `basedOn` of a correction of the recommendation itself names it. */
  edition: z.int(),
})
export type RegisterRow = z.infer<typeof registerRow>

export const registerList = z.strictObject({
  rows: z.array(registerRow),
  /** Rows that match, whatever the window. */
  total: z.int(),
  offset: z.int(),
})
export type RegisterList = z.infer<typeof registerList>

/** What stands around the rows. */
export const registerFrame = z.strictObject({
  frame,
  areas: z.array(z.strictObject({ key: z.string(), title: z.string(), count: z.int() })),
  /** The columns that the reader chose; null until they did. */
  columns: z.array(registerColumn).nullable(),
})
export type RegisterFrame = z.infer<typeof registerFrame>
export const columnsView = z.strictObject({ columns: z.array(registerColumn) })

/** How a batch ended: how many were submitted (none of a preview), or why each row that is not taken is not. */
export const batchOutcome = z.strictObject({
  submitted: z.int(),
  /** `row`: its place in the batch, from 0. `code` of a conflict: `record-moved-on`. */
  faults: z.array(z.strictObject({ row: z.int(), code: z.string(), message: z.string() })),
})
export type BatchOutcome = z.infer<typeof batchOutcome>
