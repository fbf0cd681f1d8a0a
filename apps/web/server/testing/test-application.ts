import { initTRPC, TRPCError } from '@trpc/server'
import { Hono } from 'hono'
import type { Application } from '../compose.ts'

/** A small application for tests of the server: every kind of answer, none of the record. */
export const buildTestApplication = () => {
  const t = initTRPC.context<{ actor: string | null }>().create({ isDev: false })
  const written: string[] = []
  const state = { healthy: true, closed: 0 }
  const router = t.router({
    absent: t.procedure.query((): string => {
      throw new TRPCError({ code: 'NOT_FOUND', message: 'there is no such thing' })
    }),
    hidden: t.procedure.query((): string => {
      throw new TRPCError({ code: 'NOT_FOUND', message: 'you may not know' })
    }),
    broken: t.procedure.query((): string => {
      throw new Error('the cause inside')
    }),
    actor: t.procedure.query(({ ctx }) => ctx.actor),
    write: t.procedure.mutation(({ ctx }) => {
      written.push(ctx.actor ?? 'nobody')
    }),
  })
  const publicData = new Hono()
  publicData.get('/figures.json', (c) =>
    c.json({ figures: Array(400).fill(1) }, 200, { 'cache-control': 'public, max-age=60', etag: '"one"' }),
  )
  const routes = new Hono()
  routes.post('/sign-in', (c) => {
    c.header('set-cookie', 'session=one; HttpOnly')
    return c.redirect('/desk', 303)
  })
  const application: Application<typeof router> = {
    router,
    languages: ['en', 'ru'],
    createContext: async ({ request, responseHeaders }) => {
      const session = request.headers.get('cookie')
      if (session === 'session=old') responseHeaders.append('set-cookie', 'session=new')
      return { actor: session ? 'analyst' : null }
    },
    publicData: [publicData],
    routes: [routes],
    health: async () => state.healthy,
    close: async () => {
      state.closed += 1
    },
  }
  return { application, written, state }
}
