import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { submitInput } from '../assessment/assessment.input.ts'

/** Most assessments of one batch. */
export const batchLimit = 200

/** Assessments of one dossier that are submitted together, all or none, each based on the version that its writer saw. */
export const batchInput = z
  .strictObject({ dossier: key, rows: z.array(submitInput).min(1).max(batchLimit) })
  .refine(({ dossier, rows }) => rows.every((row) => row.dossier === dossier), {
    path: ['rows'],
    message: 'a batch stays in one dossier',
  })
  .refine(({ rows }) => new Set(rows.map((row) => `${row.ref} ${row.step ?? ''}`)).size === rows.length, {
    path: ['rows'],
    message: 'a batch assesses each recommendation once',
  })
export type BatchInput = z.infer<typeof batchInput>
