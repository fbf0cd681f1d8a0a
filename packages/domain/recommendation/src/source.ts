import { key, language, text, webAddress } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { z } from 'zod'

export const sourceKinds = [
  'ngo',
  'eu-parliament',
  'eu-official',
  'un',
  'intergovernmental',
  'government',
  'treaty',
  'media',
  'party-linked',
  'court',
  'synthetic',
] as const
export const sourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof sourceKind>

/** Where in a source: paragraph, page, sentence. */
export const locator = text(500)

/** A document or statement on which something in the record rests. `file` names its stored copy. */
export const source = z.strictObject({
  key,
  title: text(1000),
  publisher: text(500),
  kind: sourceKind,
  date: partialDate,
  url: webAddress.optional(),
  language,
  file: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/, 'use a plain file name')
    .optional(),
})
export type Source = z.infer<typeof source>
