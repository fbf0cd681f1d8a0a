import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { securityHeaders } from './guards/security-headers.ts'
import { createNodeServer } from './node-server.ts'

const createTestServer = (fetch: (request: Request) => Response | Promise<Response>) =>
  createNodeServer({ fetch, host: '127.0.0.1', port: 0 })

const sendRaw = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })

test.each([
  ['a request that is not HTTP', 'nonsense\r\n\r\n', 'HTTP/1.1 400'],
  ['headers of 40 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 'HTTP/1.1 431'],
  ['a host that is no host', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'HTTP/1.1 400'],
])('%s is refused with every security header', async (_, bytes, status) => {
  const server = await createTestServer(() => new Response('ok'))
  const answer = (await sendRaw(server.url, bytes)).toLowerCase()
  await server.close(0)
  expect(answer.startsWith(status.toLowerCase())).toBe(true)
  for (const name of Object.keys(securityHeaders)) expect(answer).toContain(`\r\n${name}: `)
  expect(answer).not.toContain('error:')
})

test('a request in flight is finished before the server is closed', async () => {
  const arrived = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const server = await createTestServer(async () => {
    arrived.resolve()
    await mayEnd.promise
    return new Response('finished')
  })
  const answer = fetch(server.url).then((response) => response.text())
  await arrived.promise
  const closed = server.close(110_000)
  await wait(100)
  mayEnd.resolve()
  expect(await answer).toBe('finished')
  await closed
})

test('a request that never ends is cut off when its grace is over', async () => {
  const arrived = Promise.withResolvers<void>()
  const server = await createTestServer(() => {
    arrived.resolve()
    return new Promise<Response>(() => {})
  })
  const answer = fetch(server.url).then(
    () => 'answered',
    () => 'cut off',
  )
  await arrived.promise
  await server.close(100)
  expect(await answer).toBe('cut off')
})

test('a port that is taken is an error, not a second server', async () => {
  const server = await createTestServer(() => new Response('ok'))
  const port = Number(new URL(server.url).port)
  await expect(
    createNodeServer({ fetch: () => new Response(), host: '127.0.0.1', port }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await server.close(0)
})

test('a request that arrives too slowly is cut off, whether or not its sender reads the answer', async () => {
  const limits = { headersTimeout: 200, connectionsCheckingInterval: 50 }
  const server = await createNodeServer({ fetch: () => new Response(), host: '127.0.0.1', port: 0, limits })
  expect(await sendRaw(server.url, 'GET / HTTP/1.1\r\nX: ')).toMatch(/^HTTP\/1.1 408/)
  const silent = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true })
  silent.on('error', () => {}).write('GET / HTTP/1.1\r\nX: ')
  await expect.poll(() => silent.bytesRead, { timeout: 60_000 }).toBeGreaterThan(0)
  // A connection that is still open would hold up the end for the ten minutes of its grace.
  const closed = server.close(600_000).then(() => 'closed')
  expect(await Promise.race([closed, wait(60_000, 'still open', { ref: false })])).toBe('closed')
  silent.destroy()
})
