import { evidenceKind, origin } from '@waymark/assessment/evidence'
import { z } from 'zod'
import { custody, fileView } from '../file/file.view.ts'

/** A version of an item of evidence. `version` is what a correction names as `basedOn`. */
export const itemView = z.strictObject({
  id: z.int(),
  version: z.int(),
  source: z.strictObject({ key: z.string(), title: z.string(), isPublic: z.boolean() }),
  /** Readers see what this version says: a published assessment rests on it. Its file, its author and when it was looked up they never see. */
  isPublic: z.boolean(),
  file: z.strictObject({ id: z.int(), name: z.string() }).nullable(),
  locator: z.string().nullable(),
  kind: evidenceKind,
  origin,
  factDate: z.string().nullable(),
  capturedOn: z.string().nullable(),
  language: z.string(),
  excerpt: z.string().nullable(),
  author: z.string(),
  recordedAt: z.string(),
  /** Why it replaced the version before. */
  reason: z.string().nullable(),
  /** Assessments that rest on it, in any version. */
  uses: z.int(),
})
export type ItemView = z.infer<typeof itemView>

export const itemList = z.strictObject({
  items: z.array(itemView),
  total: z.int(),
  page: z.int(),
  pages: z.int(),
})

export const itemDetail = z.strictObject({
  item: itemView,
  file: fileView.nullable(),
  /** Every version, the latest first. */
  versions: z.array(itemView),
  uses: z.array(
    z.strictObject({
      assessment: z.int(),
      ref: z.string(),
      title: z.string(),
      effective: z.string(),
      outcome: z.enum(['published', 'returned', 'retracted']).nullable(),
      author: z.string(),
      /** True when it rests on an earlier version than the latest. */
      earlier: z.boolean(),
    }),
  ),
  custody,
})

/** What an assessment can rest on: the latest 500 items, as a form offers them. */
export const itemChoices = z.array(
  z.strictObject({
    id: z.int(),
    source: z.strictObject({ key: z.string(), title: z.string() }),
    locator: z.string().nullable(),
    kind: evidenceKind,
    origin,
    factDate: z.string().nullable(),
    /** Its first 200 characters. */
    excerpt: z.string().nullable(),
  }),
)

export const writtenItem = z.strictObject({ id: z.int(), version: z.int() })
