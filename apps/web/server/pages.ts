import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/server-runtime'
import { createTRPCClient, localLink } from '@trpc/client'
import type { Log } from '@waymark/api-host/api-application'
import { getClientAddress } from '@waymark/api-host/client-address'
import { getRequestLanguage } from '@waymark/api-host/language'
import type { Handler } from 'hono'
import { createNonce } from '../app/http/content-policy.ts'
import type { PageScope } from '../app/http/load-context.ts'
import type { Application } from './compose.ts'
import { buildRefusingRoutes } from './refusing-routes.ts'

/**
 * The request as Remix should see it. Remix compares Origin with the host itself, trusts a forwarded host
 * and rejects the `Origin: null` that browsers send under `no-referrer`; the origin guard has already
 * decided, so neither header goes further.
 */
const buildPageRequest = (request: Request): Request => {
  if (!request.headers.has('origin') && !request.headers.has('x-forwarded-host')) return request
  const headers = new Headers(request.headers)
  headers.delete('origin')
  headers.delete('x-forwarded-host')
  return new Request(request, { headers })
}

/** Answers with the pages of a Remix build. A build given as a function is asked for at each request (dev). */
export const buildPages = ({
  application,
  build,
  mode,
  log,
}: {
  application: Application
  build: ServerBuild | (() => Promise<ServerBuild>)
  mode: 'production' | 'development'
  log: Log
}): Handler => {
  const answer = createRequestHandler(
    typeof build === 'function' ? async () => buildRefusingRoutes(await build()) : buildRefusingRoutes(build),
    mode,
  )
  return async (c) => {
    const request = c.req.raw
    const responseHeaders = new Headers()
    const clientAddress = getClientAddress(c.env)
    const language = getRequestLanguage(request, application.pageLanguages ?? application.languages)
    const asked = { request, responseHeaders, clientAddress, language }
    const context = await application.createContext(asked)
    const reportError = (err: unknown) => log.error({ err, path: c.req.path }, 'a page failed')
    const scope: PageScope = {
      api: createTRPCClient({
        links: [localLink({ router: application.router, createContext: async () => context })],
      }),
      actor: context.actor,
      nonce: createNonce(),
      language,
      reportError,
    }
    // The pages are typed for the product's router; which router the application holds is its own affair.
    const response = await answer(buildPageRequest(request), {
      ...scope,
      ...application.buildPageScope?.({ ...asked, context }),
    } as unknown as AppLoadContext)
    for (const [name, value] of responseHeaders) response.headers.append(name, value)
    response.headers.append('vary', 'Accept-Language, Cookie')
    return response
  }
}
