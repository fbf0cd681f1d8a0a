import { key, text } from '@waymark/kernel/key'
import { z } from 'zod'

export const actorKinds = [
  'eu-institution',
  'state-body',
  'ngo',
  'un-body',
  'court',
  'media',
  'other',
] as const
export const actorKind = z.enum(actorKinds)
export type ActorKind = z.infer<typeof actorKind>

/** A body that asks, is asked, or speaks. */
export const actor = z.strictObject({ key, name: text(300), kind: actorKind })
export type Actor = z.infer<typeof actor>
