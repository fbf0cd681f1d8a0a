import type { MiddlewareHandler } from 'hono'
import { isPrivatePath } from './private-path.ts'

/** What a content delivery network may do with a public answer (RFC 9213); browsers ask each time, by the ETag. */
const shared = 'public, max-age=30, stale-while-revalidate=30'

/**
 * `no-store` on whatever may be meant for one person: the private pages, every answer to a request that
 * says who asks, every answer that sets a cookie. Judged by the request, so that no route can forget it.
 * Other answers without a rule of their own are revalidated each time; networks in between may give a public one out for
 * half a minute, and for half a minute more while they ask for the next.
 */
export const buildCachePolicy = (): MiddlewareHandler => async (c, next) => {
  await next()
  const { headers } = c.res
  const personal =
    isPrivatePath(c.req.path) ||
    c.req.header('cookie') !== undefined ||
    c.req.header('authorization') !== undefined ||
    headers.has('set-cookie')
  if (personal) {
    headers.set('cache-control', 'no-store')
    return
  }
  const isPublic = c.req.method === 'GET' && c.res.status === 200
  if (!headers.has('cache-control')) headers.set('cache-control', isPublic ? 'public, no-cache' : 'no-cache')
  if (isPublic && headers.get('cache-control') === 'public, no-cache')
    headers.set('cdn-cache-control', shared)
}
