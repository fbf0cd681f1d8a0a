import { z } from 'zod'

export const role = z.enum(['viewer', 'analyst', 'reviewer', 'administrator'])
export const me = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  twoFactor: z.boolean(),
})
export const userList = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role,
    disabled: z.boolean(),
    twoFactor: z.boolean(),
    rev: z.int(),
  }),
)
export const changedUser = z.strictObject({ rev: z.int() })
