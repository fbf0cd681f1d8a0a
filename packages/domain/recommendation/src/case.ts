import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'

export const caseKinds = ['person', 'outlet', 'event', 'group'] as const
export const caseKind = z.enum(caseKinds)
export type CaseKind = z.infer<typeof caseKind>

export const caseStatuses = [
  'at-liberty',
  'detained',
  'on-trial',
  'imprisoned',
  'restricted',
  'psychiatric-confinement',
  'exile',
  'extradition-sought',
  'released',
  'released-with-restrictions',
  'acquitted',
  'closed',
  'died',
  'operating',
  'suspended',
  'blocked',
  'killed',
  'unresolved',
] as const
export const caseStatusKind = z.enum(caseStatuses)
export type CaseStatusKind = z.infer<typeof caseStatusKind>

/** A day in court, by what is decided on it. */
export const hearingKinds = ['trial', 'appeal', 'cassation', 'parole', 'detention', 'other'] as const
export const hearingKind = z.enum(hearingKinds)
export type HearingKind = (typeof hearingKinds)[number]

/** Who may see a case. New cases are `internal` unless the file says otherwise. */
export const sensitivities = ['public', 'internal', 'confidential'] as const
export const sensitivity = z.enum(sensitivities)
export type Sensitivity = z.infer<typeof sensitivity>

/** Whether the name that is shown is the real one. */
export const namings = ['name', 'pseudonym'] as const
export const naming = z.enum(namings)
export type Naming = z.infer<typeof naming>

export const caseStatus = z.strictObject({
  status: caseStatusKind,
  date: partialDate,
  source: key,
  note: text(4000).optional(),
})
export type CaseStatus = z.infer<typeof caseStatus>

/** A named person or outlet at stake. */
export const caseRecord = z.strictObject({
  key,
  kind: caseKind,
  publicName: text(300),
  sensitivity: sensitivity.default('internal'),
  consentBasis: text(1000),
  summary: text(20_000),
  recommendations: z.array(reference),
  statuses: z.array(caseStatus),
})
export type CaseRecord = z.infer<typeof caseRecord>
