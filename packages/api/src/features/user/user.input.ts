import { z } from 'zod'
import { plainText } from '../../common/plain-text.ts'
import { role } from './user.view.ts'

const target = z.strictObject({ id: plainText(100), rev: z.int().min(1) })
export const setRoleInput = target.extend({ role })
export const setDisabledInput = target.extend({ disabled: z.boolean() })
