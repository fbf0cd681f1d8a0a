import { cut } from '@waymark/meeting/reason'
import { z } from 'zod'
import { itemView } from './meeting.view.ts'

/** What a rebuild would change: the cuts that it would look between, and the items that would come and go. */
export const agendaPreview = z.strictObject({
  since: cut,
  until: cut,
  added: z.array(itemView),
  removed: z.array(itemView),
})
export type AgendaPreview = z.infer<typeof agendaPreview>

/** Records that can be put on an agenda. */
export const foundRecords = z.strictObject({
  /** False where no word has the three letters that it takes; nothing was looked for then. */
  searched: z.boolean(),
  records: z.array(
    z.strictObject({
      /** The id that it has as an item. */
      item: z.string(),
      kind: z.enum(['recommendation', 'case', 'milestone']),
      key: z.string(),
      title: z.string(),
    }),
  ),
  /** True when more match than are named. */
  more: z.boolean(),
})
export type FoundRecords = z.infer<typeof foundRecords>
