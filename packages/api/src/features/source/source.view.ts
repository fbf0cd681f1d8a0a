import { evidenceKind, origin } from '@waymark/assessment/evidence'
import { sourceKind } from '@waymark/recommendation/source'
import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { sourceRef } from '../../common/refs.view.ts'

/** Sources with everything public that rests on them. */
export const sourceList = z.strictObject({
  frame,
  sources: z.array(
    sourceRef.extend({
      file: z.string().nullable(),
      recommendations: z.array(
        z.strictObject({ ref: z.string(), title: z.string(), locator: z.string().nullable() }),
      ),
      evidence: z.array(
        z.strictObject({
          ref: z.string(),
          effective: z.string(),
          locator: z.string().nullable(),
          stance: z.string(),
        }),
      ),
      uptake: z.array(
        z.strictObject({
          ref: z.string(),
          kind: z.string(),
          date: z.string(),
          locator: z.string().nullable(),
        }),
      ),
      commitments: z.array(
        z.strictObject({
          key: z.string(),
          summary: z.string(),
          date: z.string(),
          actor: z.string(),
          locator: z.string().nullable(),
        }),
      ),
      milestones: z.array(
        z.strictObject({ key: z.string(), title: z.string(), locator: z.string().nullable() }),
      ),
      rounds: z.array(z.strictObject({ key: z.string(), title: z.string() })),
      claims: z.array(z.strictObject({ ref: z.string(), date: z.string(), locator: z.string().nullable() })),
      cases: z.array(z.strictObject({ key: z.string(), name: z.string() })),
    }),
  ),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})

/** For the assess form: sources one can cite. */
export const sourceChoices = z.array(
  z.strictObject({
    key: z.string(),
    title: z.string(),
    publisher: z.string(),
    date: z.string(),
    url: z.string().nullable(),
    kind: sourceKind,
    language: z.string(),
    isPublic: z.boolean(),
    /** As what it was last used for evidence. */
    use: z.strictObject({ kind: evidenceKind, origin }).nullable(),
  }),
)
export const recordedSource = z.strictObject({ key: z.string() })
