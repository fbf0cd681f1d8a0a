import fc from 'fast-check'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildOriginGuard, isOwnOrigin } from './origin-guard.ts'
import { buildBodyLimit, buildRequestShapeGuard, maxAddressLength, maxBodyBytes } from './request-shape.ts'
import { buildSecurityHeaders, securityHeaders } from './security-headers.ts'

const site = 'https://record.example'

const buildSite = () => {
  let changes = 0
  const app = new Hono()
  app.use(buildSecurityHeaders({ https: true }), buildRequestShapeGuard())
  app.use(buildOriginGuard({ own: [site] }), buildBodyLimit())
  app.post('/change', async (c) => {
    changes += 1
    return c.text(String((await c.req.text()).length))
  })
  app.get('/page', (c) => c.text('page'))
  app.get('/broken', () => {
    throw new Error('the cause inside')
  })
  app.onError(() => new Response('failed', { status: 500 }))
  return { app, changes: () => changes }
}

const foreign: Record<string, Record<string, string>> = {
  'a form on another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'a form on a sibling site': { origin: 'https://a.record.example', 'sec-fetch-site': 'same-site' },
  'a sandboxed frame': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'the same name over http': { origin: 'http://record.example' },
  'the same name on another port': { origin: 'https://record.example:8443' },
  'a name that begins like ours': { origin: 'https://record.example.evil.example' },
  'a spoofed forwarded host': { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  'a spoofed host': { origin: 'https://evil.example', host: 'evil.example' },
  'an empty origin': { origin: '' },
  'no origin and no fetch metadata': {},
  'an address typed by hand': { 'sec-fetch-site': 'none' },
  'a referrer instead of an origin': { referer: `${site}/page` },
}

test.each(Object.entries(foreign))('a change sent by %s is refused and nothing runs', async (_, headers) => {
  const { app, changes } = buildSite()
  const response = await app.request('/change', { method: 'POST', body: 'x', headers })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'foreign-origin', status: 403 })
  expect(changes()).toBe(0)
})

test.each([
  ['its own origin', { origin: site }],
  ['a null origin that the browser vouches for', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['the browser alone', { 'sec-fetch-site': 'same-origin' }],
])('a change from our own page, known by %s, passes', async (_, headers: Record<string, string>) => {
  const { app, changes } = buildSite()
  expect((await app.request('/change', { method: 'POST', body: 'x', headers })).status).toBe(200)
  expect(changes()).toBe(1)
})

test('no origin but the listed ones is ever our own', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl(), fc.string()), (origin) => {
      fc.pre(origin !== site)
      expect(isOwnOrigin({ origin, fetchSite: 'cross-site', url: `${site}/`, own: [site] })).toBe(false)
    }),
  )
})

test('reading needs no origin', async () => {
  const { app } = buildSite()
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await app.request('/page', { headers })).status).toBe(200)
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('%s is answered 405', async (method) => {
  const response = await buildSite().app.request('/page', { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD, POST')
})

test('an address of 8,192 characters passes and one more is answered 414', async () => {
  const { app } = buildSite()
  const start = '/page?q='
  const longest = start + 'a'.repeat(maxAddressLength - start.length)
  expect((await app.request(longest)).status).toBe(200)
  expect((await app.request(`${longest}a`)).status).toBe(414)
})

test('a body of 1 MB passes and one byte more is answered 413, announced or not', async () => {
  const { app, changes } = buildSite()
  const post = (size: number, headers: Record<string, string>) =>
    app.request('/change', { method: 'POST', body: 'a'.repeat(size), headers: { origin: site, ...headers } })
  expect(await (await post(maxBodyBytes, {})).text()).toBe(String(maxBodyBytes))
  expect((await post(maxBodyBytes + 1, {})).status).toBe(413)
  expect((await post(maxBodyBytes + 1, { 'content-length': String(maxBodyBytes + 1) })).status).toBe(413)
  expect(changes()).toBe(1)
})

test.each([
  ['a page', 'GET', '/page', 200],
  ['an address that is not there', 'GET', '/none', 404],
  ['a failure', 'GET', '/broken', 500],
  ['a refused method', 'DELETE', '/page', 405],
  ['a refused change', 'POST', '/change', 403],
])('%s carries every security header', async (_, method, path, status) => {
  const response = await buildSite().app.request(path, { method })
  expect(response.status).toBe(status)
  for (const [name, value] of Object.entries(securityHeaders))
    expect(response.headers.get(name), name).toBe(value)
  expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000')
})
