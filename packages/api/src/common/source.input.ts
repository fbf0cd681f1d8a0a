import { key, language, text, webAddress } from '@waymark/kernel/key'
import { partialDate } from '@waymark/kernel/partial-date'
import { sourceKind } from '@waymark/recommendation/source'
import { z } from 'zod'

/** A source that is not yet on record. Its key is made from its title and date. */
export const newSource = z.strictObject({
  title: text(1000),
  publisher: text(500),
  kind: sourceKind,
  date: partialDate,
  url: webAddress.optional(),
  language,
})
export type NewSource = z.infer<typeof newSource>

/** Fields of what rests on one source: a key, or a description; and the place in it. */
export const citedFields = {
  source: key.optional(),
  newSource: newSource.optional(),
  locator: text(500).optional(),
}

/** What rests on a source names one on record by its key, or describes a new one. */
export type Cited = {
  readonly source?: string | undefined
  readonly newSource?: NewSource | undefined
}
