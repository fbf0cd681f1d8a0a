import type { MiddlewareHandler } from 'hono'

const privatePath = /^\/(account|desk|meetings|sign-in|sign-out)(?:[/.]|$)/

/**
 * `no-store` on whatever may be meant for one person: the private pages, every answer to a request that
 * says who asks, every answer that sets a cookie. Judged by the request, so that no route can forget it.
 * Other answers without a rule of their own are revalidated each time.
 */
export const buildCachePolicy = (): MiddlewareHandler => async (c, next) => {
  await next()
  const { headers } = c.res
  const personal =
    privatePath.test(c.req.path) ||
    c.req.header('cookie') !== undefined ||
    c.req.header('authorization') !== undefined ||
    headers.has('set-cookie')
  if (personal) headers.set('cache-control', 'no-store')
  else if (!headers.has('cache-control')) headers.set('cache-control', 'no-cache')
}
