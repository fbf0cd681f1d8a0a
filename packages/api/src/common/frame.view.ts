import { z } from 'zod'
import { cut } from './cut.ts'

/** A date that a reader may want to go to: a dialogue round or a milestone. */
export const moment = z.strictObject({
  day: z.string(),
  date: z.string(),
  kind: z.enum(['round', 'milestone']),
  /** Kind of the milestone; null for a round. */
  step: z.string().nullable(),
  key: z.string(),
  title: z.string(),
})
export type Moment = z.infer<typeof moment>

/** What every page of a dossier shows around its matter. */
export const frame = z.strictObject({
  dossier: z.strictObject({
    key: z.string(),
    title: z.string(),
    partner: z.string(),
    note: z.string().nullable(),
  }),
  cut,
  /** The day it is; `cut.asOf` equals it when no date was asked for. */
  today: z.string(),
  /** True when the reader asked for a record cut-off; false: everything recorded so far. */
  knownAtChosen: z.boolean(),
  /** When the record of this dossier begins, and when it last changed. */
  beginsAt: z.string(),
  changedAt: z.string(),
  moments: z.array(moment),
})
export type Frame = z.infer<typeof frame>
