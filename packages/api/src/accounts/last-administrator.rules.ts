import type { AccountRole } from '@waymark/access/role'
import { ok, type Result, refused } from '@waymark/kernel/result'

type Holder = { readonly user_id: string; readonly role: AccountRole; readonly disabled: boolean }

const isActing = ({ role, disabled }: Omit<Holder, 'user_id'>) => role === 'administrator' && !disabled

/**
 * Whether a member may become what `next` says. The last administrator who can sign in stays one: nobody would be
 * left who could appoint another.
 */
export function mayChangeMember(members: readonly Holder[], next: Holder): Result<null> {
  const current = members.find((member) => member.user_id === next.user_id)
  if (!current || !isActing(current) || isActing(next)) return ok(null)
  const isOtherLeft = members.some((member) => member.user_id !== next.user_id && isActing(member))
  return isOtherLeft ? ok(null) : refused({ code: 'last-administrator' })
}
