import {
  type AppLoadContext,
  createRequestHandler,
  type RequestHandler,
  type ServerBuild,
} from '@remix-run/server-runtime'
import { createTRPCClient } from '@trpc/client'
import type { Log } from '@waymark/api-host/api-application'
import { getClientAddress } from '@waymark/api-host/client-address'
import type { Language } from '@waymark/messages/language'
import type { Handler } from 'hono'
import { createNonce } from '../app/http/content-policy.ts'
import type { PageScope } from '../app/http/load-context.ts'
import type { Application } from './compose.ts'
import { buildInProcessLink } from './in-process-link.ts'
import { buildOneRoute, buildPublicPageFinder } from './narrow-routes.ts'
import { buildPageAddress, parsePageAddress } from './page-address.ts'
import { buildPagePattern } from './page-pattern.ts'
import { typesetter } from './pictures/typesetter.ts'
import { writePng } from './pictures/write-png.ts'
import { isPrivatePath } from './private-path.ts'
import { buildPublicRoutes } from './public-routes.ts'
import { buildRefusingRoutes } from './refusing-routes.ts'
import { buildSilentData } from './silent-data.ts'
import { buildWholeAnswer } from './whole-answer.ts'

/**
 * The request as Remix should see it: at the address without its language. Remix compares Origin with the host itself, trusts a
 * forwarded host and rejects the `Origin: null` that browsers send under `no-referrer`; the origin guard has already
 * decided, so neither header goes further.
 */
const buildPageRequest = (request: Request, path: string): Request => {
  const url = new URL(request.url)
  const isBelowPrefix = url.pathname !== path
  if (!isBelowPrefix && !request.headers.has('origin') && !request.headers.has('x-forwarded-host'))
    return request
  const headers = new Headers(request.headers)
  headers.delete('origin')
  headers.delete('x-forwarded-host')
  const plain = new Request(request, { headers })
  if (!isBelowPrefix) return plain
  url.pathname = path
  return new Request(url, plain)
}

/** Addresses of the router's own: the data of a page, and what it tells a browser of further routes. */
const isOfRouter = (path: string): boolean => path.endsWith('.data') || path === '/__manifest'

/** A public page has a handler of its own, which knows no other route; everything else goes to one that knows all. */
const buildNarrowing = (build: ServerBuild, mode: 'production' | 'development'): RequestHandler => {
  const answerAll = createRequestHandler(build, mode)
  const find = buildPublicPageFinder(build)
  const handlers = new Map<string, RequestHandler>()
  return (request, context) => {
    const { pathname } = new URL(request.url)
    const id = isOfRouter(pathname) ? null : find(pathname)
    if (id === null) return answerAll(request, context)
    const answer = handlers.get(id) ?? createRequestHandler(buildSilentData(buildOneRoute(build, id)), mode)
    handlers.set(id, answer)
    return answer(request, context)
  }
}

// Pages that run their script load their parts from here, below the address of their language.
const isManifest = (path: string): boolean => path === '/__manifest'

/**
 * Answers with the pages of a Remix build, in the language that the address begins with. What the reader's browser prefers plays no
 * part: an address means the same page to everybody. The desk and the accounts keep the language as Remix's own base of every address,
 * because their script has to know it; public pages see none. A build given as a function is asked for at each request (dev).
 */
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
  const buildAnswer = (prepare: (build: ServerBuild) => ServerBuild) =>
    typeof build === 'function'
      ? createRequestHandler(async () => prepare(await build()), mode)
      : buildNarrowing(prepare(build), mode)
  const answer = buildAnswer(buildRefusingRoutes)
  const answerBelowPrefix = buildAnswer((all) => buildRefusingRoutes(buildPublicRoutes(all)))
  const buildDeskAnswer = (language: Language) => {
    const prepare = (all: ServerBuild) => ({
      ...buildRefusingRoutes(all),
      basename: buildPageAddress('/', language),
    })
    return createRequestHandler(
      typeof build === 'function' ? async () => prepare(await build()) : prepare(build),
      mode,
    )
  }
  const answerDesk = { en: answer, ru: buildDeskAnswer('ru'), kk: buildDeskAnswer('kk') }
  // In development, where the routes change meanwhile, the log is for who works on it.
  const formatPath = typeof build === 'function' ? (path: string) => path : buildPagePattern(build)
  return async (c) => {
    const request = c.req.raw
    const url = new URL(request.url)
    const { language, path, isBelowPrefix } = parsePageAddress(url.pathname)
    const isDesk = isPrivatePath(path) || isManifest(path)
    // A form that was sent to the address with the prefix is sent again to the one without.
    if (isBelowPrefix && isDesk && language === 'en') return c.redirect(`${path}${url.search}`, 308)
    const responseHeaders = new Headers()
    const clientAddress = getClientAddress(c.env)
    const asked = { request, responseHeaders, clientAddress, language }
    const context = await application.createContext(asked)
    const reportError = (err: unknown) => log.error({ err, page: formatPath(path) }, 'a page failed')
    const scope: PageScope = {
      api: createTRPCClient({ links: [buildInProcessLink(application.router, context)] }),
      actor: context.actor,
      nonce: createNonce(),
      language,
      pictures: { typesetter, writePng },
      buildAnswer: buildWholeAnswer,
      reportError,
    }
    // The pages are typed for the product's router; which router the application holds is its own affair.
    const loadContext = {
      ...scope,
      ...application.buildPageScope?.({ ...asked, context }),
    } as unknown as AppLoadContext
    const response = isDesk
      ? await answerDesk[language](buildPageRequest(request, url.pathname), loadContext)
      : await (isBelowPrefix ? answerBelowPrefix : answer)(buildPageRequest(request, path), loadContext)
    for (const [name, value] of responseHeaders) response.headers.append(name, value)
    // English stands at the address without a prefix, for good.
    if (isBelowPrefix && language === 'en' && response.status !== 404)
      return c.redirect(`${path}${url.search}`, 301)
    const location = response.headers.get('location')
    if (location?.startsWith('/') && !isDesk)
      response.headers.set('location', buildPageAddress(location, language))
    response.headers.append('vary', 'Cookie')
    return response
  }
}
