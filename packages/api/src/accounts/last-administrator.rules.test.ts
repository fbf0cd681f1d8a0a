import { accountRoles } from '@waymark/access/role'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayChangeMember } from './last-administrator.rules.ts'

const member = fc.record({ role: fc.constantFrom(...accountRoles), disabled: fc.boolean() })
const isActing = (m: { role: string; disabled: boolean }) => m.role === 'administrator' && !m.disabled

test('a change is refused exactly when it takes away the last administrator who can sign in', () => {
  fc.assert(
    fc.property(fc.array(member, { minLength: 1, maxLength: 5 }), fc.nat(4), member, (rows, at, next) => {
      const members = rows.map((row, index) => ({ user_id: String(index), ...row }))
      const user_id = String(at % members.length)
      const after = members.map((row) => (row.user_id === user_id ? { user_id, ...next } : row))
      const takesAway = members.some(isActing) && !after.some(isActing)
      expect(mayChangeMember(members, { user_id, ...next }).ok).toBe(!takesAway)
    }),
  )
})
