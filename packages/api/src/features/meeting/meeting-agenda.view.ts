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
