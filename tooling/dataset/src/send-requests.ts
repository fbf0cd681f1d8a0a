import { connect } from 'node:net'

export type Fired = { readonly perSecond: number; readonly clientCores: number }

const headLimit = 8_192

/**
 * Requests a second, over connections that stay open, each waiting for its answer before it asks again. It speaks plain sockets
 * and looks at no more of an answer than its status and length: a client that parses everything costs more than the server
 * that is measured, and then it is the client's speed that is told.
 *
 * @param urls one for each server process; connections are dealt out among them
 * @returns with the share of a core that this client took
 * @throws at an answer other than 200, or one that does not say its length
 */
export async function sendRequests(
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Fired> {
  let answered = 0
  let running = true
  const used = process.cpuUsage()
  const start = performance.now()
  const open = Array.from({ length: connections }, (_, i) => {
    const { hostname, port, host, pathname, search } = new URL(urls[i % urls.length] ?? '')
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
    const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`)
    return new Promise<void>((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(request))
      let head = ''
      let left = 0
      socket.setNoDelay(true)
      socket.on('error', reject)
      socket.on('close', () => (running ? reject(new Error(`${host} ended a connection`)) : resolve()))
      socket.on('data', (part) => {
        let bytes = part.length
        if (left === 0) {
          head += part.toString('latin1', 0, headLimit)
          const end = head.indexOf('\r\n\r\n')
          if (end < 0) return
          const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
          if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
            reject(new Error(`${host} answered ${head.slice(0, 40)}`))
            return
          }
          bytes = head.length + Math.max(0, part.length - headLimit) - end - 4
          left = Number(length)
          head = ''
        }
        left -= bytes
        if (left > 0) return
        answered += 1
        if (running) socket.write(request)
        else socket.destroy()
      })
      setTimeout(() => {
        running = false
      }, seconds * 1000)
    })
  })
  await Promise.all(open)
  const elapsed = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(used)
  return { perSecond: answered / elapsed, clientCores: (user + system) / 1e6 / elapsed }
}
