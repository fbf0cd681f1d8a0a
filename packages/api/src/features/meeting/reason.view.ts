import { gateDue, ownReasons } from '@waymark/meeting/reason'
import { contentLanguage } from '@waymark/recommendation/translatable'
import { z } from 'zod'

/**
 * Why an item is on an agenda, as it is read: a milestone has the title that it has now, null where it is on record no
 * more, and those translations of it that were made of that title.
 */
export const reasonView = z.discriminatedUnion('kind', [
  ...ownReasons,
  gateDue.extend({
    title: z.string().nullable(),
    translations: z.partialRecord(contentLanguage, z.string()),
  }),
])
export type ReasonView = z.infer<typeof reasonView>
