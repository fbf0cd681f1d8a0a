import { Hono } from 'hono'
import type { ApiApplication, Log } from './api-application.ts'
import { buildApiApp } from './build-api-app.ts'
import { buildHealthApp } from './build-health-app.ts'
import type { OwnOrigins } from './guards/origin-guard.ts'
import { buildPublicDataGuard } from './guards/public-data.ts'
import { buildRequestShapeGuard } from './guards/request-shape.ts'
import { buildSecurityHeaders } from './guards/security-headers.ts'
import { createNodeServer, type RunningServer } from './node-server.ts'
import { buildProblemResponse } from './problem.ts'

export type ApiHostOptions = {
  readonly application: ApiApplication
  readonly allowedOrigins: OwnOrigins
  readonly https: boolean
  readonly log: Log
}

/** The API alone: /trpc, the public data and /healthz, with the headers of every other answer. */
export const buildApiHost = ({ application, allowedOrigins, https, log }: ApiHostOptions): Hono => {
  const app = new Hono()
  app.onError((err) => {
    log.error({ err }, 'a request failed')
    return buildProblemResponse('internal-error')
  })
  app.notFound(() => buildProblemResponse('not-found'))
  app.use(buildSecurityHeaders({ https }), buildPublicDataGuard(), buildRequestShapeGuard())
  app.route('/', buildHealthApp(application))
  app.route('/', buildApiApp({ ...application, allowedOrigins, log }))
  for (const data of application.publicData) app.route('/', data)
  return app
}

/** Serves the API without the pages, for an installation whose pages run elsewhere. */
export const serveApi = (
  options: ApiHostOptions & { host: string; port: number },
): Promise<RunningServer> => {
  const app = buildApiHost(options)
  return createNodeServer({ fetch: app.fetch, host: options.host, port: options.port })
}
