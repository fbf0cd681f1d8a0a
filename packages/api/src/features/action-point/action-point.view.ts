import { actionStates } from '@waymark/meeting/action-point'
import { audience } from '@waymark/meeting/event'
import { sensitivity } from '@waymark/recommendation/case'
import { z } from 'zod'

export const actionView = z.strictObject({
  id: z.string(),
  dossier: z.string(),
  meeting: z.number(),
  meetingTitle: z.string().nullable(),
  heldOn: z.string().nullable(),
  series: z.number(),
  item: z.string(),
  text: z.string(),
  sensitivity,
  audience,
  ownerId: z.string(),
  owner: z.string(),
  due: z.string(),
  state: z.enum(actionStates),
  overdue: z.boolean(),
  snoozedUntil: z.string().nullable(),
  closedBecause: z.string().nullable(),
  rev: z.number(),
})
export type ActionView = z.infer<typeof actionView>
export const actionList = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  actions: z.array(actionView),
  page: z.number(),
  more: z.boolean(),
})
export type ActionList = z.infer<typeof actionList>
/** One's own that are open, and those of them that are overdue. */
export const actionCount = z.strictObject({ open: z.number(), overdue: z.number() })
export type ActionCount = z.infer<typeof actionCount>
export const actionRecorded = z.strictObject({ rev: z.number() })
