import type { SubjectKind } from '@waymark/db/desk-schema'
import { key } from '@waymark/kernel/key'
import { z } from 'zod'

/** Kinds of record that colleagues talk about, are asked to work on, and are seen at. */
export const subjectKinds = [
  'recommendation',
  'assessment',
  'case',
  'milestone',
  'commitment',
  'source',
] as const satisfies readonly SubjectKind[]
export const subjectKind = z.enum(subjectKinds)

/** A key or a reference; the id of an assessment, in digits. */
export const subjectKey = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/, 'is not the key of a record')

/** One record of a dossier. */
export const subjectFields = { dossier: key, kind: subjectKind, key: subjectKey }
export const subjectInput = z.strictObject(subjectFields)
export type SubjectInput = z.infer<typeof subjectInput>

/** The id of an account. */
export const personId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'is not the id of an account')
