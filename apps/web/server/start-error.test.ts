import { createNodeServer } from '@waymark/api-host/node-server'
import { expect, test } from 'vitest'
import { formatStartError } from './start-error.ts'

const startAt = async (host: string, port: number): Promise<string> => {
  const server = await createNodeServer({ fetch: () => new Response(), host, port }).catch((error: unknown) =>
    formatStartError(error, { host, port }),
  )
  if (typeof server === 'string') return server
  await server.close(0)
  return 'started'
}

test('a port in use is named, with what to do', async () => {
  const first = await createNodeServer({ fetch: () => new Response(), host: '127.0.0.1', port: 0 })
  const port = Number(new URL(first.url).port)
  expect(await startAt('127.0.0.1', port)).toBe(
    `Port ${port} of 127.0.0.1 is in use by another program: stop it, or set PORT to another number.`,
  )
  await first.close(0)
})

test('an address of another machine is named', async () => {
  expect(await startAt('192.0.2.1', 0)).toBe('HOST=192.0.2.1 is not an address of this machine.')
})

test('any other error says its message and no stack', () => {
  expect(formatStartError(new Error('The data directory is newer.'), { host: 'a', port: 1 })).toBe(
    'The data directory is newer.',
  )
})
