import { level } from '@waymark/assessment/level'
import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { citedFields } from '../../common/source.input.ts'

const target = { dossier: key, ref: reference }
const claim = {
  actor: key,
  date: partialDate,
  level: level.optional(),
  text: text(10_000),
  ...citedFields,
}

export const claimTarget = z.strictObject(target)
/** What a party says of its own implementation. */
export const recordClaimInput = z.strictObject({ ...target, ...claim })
export type RecordClaimInput = z.infer<typeof recordClaimInput>

/** `claim` and `basedOn` as the desk's list names them. */
export const correctClaimInput = z.strictObject({
  ...target,
  claim: z.int().positive(),
  basedOn: z.int().positive(),
  ...claim,
  reason: text(4000),
})
export type CorrectClaimInput = z.infer<typeof correctClaimInput>

export const voidClaimInput = z.strictObject({
  ...target,
  claim: z.int().positive(),
  basedOn: z.int().positive(),
  reason: text(4000),
})
export type VoidClaimInput = z.infer<typeof voidClaimInput>
