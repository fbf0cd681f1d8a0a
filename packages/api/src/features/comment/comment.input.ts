import { key, text } from '@waymark/kernel/key'
import { z } from 'zod'
import { personId, subjectFields, subjectInput } from '../../common/subject.input.ts'

export const commentsInput = subjectInput

/** `mentions`: who is told of it. */
export const writeCommentInput = z.strictObject({
  ...subjectFields,
  text: text(4000),
  mentions: z.array(personId).max(20).default([]),
})
export type WriteCommentInput = z.infer<typeof writeCommentInput>

export const removeCommentInput = z.strictObject({ dossier: key, id: z.uuid() })
