import { key } from '@waymark/kernel/key'
import { cutInput } from '../../common/cut.ts'

export const milestoneInput = cutInput.extend({ key })
