import { uptakeKind } from '@waymark/recommendation/uptake'
import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'
import { sourceRef } from '../../common/refs.view.ts'

export const roundList = z.strictObject({
  frame,
  rounds: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      date: z.string(),
      place: z.string().nullable(),
      source: sourceRef,
      /** Recommendations in force on the day of the round. */
      inForce: z.int(),
      uptake: z.array(
        z.strictObject({ ref: z.string(), title: z.string(), kind: uptakeKind, date: z.string() }),
      ),
    }),
  ),
})
