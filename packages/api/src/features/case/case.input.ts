import { key, reference, text } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { caseKind, caseStatusKind, hearingKind, naming } from '@waymark/recommendation/case'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { citedFields } from '../../common/source.input.ts'

const target = { dossier: key, key }
const version = z.int().positive()
const reason = text(4000)

const content = {
  kind: caseKind,
  /** What readers are shown: the name, or a pseudonym. */
  publicName: text(300),
  naming,
  /** The name behind a pseudonym. Never shown outside the desk. */
  realName: text(300).optional(),
  summary: text(20_000),
  /** On what basis it may be told. A case without one stays internal. */
  consentBasis: text(1000).optional(),
  recommendations: z.array(reference).max(100).default([]),
}
const status = {
  status: caseStatusKind,
  date: partialDate,
  note: text(4000).optional(),
  source: citedFields.source,
  newSource: citedFields.newSource,
}

const isNamedOnce = (given: { naming: string; realName?: string | undefined }) =>
  given.naming === 'pseudonym' || given.realName === undefined
const namedOnce = { path: ['realName'], message: 'belongs behind a pseudonym only' }

export const caseTarget = z.strictObject(target)

/** A case of the public record, by the address of its page. */
export const casePageInput = z.strictObject({ ...cutInput.shape, case: z.string().regex(/^c[0-9a-f]{12}$/) })
export type CasePageInput = z.infer<typeof casePageInput>

/** A new case. It is never public: that takes a proposal and a second person. */
export const createCaseInput = z
  .strictObject({
    dossier: key,
    ...content,
    sensitivity: z.enum(['internal', 'confidential']).default('internal'),
  })
  .refine(isNamedOnce, namedOnce)
export type CreateCaseInput = z.infer<typeof createCaseInput>

export const correctCaseInput = z
  .strictObject({ ...target, basedOn: version, ...content, reason })
  .refine(isNamedOnce, namedOnce)
export type CorrectCaseInput = z.infer<typeof correctCaseInput>

export const recordStatusInput = z.strictObject({ ...target, ...status })
export type RecordStatusInput = z.infer<typeof recordStatusInput>

/** `entry` and `basedOn`: the status and its version, as the desk's page names them. */
export const correctStatusInput = z.strictObject({
  ...target,
  entry: version,
  basedOn: version,
  ...status,
  reason,
})
export type CorrectStatusInput = z.infer<typeof correctStatusInput>
export const voidStatusInput = z.strictObject({ ...target, entry: version, basedOn: version, reason })
export type VoidStatusInput = z.infer<typeof voidStatusInput>

const hearing = {
  kind: hearingKind,
  /** A day, or a month or year where no more is known. It may lie ahead. */
  date: partialDate,
  source: citedFields.source,
  newSource: citedFields.newSource,
}
/** Nothing in words: what a hearing is about stands in the case. */
export const recordHearingInput = z.strictObject({ ...target, ...hearing })
export type RecordHearingInput = z.infer<typeof recordHearingInput>
/** `hearing`: the version that was read. */
export const correctHearingInput = z.strictObject({ ...target, hearing: version, ...hearing })
export type CorrectHearingInput = z.infer<typeof correctHearingInput>
export const voidHearingInput = z.strictObject({ ...target, hearing: version })
export type VoidHearingInput = z.infer<typeof voidHearingInput>

/** Less is shown from here on: made internal, or confidential. One person is enough. */
export const restrictInput = z.strictObject({
  ...target,
  basedOn: version,
  sensitivity: z.enum(['internal', 'confidential']),
  reason,
})
export type RestrictInput = z.infer<typeof restrictInput>

/** More is shown from here on, or nothing is left: made public, no longer confidential, erased. It takes two people. */
export const proposeInput = z.strictObject({
  ...target,
  basedOn: version,
  change: z.enum(['publish', 'unseal', 'erase']),
})
export type ProposeInput = z.infer<typeof proposeInput>

export const proposalTarget = z.strictObject({ ...target, proposal: version })
export type ProposalTarget = z.infer<typeof proposalTarget>
export const refuseInput = z.strictObject({ ...target, proposal: version, comment: text(1000) })
export type RefuseInput = z.infer<typeof refuseInput>
