import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Network } from '../src/fetch/network.ts'

/** An address that is public by its number; the dialer below leads to a server of the test instead. */
export const publicV4 = '93.184.216.34'
export const publicV6 = '2606:2800:220:1:248:1893:25c8:1946'

/**
 * A network in small. Names answer as scripted, each asking with the next list and then the last again; connections to the two
 * public addresses reach `page`, connections to any other reach the sink and are counted.
 */
export async function buildFakeNetwork(
  page: RequestListener,
  names: Record<string, readonly (readonly string[])[]> = {},
) {
  let reached = 0
  const site = await listen(createServer(page))
  const sink = await listen(
    createServer((_, response) => response.end('inner secret')).on('connection', () => {
      reached += 1
    }),
  )
  const asked = new Map<string, number>()
  const network: Network = {
    resolve: async (name) => {
      const answers = names[name.replace(/\.$/, '')] ?? [['127.0.0.1']]
      const turn = asked.get(name) ?? 0
      asked.set(name, turn + 1)
      return answers[Math.min(turn, answers.length - 1)] ?? []
    },
    dial: (address) => ({
      host: '127.0.0.1',
      port: getPort(address === publicV4 || address === publicV6 ? site : sink),
    }),
  }
  return {
    network,
    asked,
    countReached: () => reached,
    [Symbol.asyncDispose]: async () => {
      for (const server of [site, sink]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}

const getPort = (server: Server) => (server.address() as AddressInfo).port

const listen = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))

export const html = '<!doctype html><title>Заң</title><p>Text of the page</p>'

/** A site that is honest at `/page` and otherwise does what hostile sites do. */
export const serveSite: RequestListener = (request, response) => {
  const path = request.url ?? '/'
  const type = { 'content-type': 'text/html; charset=utf-8' }
  const to = new URLSearchParams(path.split('?')[1]).get('to')
  if (to !== null) response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end()
  else if (path === '/page') response.writeHead(200, { ...type, 'set-cookie': 'a=b', etag: '"1"' }).end(html)
  else if (path === '/packed')
    response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(html))
  else if (path === '/seen') response.writeHead(200, type).end(`${html}${JSON.stringify(request.rawHeaders)}`)
  else if (path === '/bomb')
    response
      .writeHead(200, { ...type, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
  else if (path === '/cut')
    response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(html).subarray(0, 20))
  else if (path === '/endless') {
    response.writeHead(200, type)
    const part = Buffer.alloc(65_536, 'x')
    const write = () => {
      while (response.write(part));
    }
    response.on('drain', write)
    write()
  } else if (path === '/drip') {
    response.writeHead(200, type)
    const timer = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(timer))
  } else if (path === '/silent') request.on('data', () => {})
  else if (path === '/headers') response.writeHead(200, { ...type, 'x-long': 'x'.repeat(100_000) }).end(html)
  else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end()
  else if (path === '/program')
    response.writeHead(200, { 'content-type': 'application/x-msdownload' }).end('MZ')
  else if (path === '/head') response.writeHead(request.method === 'HEAD' ? 405 : 200, type).end(html)
  else if (/^\/\d{3}$/.test(path)) response.writeHead(Number(path.slice(1)), type).end()
  else response.writeHead(404, type).end()
}
