import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { html, serveSite } from '../test/fake-network.ts'
import { captureUrl, checkLink } from './capture-url.ts'
import { runCapped } from './run-capped.ts'

/** Listens at the port on all addresses; null where the machine does not let us, or another program is there. */
function listen(port: number) {
  const server = createServer(serveSite)
  let reached = 0
  server.on('connection', () => {
    reached += 1
  })
  return new Promise<{ server: typeof server; count: () => number } | null>((resolve) => {
    server.once('error', () => resolve(null))
    server.listen(port, () => resolve({ server, count: () => reached }))
  })
}

test('the product itself reaches no address of this machine, by whatever name', async () => {
  // Port 80 where it is ours to take; where not, the guards of fetch-page.test.ts are the proof, and here the answers.
  const sink = await listen(80)
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const hosts = ['127.0.0.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost', '0.0.0.0']
  for (const host of [
    ...hosts,
    ...own.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
  ]) {
    expect(await captureUrl(`http://${host}/page`)).toEqual({
      ok: false,
      error: { code: 'address-not-public' },
    })
  }
  expect(await checkLink('http://127.0.0.1/page')).toBe('refused')
  if (sink !== null) {
    expect(sink.count()).toBe(0)
    sink.server.close()
  }
})

test('a child of the same kind does reach a page, with an address that counts as public', async () => {
  const site = await listen(0)
  if (site === null) throw new Error('No port was free.')
  const { port } = site.server.address() as AddressInfo
  const script = new URL('../test/capped/fetch-through-fakes.ts', import.meta.url)
  const limits = { memoryMb: 160, milliseconds: 20_000, outputBytes: 1_000_000 }
  const options = { url: 'http://page.kz/packed', port }
  const answer = await runCapped({ script, input: new Uint8Array(), options, limits, lane: 'fetch' })
  expect(answer).toMatchObject({ ok: true, value: { value: { status: 200, url: 'http://page.kz/packed' } } })
  expect(answer.ok && answer.value.bytes && new TextDecoder().decode(answer.value.bytes)).toBe(html)
  expect(site.count()).toBe(1)
  site.server.closeAllConnections()
  site.server.close()
})

test('the script of the product takes no network from whoever calls it', () => {
  const script = readFileSync(new URL('./scripts/fetch-page.ts', import.meta.url), 'utf8')
  expect(script.match(/publicNetwork/g)).toHaveLength(3)
  expect(script).not.toMatch(/resolve|dial|process\.env|argv/)
})
