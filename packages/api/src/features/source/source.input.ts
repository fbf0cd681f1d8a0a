import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'
import { plainText } from '../../common/plain-text.ts'

export const sourceListInput = cutInput.extend({
  q: plainText(200).optional(),
  page: z.int().min(1).max(10_000).optional(),
})
