import { z } from 'zod'
import { listUsers, setDisabled, setRole } from '../../accounts/accounts.ts'
import { procedureFor, router } from '../../procedure.ts'
import { acceptResult } from '../../refusal-error.ts'
import { setDisabledInput, setRoleInput } from './user.input.ts'
import { changedUser, me, userList } from './user.view.ts'

const manage = procedureFor('user.manage')

export const userRouter = router({
  me: procedureFor('session.own')
    .input(z.strictObject({}))
    .output(me)
    .query(({ ctx }) => ctx.actor),
  list: manage
    .input(z.strictObject({}))
    .output(userList)
    .query(({ ctx }) => listUsers(ctx.auth)),
  setRole: manage
    .input(setRoleInput)
    .output(changedUser)
    .mutation(async ({ ctx, input }) => acceptResult(await setRole(ctx.auth, ctx.act, input))),
  setDisabled: manage
    .input(setDisabledInput)
    .output(changedUser)
    .mutation(async ({ ctx, input }) => acceptResult(await setDisabled(ctx.auth, ctx.act, input))),
})
