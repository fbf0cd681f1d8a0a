import { initTRPC, TRPCError } from '@trpc/server'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildApiHost } from './serve-api.ts'

const site = 'https://record.example'

const buildTestHost = ({ isDev = false, healthy = true } = {}) => {
  const t = initTRPC.context<{ address: string | null }>().create({ isDev })
  const written: unknown[] = []
  const logged: object[] = []
  const router = t.router({
    list: t.procedure.query(() => ['one']),
    hidden: t.procedure.query(() => {
      throw new TRPCError({ code: 'NOT_FOUND' })
    }),
    broken: t.procedure.query((): string => {
      throw new Error('the cause inside')
    }),
    write: t.procedure.mutation(() => written.push('write')),
  })
  const publicData = new Hono()
  publicData.get('/figures.json', (c) => c.json({ figures: [] }))
  const app = buildApiHost({
    application: {
      router,
      languages: ['en'],
      createContext: async ({ clientAddress }) => ({ address: clientAddress }),
      publicData: [publicData],
      health: async () => healthy,
      close: async () => {},
    },
    allowedOrigins: [site],
    https: true,
    log: { info: () => {}, error: (fields) => logged.push(fields) },
  })
  return { app, written, logged }
}

const json = { origin: site, 'content-type': 'application/json' }

test('a query is answered over GET without an origin', async () => {
  const response = await buildTestHost().app.request('/trpc/list')
  expect(await response.json()).toEqual({ result: { data: ['one'] } })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a JSON mutation from our own origin runs once', async () => {
  const { app, written } = buildTestHost()
  const response = await app.request('/trpc/write', { method: 'POST', body: '{}', headers: json })
  expect(response.status).toBe(200)
  expect(written).toHaveLength(1)
})

test.each([
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain; application/json',
  'application/octet-stream',
  'application/jsonp',
  '',
])('a mutation sent as "%s" is answered 415 and does not run', async (type) => {
  const { app, written } = buildTestHost()
  const headers = { origin: site, 'content-type': type }
  const response = await app.request('/trpc/write', { method: 'POST', body: '{}', headers })
  expect(response.status).toBe(415)
  expect(written).toEqual([])
})

test('a mutation without a content type is answered 415 and does not run', async () => {
  const { app, written } = buildTestHost()
  expect((await app.request('/trpc/write', { method: 'POST', headers: { origin: site } })).status).toBe(415)
  expect(written).toEqual([])
})

test('a mutation from a foreign origin is answered 403 and does not run', async () => {
  const { app, written } = buildTestHost()
  const headers = { ...json, origin: 'https://evil.example' }
  expect((await app.request('/trpc/write', { method: 'POST', body: '{}', headers })).status).toBe(403)
  expect(written).toEqual([])
})

test('a mutation asked for over GET does not run', async () => {
  const { app, written } = buildTestHost()
  expect((await app.request('/trpc/write')).status).toBe(405)
  expect((await app.request('/trpc/write?batch=1&input={}')).status).toBe(405)
  expect(written).toEqual([])
})

test('ten calls in a batch are answered and eleven are refused whole', async () => {
  const { app } = buildTestHost()
  const batch = (calls: number) =>
    app.request(`/trpc/${Array(calls).fill('list').join(',')}?batch=1&input={}`)
  expect((await batch(10)).status).toBe(200)
  expect((await batch(11)).status).toBe(400)
})

test('a failing procedure is logged and shows no stack trace', async () => {
  const { app, logged } = buildTestHost()
  const response = await app.request('/trpc/broken')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toMatch(/stack|\.ts:|node:internal/)
  expect(logged).toMatchObject([{ path: 'broken', err: expect.any(Error) }])
})

test('a refusal is not logged as a failure', async () => {
  const { app, logged } = buildTestHost()
  expect((await app.request('/trpc/hidden')).status).toBe(404)
  expect(logged).toEqual([])
})

test('a router that sends stack traces is not mounted', () => {
  expect(() => buildTestHost({ isDev: true })).toThrow('isDev: false')
})

test('health follows the database', async () => {
  const up = await buildTestHost().app.request('/healthz')
  expect([up.status, await up.json()]).toEqual([200, { status: 'ok' }])
  expect((await buildTestHost({ healthy: false }).app.request('/healthz')).status).toBe(503)
})

test('public data is served and an unknown address is a problem document', async () => {
  const { app } = buildTestHost()
  expect(await (await app.request('/figures.json')).json()).toEqual({ figures: [] })
  const unknown = await app.request('/nothing.json')
  expect(unknown.status).toBe(404)
  expect(unknown.headers.get('content-type')).toBe('application/problem+json')
})
