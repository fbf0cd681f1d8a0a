import { createNodeServer, type RunningServer } from '@waymark/api-host/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { buildCachePolicy } from '../cache-policy.ts'
import { buildCompression } from '../compression.ts'
import { buildAnswerCache } from './answer-cache.ts'
import { KeptAnswers } from './kept-answers.ts'

/** A site whose page tells how often it was made, behind the real cache, over a real socket. */
async function openSite() {
  const state = { made: 0, live: true, caughtUp: 0, changed: () => {}, during: () => {} }
  const app = new Hono()
  app.use(buildCachePolicy(), buildCompression())
  const page: MiddlewareHandler = async (c) => {
    state.made += 1
    state.during()
    return c.html(`<p>made ${state.made}</p>${'<p>text</p>'.repeat(300)}`, 200, { 'x-mark': 'kept' })
  }
  app.get('/page', page)
  app.get('/counted', (c) => {
    state.made += 1
    return c.text('counted', 200, { 'ratelimit-remaining': '11' })
  })
  app.get('/desk', page)
  app.get('/absent', (c) => {
    state.made += 1
    return c.text('absent', 404)
  })
  app.get('/varies', (c) => {
    state.made += 1
    return c.text('varies', 200, { vary: 'Accept-Language' })
  })
  app.get('/session', (c) => {
    state.made += 1
    return c.text('a session', 200, { 'set-cookie': 'session=one' })
  })
  app.post('/write', (c) => c.text('written'))
  const cache = buildAnswerCache((changed) => {
    state.changed = changed
    return {
      isLive: () => state.live,
      catchUp: async () => {
        state.caughtUp += 1
        changed()
      },
      close: async () => {},
    }
  })
  const server = await createNodeServer({
    fetch: cache.wrap(app.fetch),
    before: cache.before,
    host: '127.0.0.1',
    port: 0,
  })
  opened.push(server)
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}${path}`, { headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { state, server, get }
}

const opened: RunningServer[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close(0)
})

test('a public page is made once, and every answer after it is the same, headers too', async () => {
  const { state, get } = await openSite()
  const first = await get('/page')
  const second = await get('/page')
  expect(state.made).toBe(1)
  expect(second.text).toBe(first.text)
  const plain = (headers: Headers) =>
    Object.fromEntries([...headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)))
  expect(plain(second.headers)).toEqual(plain(first.headers))
  expect(second.headers.get('x-mark')).toBe('kept')
  expect(second.headers.get('cache-control')).toBe('public, no-cache')
  expect(second.headers.get('cdn-cache-control')).toContain('stale-while-revalidate=')
})

test('how many requests are left is said to who was counted, and to nobody else', async () => {
  const { state, get } = await openSite()
  expect((await get('/counted')).headers.get('ratelimit-remaining')).toBe('11')
  expect((await get('/counted')).headers.get('ratelimit-remaining')).toBeNull()
  expect(state.made).toBe(1)
})

test('what is kept is compressed, and each encoding is kept apart', async () => {
  const { state, server } = await openSite()
  const ask = async (encoding: string) => {
    const response = await fetch(`${server.url}/page`, { headers: { 'accept-encoding': encoding } })
    return { encoding: response.headers.get('content-encoding'), text: await response.text() }
  }
  for (const encoding of ['br', 'gzip', 'identity']) {
    const [one, two] = [await ask(encoding), await ask(encoding)]
    expect(one.encoding).toBe(encoding === 'identity' ? null : encoding)
    expect(two).toEqual(one)
  }
  expect(state.made).toBe(3)
})

test('whoever has the page already is told that it is the same, from memory and from the application', async () => {
  const { state, get } = await openSite()
  const { headers } = await get('/page')
  const tag = headers.get('etag') ?? ''
  expect(tag).toMatch(/^(W\/)?"[\w-]{27}"$/)
  const kept = await get('/page', { 'if-none-match': `"other", ${tag}` })
  expect([kept.status, kept.text, state.made]).toEqual([304, '', 1])
  expect(kept.headers.get('etag')).toBe(tag)
  expect(kept.headers.get('content-type')).toBeNull()
  expect((await get('/page', { 'if-none-match': '"other"' })).status).toBe(200)
})

test('the next write drops everything, before the writer has its answer', async () => {
  const { state, server, get } = await openSite()
  await get('/page')
  await fetch(`${server.url}/write`, { method: 'POST' })
  expect(state.caughtUp).toBe(1)
  expect((await get('/page')).text).toContain('made 2')
})

test('an answer during whose making something was written is not kept', async () => {
  const { state, get } = await openSite()
  state.during = () => state.changed()
  await get('/page')
  state.during = () => {}
  expect((await get('/page')).text).toContain('made 2')
  expect((await get('/page')).text).toContain('made 2')
})

test('while a write may be missed nothing is answered from memory', async () => {
  const { state, get } = await openSite()
  await get('/page')
  state.live = false
  expect((await get('/page')).text).toContain('made 2')
  expect((await get('/page')).text).toContain('made 3')
  state.live = true
  state.changed()
  expect((await get('/page')).text).toContain('made 4')
  expect((await get('/page')).text).toContain('made 4')
})

test.each([
  ['somebody who says who they are', '/page', { cookie: 'session=one' }],
  ['a program with a key', '/page', { authorization: 'Bearer one' }],
  ['a private page', '/desk', {}],
  ['what does not exist', '/absent', {}],
  ['an answer that differs by language', '/varies', {}],
  ['an answer that sets a cookie', '/session', {}],
])('%s is never answered from memory, nor kept', async (_, path, headers) => {
  const { state, get } = await openSite()
  if (path === '/page') await get('/page')
  const before = state.made
  await get(path, headers)
  await get(path, headers)
  expect(state.made).toBe(before + 2)
})

test('memory is bounded: the least recently used goes first, and one answer is a tenth at most', () => {
  const kept = new KeptAnswers(100_000)
  const answer = (size: number) => ({ headers: [], unchanged: [], etag: '"x"', bytes: new Uint8Array(size) })
  kept.keep('too large', answer(10_000), 0)
  expect(kept.get('too large')).toBeUndefined()
  for (let n = 0; n < 20; n += 1) {
    kept.keep(`page ${n}`, answer(7_000), 0)
    kept.get('page 0')
    expect(kept.size).toBeLessThanOrEqual(100_000)
  }
  expect(kept.get('page 0')).toBeDefined()
  expect(kept.get('page 1')).toBeUndefined()
  expect(kept.get('page 19')).toBeDefined()
  kept.clear()
  expect(kept.size).toBe(0)
  kept.keep('begun before', answer(10), 0)
  expect(kept.get('begun before')).toBeUndefined()
})
