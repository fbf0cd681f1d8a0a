import { key } from '@waymark/kernel/key'
import { actionEvent } from '@waymark/meeting/action-point'
import { z } from 'zod'

/** `whose`: one's own, or everybody's. */
export const listActionsInput = z.strictObject({
  dossier: key,
  whose: z.enum(['mine', 'all']).default('mine'),
  state: z.enum(['open', 'over']).default('open'),
  page: z.int().min(1).max(10_000).default(1),
})
export type ListActionsInput = z.infer<typeof listActionsInput>

export const findActionInput = z.strictObject({ action: z.uuid() })
export type FindActionInput = z.infer<typeof findActionInput>

export const countActionsInput = z.strictObject({ dossier: key })
export type CountActionsInput = z.infer<typeof countActionsInput>

/** `id`: chosen by whoever asks, so that asking twice records once. `basedOn`: the version that was read. */
export const recordActionInput = z.strictObject({
  dossier: key,
  action: z.uuid(),
  id: z.uuid(),
  basedOn: z.int().positive(),
  event: actionEvent,
})
export type RecordActionInput = z.infer<typeof recordActionInput>
