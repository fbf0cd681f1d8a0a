import { key, reference } from '@waymark/kernel/key'
import { gateStates } from '@waymark/linkage/gate'
import { linkageRole } from '@waymark/linkage/linkage'
import { z } from 'zod'
import { cutInput } from '../../common/cut.ts'

/** Which links: any of these together. Keys that name nothing leave none. */
export const linkFilter = z.strictObject({
  area: key.optional(),
  role: linkageRole.optional(),
  side: z.enum(['partner', 'eu', 'other']).optional(),
  state: z.enum(gateStates).optional(),
  track: key.optional(),
  milestone: key.optional(),
  recommendation: reference.optional(),
  /** Those that rest on this statement, or on any statement of this institution, made by `asOf`. */
  commitment: key.optional(),
  actor: key.optional(),
  /** `nothing`: those that rest on no statement made by `asOf`. */
  rests: z.enum(['nothing']).optional(),
})

export const linkageDataInput = cutInput.extend(linkFilter.shape)
export type LinkageDataInput = z.infer<typeof linkageDataInput>

export const linkageMatrixInput = linkageDataInput.extend({
  page: z.int().min(1).max(10_000).optional(),
})
export type LinkageMatrixInput = z.infer<typeof linkageMatrixInput>

export const linkageListInput = linkageMatrixInput.extend({ group: z.enum(['milestone', 'area']).optional() })
export type LinkageListInput = z.infer<typeof linkageListInput>
