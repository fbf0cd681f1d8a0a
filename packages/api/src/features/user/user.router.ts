import type { Refusal, RefusalCode } from '@waymark/kernel/refusal'
import { refusalStatus } from '@waymark/kernel/refusal'
import type { Result } from '@waymark/kernel/result'
import { z } from 'zod'
import { listUsers, setDisabled, setRole } from '../../accounts/accounts.ts'
import type { AccountResult } from '../../accounts/refusal.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { setDisabledInput, setRoleInput } from './user.input.ts'
import { changedUser, me, userList } from './user.view.ts'

const manage = procedureFor('user.manage')

/** The refusals of changes to a member are all of the kernel; any other would be a fault of ours. */
function acceptAccount<T>(result: AccountResult<T>): T {
  if (result.ok) return result.value
  if (!Object.hasOwn(refusalStatus, result.error.code)) throw new Error(`unexpected refusal ${result.error.code}`)
  return acceptResult<T>({ ok: false, error: { ...result.error, code: result.error.code as RefusalCode } satisfies Refusal } satisfies Result<T>)
}

export const userRouter = router({
  me: procedureFor('session.own').input(z.strictObject({})).output(me).query(({ ctx }) => ctx.actor),
  list: manage.input(z.strictObject({})).output(userList).query(({ ctx }) => listUsers(ctx.auth)),
  setRole: manage
    .input(setRoleInput)
    .output(changedUser)
    .mutation(async ({ ctx, input }) => acceptAccount(await setRole(ctx.auth, ctx.act, input))),
  setDisabled: manage
    .input(setDisabledInput)
    .output(changedUser)
    .mutation(async ({ ctx, input }) => acceptAccount(await setDisabled(ctx.auth, ctx.act, input))),
})
