import type { AnyRouter } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { Hono } from 'hono'
import type { ApiApplication, Log } from './api-application.ts'
import { getClientAddress } from './client-address.ts'
import { buildOriginGuard, type OwnOrigins } from './guards/origin-guard.ts'
import { buildBodyLimit, buildJsonOnlyGuard } from './guards/request-shape.ts'
import { getRequestLanguage } from './language.ts'

/** The most calls that one HTTP request may carry. */
export const maxBatchSize = 10

/**
 * The tRPC router behind its guards, mounted at /trpc: JSON only (415), own origin (403), bodies up to
 * 1 MB (413), ten calls a batch (400).
 * Throws on a router that would send stack traces: tRPC does so unless it is created with `isDev: false`.
 */
export const buildApiApp = <TRouter extends AnyRouter>({
  router,
  createContext,
  languages,
  allowedOrigins,
  log,
}: Pick<ApiApplication<TRouter>, 'router' | 'createContext' | 'languages'> & {
  allowedOrigins: OwnOrigins
  log: Log
}): Hono => {
  if (router._def._config.isDev)
    throw new Error('the router sends stack traces: create tRPC with isDev: false')
  const app = new Hono()
  app.use('/trpc/*', buildOriginGuard({ own: allowedOrigins }), buildJsonOnlyGuard(), buildBodyLimit())
  app.all('/trpc/*', async (c) => {
    const response = await fetchRequestHandler({
      endpoint: '/trpc',
      req: c.req.raw,
      router,
      maxBatchSize,
      createContext: ({ req, resHeaders }) =>
        createContext({
          request: req,
          responseHeaders: resHeaders,
          clientAddress: getClientAddress(c.env),
          language: getRequestLanguage(req, languages),
        }),
      onError: ({ error, path }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'a procedure failed')
      },
    })
    // An answer may depend on who asks, and the address does not say who: nobody may keep it.
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store')
    return response
  })
  return app
}
