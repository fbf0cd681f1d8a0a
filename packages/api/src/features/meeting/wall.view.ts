import { subjectKinds } from '@waymark/meeting/item-id'
import { meetingStates } from '@waymark/meeting/meeting'
import { z } from 'zod'
import { reasonView } from './reason.view.ts'

/** Stands in a text where a name is withheld. */
export const maskedName = '▮▮▮'

const wallItem = z.strictObject({
  id: z.string(),
  kind: z.enum(subjectKinds),
  /** null where its name may not be shown, or is not there any more. */
  title: z.string().nullable(),
  /** True of a case that is not public. */
  hidden: z.boolean(),
  reasons: z.array(reasonView),
  minutes: z.number().nullable(),
  spentSeconds: z.number(),
  settled: z.boolean(),
  decisions: z.array(z.strictObject({ id: z.string(), text: z.string(), sealed: z.boolean() })),
  actions: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      owner: z.string().nullable(),
      due: z.string().nullable(),
    }),
  ),
})
export type WallItem = z.infer<typeof wallItem>

/** A meeting on a wall. Names that are withheld stand as {@link maskedName} in its texts. */
export const wallView = z.strictObject({
  dossier: z.strictObject({ key: z.string(), title: z.string() }),
  meeting: z.number(),
  title: z.string(),
  number: z.number(),
  state: z.enum(meetingStates),
  seq: z.number(),
  current: z.strictObject({ item: z.string(), since: z.string() }).nullable(),
  items: z.array(wallItem),
})
export type WallView = z.infer<typeof wallView>
