import type { RegisterWork } from '@waymark/db/queries/desk-register.query'
import type { RegisterSort } from '@waymark/db/queries/register-order.relations'
import { key, reference } from '@waymark/kernel/key'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { plainText } from '../../common/plain-text.ts'
import { standingFilter } from '../recommendation/recommendation.input.ts'

/** Columns of the register that a person may choose from, in their order. `ref` and `title` are always there. */
export const registerColumns = [
  'area',
  'side',
  'standing',
  'effective',
  'confidence',
  'evidence',
  'gates',
  'issued',
  'addressees',
  'uptake',
  'waiting',
  'draft',
  'assignee',
  'due',
  'author',
] as const
export const registerColumn = z.enum(registerColumns)
export type RegisterColumn = z.infer<typeof registerColumn>

/** What the register can be ordered by. */
export const registerSorts = [
  'ref',
  'title',
  'area',
  'standing',
  'effective',
  'confidence',
  'evidence',
  'issued',
  'uptake',
  'waiting',
  'due',
  'author',
] as const satisfies readonly RegisterSort[]
const sorts = registerSorts.flatMap((sort) => [sort, `-${sort}` as const])

/** My drafts, what waits for review, what I assessed, what I was asked to do. */
export const registerWork = [
  'draft',
  'waiting',
  'mine',
  'assigned',
] as const satisfies readonly RegisterWork[]

/** What the register is narrowed to and how it is ordered: with the columns, what a saved view holds. */
export const registerFilter = {
  area: key.optional(),
  side: z.enum(['partner', 'eu', 'other']).optional(),
  standing: standingFilter.optional(),
  work: z.enum(registerWork).optional(),
  /** Words that all occur on the record: its reference, title, text, findings and evidence. */
  q: plainText(200).optional(),
  sort: z.enum(sorts).optional(),
}

/** Most rows of one answer. */
export const windowLimit = 200

export const registerListInput = cutInput.extend({
  ...registerFilter,
  /** These only, in the order of `sort`. */
  refs: z.array(reference).max(500).optional(),
  offset: z.int().min(0).max(1_000_000).default(0),
  limit: z.int().min(1).max(windowLimit).default(50),
})
export type RegisterListInput = z.input<typeof registerListInput>

export const registerFrameInput = cutInput
/** Columns in the order in which they are shown. */
export const columnsInput = z.strictObject({ dossier: key, columns: z.array(registerColumn).max(40) })
