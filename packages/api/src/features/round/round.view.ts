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
      /**
       * What became of the proposals at the round: recommendations proposed by its day and in force on it, and how many of
       * them were raised, became a text (stated publicly or adopted), became a commitment. Counted are events that name the
       * round, or name none and lie on its day or after and before the next round. What came further counts before too.
       */
      flow: z.strictObject({
        proposals: z.int(),
        raised: z.int(),
        texts: z.int(),
        commitments: z.int(),
      }),
      uptake: z.array(
        z.strictObject({ ref: z.string(), title: z.string(), kind: uptakeKind, date: z.string() }),
      ),
    }),
  ),
})
