import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { buildPublicDataGuard, pictureRate, publicRate } from './public-data.ts'
import { buildRequestShapeGuard } from './request-shape.ts'

const buildSite = () => {
  let at = 0
  let answered = 0
  const app = new Hono()
  app.use(
    buildPublicDataGuard(() => at),
    buildRequestShapeGuard(),
  )
  app.get('/record.json', (c) => {
    answered += 1
    return c.json({ figures: [] })
  })
  app.get('/record/card.png', (c) => c.body('picture'))
  app.get('/page', (c) => c.text('page'))
  app.get('/broken.csv', () => {
    throw new Error('the cause inside')
  })
  app.notFound(() => new Response('nothing', { status: 404 }))
  app.onError(() => new Response('failed', { status: 500 }))
  const ask = (path: string, from: string | null = '203.0.113.7', init: RequestInit = {}) =>
    app.request(path, init, from === null ? {} : { incoming: { socket: { remoteAddress: from } } })
  const askOften = async (times: number, from?: string, init?: RequestInit) => {
    for (let i = 1; i < times; i += 1) await ask('/record.json', from, init)
    return ask('/record.json', from, init)
  }
  return { ask, askOften, wait: (ms: number) => (at += ms), answered: () => answered }
}

test('the last request that a minute has room for is answered, and one more is told how long to wait', async () => {
  const { ask, askOften, wait, answered } = buildSite()
  const last = await askOften(publicRate.requests)
  expect([last.status, last.headers.get('ratelimit-remaining')]).toEqual([200, '0'])
  wait(20_000)
  const over = await ask('/record.json')
  expect(over.status).toBe(429)
  expect(Object.fromEntries(over.headers)).toMatchObject({
    'content-type': 'application/problem+json',
    'retry-after': '40',
    'ratelimit-limit': '12000',
    'ratelimit-policy': '12000;w=60',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '40',
    'access-control-allow-origin': '*',
  })
  expect(await over.json()).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(answered()).toBe(publicRate.requests)
  wait(40_000)
  expect((await ask('/record.json')).status).toBe(200)
})

test('pictures cost more to make: fewer of them have room in a minute, and they are counted apart', async () => {
  const { ask } = buildSite()
  for (let i = 0; i < pictureRate.requests; i += 1) expect((await ask('/record/card.png')).status).toBe(200)
  expect((await ask('/record/card.png')).headers.get('ratelimit-limit')).toBe(String(pictureRate.requests))
  expect((await ask('/ru/embed/record/areas/one.svg')).status).toBe(429)
  expect((await ask('/record.json')).status).toBe(200)
  expect((await ask('/page')).headers.get('ratelimit-limit')).toBeNull()
})

test('five requests a second for ten minutes are all answered', async () => {
  const { ask, wait } = buildSite()
  for (let i = 0; i < 3_000; i += 1) {
    expect((await ask('/record.json')).status).toBe(200)
    wait(200)
  }
})

test('each network has its own count: an IPv4 address, 64 bits of an IPv6 address', async () => {
  const { ask, askOften } = buildSite()
  await askOften(publicRate.requests + 1, '2001:db8:1:2::a')
  expect((await ask('/record.json', '2001:db8:1:2:ffff::b')).status).toBe(429)
  expect((await ask('/record.json', '2001:db8:1:3::a')).status).toBe(200)
  expect((await ask('/record.json', '203.0.113.8')).status).toBe(200)
})

test('readers behind a proxy of our own network are not counted as one, and no stranger is believed to be a proxy', async () => {
  const { askOften } = buildSite()
  const headers = { 'x-forwarded-for': '198.51.100.1' }
  for (const proxy of ['127.0.0.1', '::1', '::ffff:10.0.0.5', '172.16.0.1', 'fd00::1']) {
    const answer = await askOften(publicRate.requests + 1, proxy, { headers })
    expect([proxy, answer.status, answer.headers.has('ratelimit-limit')]).toEqual([proxy, 200, false])
  }
  expect((await askOften(publicRate.requests + 1, '172.32.0.1', { headers })).status).toBe(429)
  expect((await askOften(publicRate.requests + 1, '127.0.0.1')).status).toBe(429)
})

test.each([
  ['an answer', '/record.json', 200],
  ['an address with nothing', '/nothing.atom', 404],
  ['a failure', '/broken.csv', 500],
])('%s may be read from any site', async (_, path, status) => {
  const response = await buildSite().ask(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  expect(response.headers.get('access-control-expose-headers')).toContain('RateLimit-Remaining')
})

test('a browser that asks first is told what it may do, and that costs no request', async () => {
  const { ask } = buildSite()
  const headers = {
    origin: 'https://other.example',
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'if-none-match',
  }
  const response = await ask('/record.json', undefined, { method: 'OPTIONS', headers })
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS')
  expect(response.headers.get('access-control-allow-headers')).toContain('If-None-Match')
  expect((await ask('/record.json')).headers.get('ratelimit-remaining')).toBe(String(publicRate.requests - 1))
})

test.each(['/page', '/desk/kazakhstan/register.json', '/account.csv', '/trpc/a.json', '/assets/a.json'])(
  '%s is no public data: no other site may read it, and it is not counted',
  async (path) => {
    const { ask } = buildSite()
    const response = await ask(path)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    expect(response.headers.has('ratelimit-limit')).toBe(false)
    expect((await ask(path, undefined, { method: 'OPTIONS' })).status).toBe(405)
  },
)
