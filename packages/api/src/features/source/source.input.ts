import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

export const sourceListInput = cutInput.extend({
  q: z.string().max(200).optional(),
  page: z.int().min(1).max(10_000).optional(),
})
