import { z } from 'zod'
import { subjectFields } from '../../common/subject.input.ts'

export const presenceInput = z.strictObject(subjectFields)

/** `since`: the entry as of which the page was made. */
export const beatInput = z.strictObject({
  ...subjectFields,
  doing: z.enum(['reading', 'writing']),
  since: z.int().min(0),
})
export type BeatInput = z.infer<typeof beatInput>
