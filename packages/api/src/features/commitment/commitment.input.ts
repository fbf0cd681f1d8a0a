import { key, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { citedFields } from '../../common/source.input.ts'

/** An EU statement that ties relations to reform: who made it, when, what it says, where that stands. */
const commitmentFields = {
  actor: key,
  date: partialDate,
  summary: text(4000),
  ...citedFields,
}
export const recordCommitmentInput = z.strictObject({
  dossier: key,
  key: key.optional(),
  ...commitmentFields,
})
export type RecordCommitmentInput = z.infer<typeof recordCommitmentInput>

/** `basedOn`: the version that the writer saw. */
export const correctCommitmentInput = z.strictObject({
  dossier: key,
  key,
  basedOn: z.int().positive(),
  ...commitmentFields,
  reason: text(4000),
})
export type CorrectCommitmentInput = z.infer<typeof correctCommitmentInput>
