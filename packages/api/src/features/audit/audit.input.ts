import { key } from '@waymark/kernel/key'
import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'

/** Entries of one dossier or of one recommendation, latest first, from `before` (exclusive) back. */
export const auditListInput = z.strictObject({
  dossier: key.optional(),
  subject: plainText(100).optional(),
  before: z.int().positive().optional(),
})
