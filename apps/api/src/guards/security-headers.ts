import type { MiddlewareHandler } from 'hono'

/** The policy of everything that is not a page: a browser may do nothing with it. */
export const closedContentPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Headers of every response, errors and static files included. A route may set its own value first. */
export const securityHeaders = {
  'content-security-policy': closedContentPolicy,
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), usb=(), xr-spatial-tracking=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const satisfies Record<string, string>

/** Two years, subdomains too. Sent only where the site is served over https. */
export const strictTransport = 'max-age=63072000; includeSubDomains; preload'

/** Completes the headers of whatever answer comes back; `https` adds Strict-Transport-Security. */
export const buildSecurityHeaders = ({ https }: { https: boolean }): MiddlewareHandler => {
  const headers = Object.entries(
    https ? { ...securityHeaders, 'strict-transport-security': strictTransport } : securityHeaders,
  )
  return async (c, next) => {
    await next()
    // The older header knows no exceptions; where the policy lets others frame an answer it would contradict.
    const framed = c.res.headers.get('content-security-policy')?.includes('frame-ancestors *') ?? false
    for (const [name, value] of headers)
      if (!c.res.headers.has(name) && !(framed && name === 'x-frame-options')) c.res.headers.set(name, value)
  }
}
