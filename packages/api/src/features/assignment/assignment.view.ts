import { z } from 'zod'
import { subjectKind } from '../../common/subject.input.ts'
import { assignmentTask } from './assignment.input.ts'

const person = z.strictObject({ id: z.string(), name: z.string() })

/** What somebody was asked to do. `rev` is what a change names. */
export const assignment = z.strictObject({
  id: z.string(),
  dossier: z.string(),
  subject: z.strictObject({
    kind: subjectKind,
    key: z.string(),
    title: z.string(),
    /** The recommendation of an assessment; null for other kinds. */
    ref: z.string().nullable(),
  }),
  task: assignmentTask,
  note: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** True when it is open and its day has passed. */
  overdue: z.boolean(),
  doneAt: z.string().nullable(),
  assignee: person,
  assigner: person,
  createdAt: z.string(),
  rev: z.int(),
  /** Whether the reader may change, end or drop it. */
  mayChange: z.boolean(),
})
export type Assignment = z.infer<typeof assignment>
export const assignments = z.array(assignment)
/** `already`: records on which the person had that task to do before; nothing was added for them. */
export const assigned = z.strictObject({ assigned: z.int(), already: z.int() })
export const assignmentRevision = z.strictObject({ rev: z.int() })
export const assignmentDropped = z.strictObject({ dropped: z.boolean() })
