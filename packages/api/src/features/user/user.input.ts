import { z } from 'zod'
import { role } from './user.view.ts'

const target = z.strictObject({ id: z.string().min(1).max(100), rev: z.int().min(1) })
export const setRoleInput = target.extend({ role })
export const setDisabledInput = target.extend({ disabled: z.boolean() })
