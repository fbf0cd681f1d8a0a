import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { securityHeaders } from '@waymark/api-host/guards/security-headers'
import { afterAll, expect, test } from 'vitest'
import { composeServer } from './compose.ts'
import { parseEncoding } from './compression.ts'
import { buildTestApplication } from './testing/test-application.ts'
import { buildWholeAnswer } from './whole-answer.ts'

const clientDir = mkdtempSync(join(tmpdir(), 'waymark-client-'))
mkdirSync(join(clientDir, 'assets'))
writeFileSync(join(clientDir, 'assets/style-abc.css'), 'a{color:red}')
writeFileSync(join(clientDir, 'assets/style-abc.css.br'), 'compressed before')
writeFileSync(join(clientDir, 'robots.txt'), 'User-agent: *')
afterAll(() => rmSync(clientDir, { recursive: true }))

const site = 'https://record.example'
const page = `<!DOCTYPE html><title>page</title>${'<p>text</p>'.repeat(200)}`

const buildTestServer = () => {
  const { application, written, state } = buildTestApplication()
  const logged: object[] = []
  const reached: string[] = []
  const app = composeServer({
    application,
    pages: (c) => {
      reached.push(c.req.path)
      if (c.req.path === '/broken') throw new Error('the cause inside')
      const headers = { 'content-type': 'text/html; charset=utf-8' }
      if (c.req.path === '/embed/one')
        return new Response(page, {
          headers: { ...headers, 'content-security-policy': "default-src 'none'; frame-ancestors *" },
        })
      if (c.req.path === '/small')
        return new Response('<p>small</p>', { headers: { ...headers, 'content-length': '12' } })
      return new Response(page, { headers })
    },
    own: [site],
    https: true,
    log: { info: () => {}, error: (fields) => logged.push(fields) },
    clientDir,
  })
  return { app, written, state, logged, reached }
}

test.each([
  ['a page', 'GET', '/page', 200],
  ['a hashed file', 'GET', '/assets/style-abc.css', 200],
  ['a hashed file that is not there', 'GET', '/assets/none.css', 404],
  ['a file at the top', 'GET', '/robots.txt', 200],
  ['public data', 'GET', '/figures.json', 200],
  ['an API answer', 'GET', '/trpc/actor', 200],
  ['an API refusal', 'GET', '/trpc/hidden', 404],
  ['health', 'GET', '/healthz', 200],
  ['a failure', 'GET', '/broken', 500],
  ['a refused change', 'POST', '/page', 403],
  ['a refused method', 'PUT', '/page', 405],
])('%s carries every security header', async (_, method, path, status) => {
  const response = await buildTestServer().app.request(path, { method })
  expect(response.status).toBe(status)
  for (const name of [...Object.keys(securityHeaders), 'strict-transport-security', 'cache-control']) {
    expect(response.headers.get(name), name).toBeTruthy()
  }
})

test('a page that others may frame is not held back by the older header, and every other page is', async () => {
  const { app } = buildTestServer()
  const framed = await app.request('/embed/one')
  expect(framed.headers.get('x-frame-options')).toBeNull()
  expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *')
  expect((await app.request('/page')).headers.get('x-frame-options')).toBe('DENY')
})

test('a failure is logged and answered without its cause', async () => {
  const { app, logged } = buildTestServer()
  expect(await (await app.request('/broken')).text()).not.toContain('cause inside')
  expect(logged).toMatchObject([{ err: expect.any(Error) }])
})

test('a hashed file may be kept for a year and is sent as it was compressed at build time', async () => {
  const { app, reached } = buildTestServer()
  const response = await app.request('/assets/style-abc.css', { headers: { 'accept-encoding': 'br' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(await response.text()).toBe('compressed before')
  expect(reached).toEqual([])
})

test.each(['/assets/none.css', '/assets/', '/assets/..%2frobots.txt', '/assets/%5c..%5crobots.txt'])(
  '%s is answered 404, may not be kept, and no page runs for it',
  async (path) => {
    const { app, reached } = buildTestServer()
    const response = await app.request(path)
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(reached).toEqual([])
  },
)

test.each([
  ['a page of the desk', '/desk', {}],
  ['the data of a page of the desk', '/desk.data', {}],
  ['the account', '/account/sessions', {}],
  ['a public page read by someone signed in', '/page', { cookie: 'session=one' }],
  ['public data read by someone signed in', '/figures.json', { cookie: 'session=one' }],
  ['public data read with a key', '/figures.json', { authorization: 'Bearer key' }],
])('%s may not be kept anywhere', async (_, path, headers: Record<string, string>) => {
  const response = await buildTestServer().app.request(path, { headers })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('an answer that sets a cookie may not be kept', async () => {
  const { app } = buildTestServer()
  const response = await app.request('/sign-in', { method: 'POST', headers: { origin: site } })
  expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'no-store'])
})

test('a public page is revalidated and public data keeps its own rule', async () => {
  const { app } = buildTestServer()
  expect((await app.request('/desktop')).headers.get('cache-control')).toBe('public, no-cache')
  expect((await app.request('/figures.json')).headers.get('cache-control')).toBe('public, max-age=60')
})

test('pages and data are compressed as the client allows, and say so', async () => {
  const { app } = buildTestServer()
  const load = async (path: string, accepted: string) => {
    const response = await app.request(path, { headers: { 'accept-encoding': accepted } })
    return { headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const brotli = await load('/page', 'gzip, deflate, br')
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(page)
  expect(brotli.headers.get('vary')).toBe('Accept-Encoding')
  const zipped = await load('/figures.json', 'gzip')
  expect(JSON.parse(gunzipSync(zipped.bytes).toString()).figures).toHaveLength(400)
  expect(zipped.headers.get('etag')).toBe('W/"one"')
  expect((await load('/page', 'identity')).bytes.toString()).toBe(page)
  const small = await load('/small', 'br')
  expect([small.headers.get('content-encoding'), small.bytes.toString()]).toEqual([null, '<p>small</p>'])
})

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0.5, br;q=0.1', 'br'],
  ['gzip;q=0', null],
  ['*', null],
  [undefined, null],
])('the encoding for "%s" is %s', (accepted, encoding) => {
  expect(parseEncoding(accepted)).toBe(encoding)
})

test('a foreign form reaches neither the pages, the API nor the accounts', async () => {
  const { app, written, reached } = buildTestServer()
  const headers = { origin: 'https://evil.example', 'content-type': 'application/json' }
  for (const path of ['/page', '/trpc/write', '/sign-in']) {
    const response = await app.request(path, { method: 'POST', body: '{}', headers })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([403, null])
  }
  expect([written, reached]).toEqual([[], []])
})

test('health is 503 while the database does not answer', async () => {
  const { app, state } = buildTestServer()
  state.healthy = false
  expect((await app.request('/healthz')).status).toBe(503)
})

test.each(['br', 'gzip', 'identity'])(
  'an answer that was built whole is sent whole, as %s',
  async (encoding) => {
    const { application } = buildTestApplication()
    const bytes = new TextEncoder().encode(page)
    const app = composeServer({
      application,
      pages: () =>
        buildWholeAnswer(bytes, {
          headers: { 'content-type': 'text/html; charset=utf-8', 'content-length': String(bytes.length) },
        }),
      own: [site],
      https: true,
      log: { info: () => {}, error: () => {} },
      clientDir,
    })
    const response = await app.request('/page', { headers: { 'accept-encoding': encoding, cookie: 'one=1' } })
    const sent = Buffer.from(await response.arrayBuffer())
    expect(response.headers.get('content-length')).toBe(String(sent.length))
    const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (given: Buffer) => given }
    expect(decode[encoding as keyof typeof decode](sent).toString()).toBe(page)
  },
)
