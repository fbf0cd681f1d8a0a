import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { buildProblemResponse } from '../problem.ts'

/** 8 kB: every filter of every page fits several times over. */
export const maxAddressLength = 8_192

/** 1 MB: the longest form is a rationale with its evidence, a few kilobytes. Files come by upload routes. */
export const maxBodyBytes = 1_048_576

const methods: readonly string[] = ['GET', 'HEAD', 'POST']

/** Refuses other methods with 405 and addresses that are too long with 414, before anything is read. */
export const buildRequestShapeGuard = (): MiddlewareHandler => async (c, next) => {
  if (!methods.includes(c.req.method))
    return buildProblemResponse('method-not-allowed', { allow: methods.join(', ') })
  const { pathname, search } = new URL(c.req.url)
  if (pathname.length + search.length > maxAddressLength) return buildProblemResponse('address-too-long')
  return next()
}

/**
 * Refuses larger bodies with 413: by the announced length, and by counting where none is announced.
 * The connection ends with the answer, so that the rest of the body is not waited for.
 */
export const buildBodyLimit = (maxSize = maxBodyBytes): MiddlewareHandler =>
  bodyLimit({ maxSize, onError: () => buildProblemResponse('body-too-large', { connection: 'close' }) })

/**
 * Refuses with 415 every body that is not JSON, and every request that calls its body something else.
 * A form on a foreign page can send text/plain, urlencoded and multipart without asking; JSON it cannot.
 */
export const buildJsonOnlyGuard = (): MiddlewareHandler => async (c, next) => {
  const type = c.req.header('content-type')
  const media = type?.split(';', 1)[0]?.trim().toLowerCase()
  const needed = c.req.method === 'POST' || type !== undefined
  return needed && media !== 'application/json' ? buildProblemResponse('json-only') : next()
}
