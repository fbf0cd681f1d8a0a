import type { AccountRole } from '@waymark/access/role'
import { createMember, listMembers, recordRevision } from '@waymark/db/accounts/member'
import { type Act, inTransaction } from '@waymark/db/in-transaction'
import type { Database } from '@waymark/db/schema'
import { ok, type Result, refused } from '@waymark/kernel/result'
import type { Kysely } from 'kysely'
import { mayChangeMember } from './last-administrator.rules.ts'

/**
 * `rev`: the revision that the change was decided from; left out at the command line, which shows none.
 * `secret`: a password or second factor was replaced by someone else than its user; the member row stays as it is.
 */
export type MemberChange = { readonly id: string; readonly rev?: number | undefined } & (
  | { readonly kind: 'role'; readonly role: AccountRole }
  | { readonly kind: 'disabled'; readonly disabled: boolean }
  | { readonly kind: 'secret'; readonly action: 'user.set-password' | 'user.remove-second-factor' }
)

/** Gives a new user their role, with one audit entry. */
export function recordMember(
  record: Kysely<Database>,
  act: Act,
  { id, name, role }: { readonly id: string; readonly name: string; readonly role: AccountRole },
): Promise<Result<{ readonly rev: number }>> {
  return inTransaction(record, act, async ({ trx, recordedAt }) => {
    await createMember(trx, { user_id: id, name, role, changed_at: recordedAt })
    return ok({
      value: { rev: 1 },
      account: { action: 'user.add', subject: getSubject(id), after: { role, disabled: false } },
    })
  })
}

/**
 * Changes what a user may do, with one audit entry. A change to what already is writes nothing.
 * @returns refused with `unknown-user`, `record-moved-on` (params.version: the revision now) or `last-administrator`
 */
export function changeMember(
  record: Kysely<Database>,
  act: Act,
  change: MemberChange,
): Promise<Result<{ readonly rev: number }>> {
  return inTransaction(record, act, async ({ trx, recordedAt }) => {
    const members = await listMembers(trx)
    const current = members.find((member) => member.user_id === change.id)
    if (!current) return refused({ code: 'unknown-user' })
    if (change.rev !== undefined && change.rev !== current.rev) {
      return refused({ code: 'record-moved-on', params: { version: current.rev } })
    }
    const before = { role: current.role, disabled: current.disabled }
    if (change.kind === 'secret') {
      return ok({
        value: { rev: current.rev },
        account: { action: change.action, subject: getSubject(change.id), before, after: before },
      })
    }
    const after =
      change.kind === 'role' ? { ...before, role: change.role } : { ...before, disabled: change.disabled }
    const allowed = mayChangeMember(members, { user_id: change.id, ...after })
    if (!allowed.ok) return allowed
    if (after.role === before.role && after.disabled === before.disabled) {
      return ok({ value: { rev: current.rev }, account: null })
    }
    await recordRevision(trx, { user_id: change.id, ...after }, recordedAt)
    const action = change.kind === 'role' ? 'user.set-role' : change.disabled ? 'user.disable' : 'user.enable'
    return ok({
      value: { rev: current.rev + 1 },
      account: { action, subject: getSubject(change.id), before, after },
    })
  })
}

const getSubject = (id: string) => ({ kind: 'user', dossier: null, key: id })
