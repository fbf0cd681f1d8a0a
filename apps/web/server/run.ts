import type { Log } from '@waymark/api-host/api-application'
import { createNodeServer, type RequestFilter, type RunningServer } from '@waymark/api-host/node-server'
import { graceMs } from '@waymark/api-host/stop-on-signal'
import type { Config } from '@waymark/config/config'
import { buildAnswerCache } from './cache/answer-cache.ts'
import { type Application, type ApplicationModule, composeServer } from './compose.ts'
import type { PageSource } from './page-source.ts'
import { buildPages } from './pages.ts'

export type SiteOptions = {
  readonly config: Config
  readonly log: Log
  readonly source: PageSource
  /** The module that opens the record, asked for again at each request while one works on it. */
  readonly loadApplication: () => Promise<ApplicationModule>
}

/** The record opened, with the site that shows it. */
const openSite = async ({ config, log, source }: SiteOptions, { openApplication }: ApplicationModule) => {
  const application: Application = await openApplication({ config, log })
  const { build, mode, clientDir } = source
  const app = composeServer({
    application,
    pages: buildPages({ application, build, mode, log }),
    own: config.origins.length > 0 ? config.origins : 'host',
    https: config.origins.some((origin) => origin.startsWith('https:')),
    log,
    clientDir,
  })
  return { openApplication, application, app }
}

const buildFilter = (before: RequestFilter | undefined) => (before === undefined ? {} : { before })

/** Opens the record and serves it with its pages; `stop` ends both in order. */
export const runServer = async (
  options: SiteOptions,
): Promise<RunningServer & { readonly stop: () => Promise<void> }> => {
  const { config, source } = options
  let site = openSite(options, await options.loadApplication())
  const { app, application } = await site
  const cache =
    source.mode === 'production' && application.watchPublic ? buildAnswerCache(application.watchPublic) : null

  // In dev an edit below application.ts gives another module: the record is closed and opened anew.
  const refreshSite = async (last: typeof site): typeof site => {
    const [current, module] = await Promise.all([last, options.loadApplication()])
    if (module.openApplication === current.openApplication) return current
    await current.application.close()
    return openSite(options, module)
  }
  const fetchLive: typeof app.fetch = async (request, env) => {
    site = refreshSite(site)
    return (await site).app.fetch(request, env)
  }

  const close = async (): Promise<void> => {
    await source.close()
    await cache?.close()
    await (await site).application.close()
  }
  try {
    const server = await createNodeServer({
      fetch: source.mode === 'development' ? fetchLive : (cache?.wrap(app.fetch) ?? app.fetch),
      host: config.host,
      port: config.port,
      ...buildFilter(source.before ?? cache?.before),
    })
    const stop = async (): Promise<void> => {
      await server.close(graceMs)
      await close()
    }
    return { ...server, stop }
  } catch (error) {
    await close()
    throw error
  }
}
