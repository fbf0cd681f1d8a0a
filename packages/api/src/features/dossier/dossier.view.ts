import { z } from 'zod'
import { frame } from '../../common/frame.view.ts'

export const dossierList = z.array(
  z.strictObject({
    key: z.string(),
    title: z.string(),
    partner: z.string(),
    note: z.string().nullable(),
    recommendations: z.int(),
  }),
)
export const dossierFrame = frame
