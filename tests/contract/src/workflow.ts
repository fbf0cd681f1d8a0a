import type { SubmitInput, submitInput } from '@waymark/api/features/assessment/assessment.input'
import type { z } from 'zod'
import type { Caller } from './open-test-record.ts'

type Submission = z.input<typeof submitInput>

/** Two supporting items of independent origins, from a source on record. */
export const evidenceFrom = (source: string): SubmitInput['evidence'] => [
  { source, stance: 'supports', kind: 'ngo-monitoring', origin: 'independent-ngo', locator: 'page 3' },
  { source, stance: 'supports', kind: 'law-in-force', origin: 'government' },
]

/** A valid submission on the one recommendation of the builders' dossier. */
export const aSubmission = (over: Partial<Submission> = {}): Submission => ({
  dossier: 'invented',
  ref: 'XX-2011-01',
  basedOn: 1,
  effective: '2013-05-31',
  level: 'substantial',
  contrary: false,
  rationale: 'Invented: the law is in force and applied.',
  confidence: 'medium',
  evidence: evidenceFrom('briefing'),
  ...over,
})

/** Submits as the analyst and publishes as the reviewer, on the version that each of them sees; gives the id. */
export async function publish(
  { analyst, reviewer }: { readonly analyst: Caller; readonly reviewer: Caller },
  over: Partial<Submission> = {},
): Promise<number> {
  const { dossier, ref } = aSubmission(over)
  const { version } = await analyst.assessment.form({ dossier, ref })
  const { id } = await analyst.assessment.submit(aSubmission({ ...over, basedOn: version }))
  await reviewer.assessment.publish({ dossier, id, basedOn: version })
  return id
}
