import { initTRPC, type TRPCError } from '@trpc/server'
import { may, type Permission } from '@waymark/access/permission'
import { WriteBusyError } from '@waymark/db/in-transaction'
import { formatRefusal } from '@waymark/messages/refusals'
import { ZodError } from 'zod'
import type { Context } from './context.ts'
import { buildRefusalError, RefusalError } from './refusal-error.ts'

/** What a procedure says of itself beside its input and output. A contract test demands it of every one. */
export type Meta = { readonly permission: Permission }

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    // Also decides whether stack traces leave the server: never, in any environment.
    isDev: false,
    // A line that is dead without a word is found within half a minute, on both of its ends.
    sse: {
      ping: { enabled: true, intervalMs: 10_000 },
      client: { reconnectAfterInactivityMs: 25_000 },
    },
    errorFormatter({ shape, error, ctx }) {
      const language = ctx?.language ?? 'en'
      const refusal = getRefusal(error)
      const issues =
        error.cause instanceof ZodError && error.code === 'BAD_REQUEST'
          ? error.cause.issues
              .slice(0, 100)
              .map((i) => ({ path: i.path.map(String).join('.'), message: i.message }))
          : null
      const conflict = error.cause instanceof RefusalError ? error.cause.conflict : null
      const message = refusal
        ? formatRefusal(refusal, language)
        : 'Something went wrong here. Nothing was changed. Try again in a while.'
      return {
        ...shape,
        message,
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          refusal: refusal ? { ...refusal, message } : null,
          issues,
          conflict,
        },
      }
    },
  })

function getRefusal(error: TRPCError) {
  if (error.cause instanceof RefusalError) return error.cause.refusal
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR') return { code: 'invalid-input' } as const
  if (error.code === 'NOT_FOUND') return { code: 'not-found' } as const
  return null
}

export const { router, createCallerFactory } = t

/** A procedure behind a permission: the only way to begin one. The actor is whoever the permission demands. */
export const publicProcedure = t.procedure.meta({ permission: 'read.public' })

/** A procedure for those who are signed in and whose role has the permission. */
export const procedureFor = (permission: Exclude<Permission, 'read.public'>) =>
  t.procedure.meta({ permission }).use(async ({ ctx, next }) => {
    if (ctx.actor === null) throw buildRefusalError({ code: 'not-signed-in' })
    if (!may(ctx.actor.role, permission)) throw buildRefusalError({ code: 'not-allowed' })
    const act = { kind: 'user' as const, id: ctx.actor.id, name: ctx.actor.name }
    const result = await next({ ctx: { ...ctx, actor: ctx.actor, act } })
    if (!result.ok && result.error.cause instanceof WriteBusyError) throw buildRefusalError({ code: 'busy' })
    return result
  })
