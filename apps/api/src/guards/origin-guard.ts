import type { MiddlewareHandler } from 'hono'
import { buildProblemResponse } from '../problem.ts'

/**
 * Where a change may come from. A list names the site's own origins (production). `'host'` means the
 * origin under which this request arrived: right on a loopback address whose port is chosen at start.
 */
export type OwnOrigins = readonly string[] | 'host'

/** True when a request of this origin and fetch metadata comes from the site's own pages. */
export const isOwnOrigin = (request: {
  origin: string | undefined
  fetchSite: string | undefined
  url: string
  own: OwnOrigins
}): boolean => {
  const own = request.own === 'host' ? [new URL(request.url).origin] : request.own
  if (request.origin !== undefined && own.includes(request.origin)) return true
  // Under `Referrer-Policy: no-referrer` a browser sends `Origin: null` with the site's own forms too.
  // Sec-Fetch-Site tells them apart, and no page can forge it.
  return request.fetchSite === 'same-origin'
}

/** Refuses with 403 every request but GET and HEAD that does not come from the site's own pages. */
export const buildOriginGuard =
  ({ own }: { own: OwnOrigins }): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const passes = isOwnOrigin({
      origin: c.req.header('origin'),
      fetchSite: c.req.header('sec-fetch-site'),
      url: c.req.url,
      own,
    })
    return passes ? next() : buildProblemResponse('foreign-origin')
  }
