import { key } from '@waymark/kernel/key'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

export const linkageListInput = cutInput.extend({
  area: key.optional(),
  role: linkageRole.optional(),
  state: z.enum(gateStates).optional(),
})
