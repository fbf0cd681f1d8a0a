import { key, text } from '@waymark/kernel/key'
import { calendarDay } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { personId, subjectInput, subjectKey, subjectKind } from '../../common/subject.input.ts'

/** What a person can be asked to do with a record. */
export const assignmentTasks = ['assess', 'code', 'review', 'other'] as const
export const assignmentTask = z.enum(assignmentTasks)

const fields = {
  assignee: personId,
  task: assignmentTask,
  note: text(1000).optional(),
  /** The last day for it, in UTC. */
  dueOn: calendarDay.optional(),
}

/** One record or many of one kind, one person, one task. */
export const assignInput = z.strictObject({
  dossier: key,
  kind: subjectKind,
  keys: z.array(subjectKey).min(1, 'choose at least one record').max(500),
  ...fields,
})
export type AssignInput = z.infer<typeof assignInput>

const target = { dossier: key, id: z.uuid() }

/** `rev`: the revision that the writer saw. */
export const changeAssignmentInput = z.strictObject({ ...target, rev: z.int().positive(), ...fields })
export type ChangeAssignmentInput = z.infer<typeof changeAssignmentInput>
export const closeAssignmentInput = z.strictObject({ ...target, rev: z.int().positive() })
export type CloseAssignmentInput = z.infer<typeof closeAssignmentInput>

export const myAssignmentsInput = z.strictObject({ dossier: key.optional() })
export const assignmentsOfInput = subjectInput
