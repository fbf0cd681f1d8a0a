import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { citedFields } from '../../common/source.input.ts'

const target = { dossier: key, ref: reference }
const event = {
  kind: uptakeKind,
  date: partialDate,
  round: key.optional(),
  forum: text(500).optional(),
  note: text(4000).optional(),
  ...citedFields,
}

export const uptakeTarget = z.strictObject(target)
/** One step by which a recommendation was taken up. */
export const recordUptakeInput = z.strictObject({ ...target, ...event })
export type RecordUptakeInput = z.infer<typeof recordUptakeInput>

/** `event` and `basedOn` as the desk's list names them. */
export const correctUptakeInput = z.strictObject({
  ...target,
  event: z.int().positive(),
  basedOn: z.int().positive(),
  ...event,
  reason: text(4000),
})
export type CorrectUptakeInput = z.infer<typeof correctUptakeInput>

export const voidUptakeInput = z.strictObject({
  ...target,
  event: z.int().positive(),
  basedOn: z.int().positive(),
  reason: text(4000),
})
export type VoidUptakeInput = z.infer<typeof voidUptakeInput>
