import type { AnyRouter, inferRouterContext } from '@trpc/server'
import type { ApiApplication, Log } from '@waymark/api-host/api-application'
import { buildApiApp } from '@waymark/api-host/build-api-app'
import { buildHealthApp } from '@waymark/api-host/build-health-app'
import { buildOriginGuard, type OwnOrigins } from '@waymark/api-host/guards/origin-guard'
import { buildPublicDataGuard } from '@waymark/api-host/guards/public-data'
import { buildBodyLimit, buildRequestShapeGuard } from '@waymark/api-host/guards/request-shape'
import { buildSecurityHeaders } from '@waymark/api-host/guards/security-headers'
import { buildProblemResponse } from '@waymark/api-host/problem'
import type { Config } from '@waymark/config/config'
import { type Handler, Hono, type MiddlewareHandler } from 'hono'
import { buildCachePolicy } from './cache-policy.ts'
import { buildCompression } from './compression.ts'
import { parsePageAddress } from './page-address.ts'
import { buildStaticFiles } from './static-files.ts'

/**
 * The record as this server needs it. `application.ts` makes it from the database, the router and the
 * accounts; nothing else in this app knows them. The context names who asks as `actor`.
 */
export type Application<TRouter extends AnyRouter = AnyRouter> = ApiApplication<TRouter> & {
  /** Further Hono apps that answer before the pages do, such as the routes of the accounts. */
  readonly routes: readonly Hono[]
  /** What pages are given beside the API: the accounts and the files, on behalf of the browser that asks. */
  readonly buildPageScope?: (
    scope: Parameters<ApiApplication<TRouter>['createContext']>[0] & {
      readonly context: inferRouterContext<TRouter>
    },
  ) => object
  readonly createContext: (
    scope: Parameters<ApiApplication<TRouter>['createContext']>[0],
  ) => Promise<inferRouterContext<TRouter> & { readonly actor: unknown }>
}

/** The shape of `application.ts`, which is loaded by its address so that dev can load it through Vite. */
export type ApplicationModule = {
  readonly openApplication: (options: { config: Config; log: Log }) => Promise<Application>
}

export type ServerParts = {
  readonly application: Application
  /** The handler of every address that nothing before it answered: the pages. */
  readonly pages: Handler
  readonly own: OwnOrigins
  readonly https: boolean
  readonly log: Log
  /** Absolute path of the built client files; null in dev, where Vite serves them. */
  readonly clientDir: string | null
}

/** 32 MiB: a file of 20 MiB, and room for a page to say that one is larger. */
export const maxUploadBytes = 32 * 1024 * 1024

/** The pages that take files; they ask who sends them before they read any. */
const takesFiles = (path: string): boolean =>
  /^\/desk\/[a-z0-9-]+\/(evidence\/new|exchange|recommendations\/[^/]+\/assess)(\.data)?$/.test(
    parsePageAddress(path).path,
  )

const buildPageBodyLimit = (): MiddlewareHandler => {
  const [usual, upload] = [buildBodyLimit(), buildBodyLimit(maxUploadBytes)]
  return (c, next) => (takesFiles(c.req.path) ? upload : usual)(c, next)
}

/** The whole site as one Hono app. The order is the rule: headers, limit and shape of a request, files, guards, data, pages. */
export const composeServer = ({ application, pages, own, https, log, clientDir }: ServerParts): Hono => {
  const app = new Hono()
  app.onError((err) => {
    log.error({ err }, 'a request failed')
    return buildProblemResponse('internal-error')
  })
  app.notFound(() => buildProblemResponse('not-found'))
  app.use(buildSecurityHeaders({ https }), buildPublicDataGuard(), buildRequestShapeGuard())
  if (clientDir) app.route('/', buildStaticFiles(clientDir))
  app.use(buildCachePolicy(), buildCompression())
  app.route('/', buildHealthApp(application))
  app.use(buildOriginGuard({ own }), buildPageBodyLimit())
  app.route('/', buildApiApp({ ...application, allowedOrigins: own, log }))
  for (const routes of [...application.routes, ...application.publicData]) app.route('/', routes)
  app.all('*', pages)
  return app
}
