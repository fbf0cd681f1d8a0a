import { key, reference, text } from '@waymark/kernel/key'
import { instant, partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'
import { evidenceItem } from './evidence.ts'
import { confidence, level, state } from './level.ts'

/** What an assessment says: a level (and whether measures go against the ask), or the state that stands in its place. */
export const finding = z.union([z.strictObject({ level, contrary: z.boolean() }), z.strictObject({ state })])
export type Finding = z.infer<typeof finding>

/** An assessment as a dossier file carries it: exactly one of `level` and `state`. */
export const assessmentRow = z
  .strictObject({
    key: key.optional(),
    recommendation: reference,
    step: key.optional(),
    supersedes: key.optional(),
    reason: text(4000).optional(),
    effective: partialDate,
    recorded: instant.optional(),
    level: level.optional(),
    state: state.optional(),
    contrary: z.boolean().optional(),
    rationale: text(20_000),
    confidence,
    evidence: z.array(evidenceItem).min(1, 'an assessment needs at least one item of evidence'),
  })
  .refine(
    (a) => (a.level === undefined) !== (a.state === undefined),
    'give either a level or a state, not both and not neither',
  )
  .refine((a) => !(a.state !== undefined && a.contrary), 'contrary goes with a level, not with a state')
  .refine(
    (a) => (a.supersedes === undefined) === (a.reason === undefined),
    'a correction names what it supersedes and gives its reason',
  )
export type AssessmentRow = z.infer<typeof assessmentRow>
