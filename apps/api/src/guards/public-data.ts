import { getNetwork } from '@waymark/api/accounts/client'
import { isDataAddress, isPictureAddress } from '@waymark/api/public-data/data-address'
import type { MiddlewareHandler } from 'hono'
import { getClientAddress } from '../client-address.ts'
import { buildProblemResponse } from '../problem.ts'
import { createRateWindow, type Left, type Rate } from './rate-window.ts'

/** 200 requests a second: far more than a program asks for that takes one answer after the other. */
export const publicRate: Rate = { requests: 12_000, seconds: 60 }

/** Ten a second: a bitmap costs some fifty milliseconds of a core, and is then kept until the next write. */
export const pictureRate: Rate = { requests: 600, seconds: 60 }

/** Any site may read the answer; nothing is ever sent that depends on a cookie. */
const shared = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Content-Disposition, ETag, Link, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
} as const

const preflight = {
  ...shared,
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Accept, Accept-Language, If-None-Match, Range',
  'access-control-max-age': '86400',
  'cache-control': 'public, max-age=86400',
} as const

const ownNetwork =
  /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/i

/**
 * True where a proxy of the operator speaks for somebody else, whom we cannot tell apart: then the proxy has to limit. Only
 * a peer of our own network can be one; a stranger who says so is counted like everybody.
 */
const isProxied = (address: string, request: Request): boolean =>
  ownNetwork.test(address.replace(/^::ffff:/i, '')) &&
  (request.headers.has('x-forwarded-for') || request.headers.has('forwarded'))

const describe = ({ requests, seconds }: Rate, { remaining, resetSeconds }: Left) => ({
  'ratelimit-limit': String(requests),
  'ratelimit-policy': `${requests};w=${seconds}`,
  'ratelimit-remaining': String(Math.max(0, remaining)),
  'ratelimit-reset': String(resetSeconds),
})

/**
 * Before every address of public data and of pictures: lets any site read what is answered, refusals too (Fetch standard, CORS), answers
 * the question whether it may (OPTIONS), and counts requests by network: beyond {@link publicRate}, or {@link pictureRate}, 429 with Retry-After.
 * The headers are those of draft-ietf-httpapi-ratelimit-headers-06, which clients know best.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export const buildPublicDataGuard = (now: () => number = () => performance.now()): MiddlewareHandler => {
  const data = { rate: publicRate, count: createRateWindow(publicRate, now) }
  const pictures = { rate: pictureRate, count: createRateWindow(pictureRate, now) }
  return async (c, next) => {
    const window = isDataAddress(c.req.path) ? data : isPictureAddress(c.req.path) ? pictures : null
    if (window === null) return next()
    const { rate, count } = window
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight })
    const address = getClientAddress(c.env)
    const left = address === null || isProxied(address, c.req.raw) ? null : count(getNetwork(address))
    if (left !== null && left.remaining < 0)
      return buildProblemResponse('too-many-requests', {
        ...shared,
        ...describe(rate, left),
        'retry-after': String(left.resetSeconds),
      })
    await next()
    for (const [name, value] of Object.entries({
      ...shared,
      ...(left === null ? {} : describe(rate, left)),
    }))
      c.res.headers.set(name, value)
  }
}
