import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { securityHeaders } from './guards/security-headers.ts'
import { buildProblemResponse, type GuardRefusal, getProblem } from './problem.ts'

/** Times in milliseconds. A client that sends slowly is cut off before it can hold a socket for long. */
export const serverLimits = {
  headersTimeout: 10_000,
  /** A file of 20 MB at 1.5 Mbit/s; headers have to come within ten seconds all the same. */
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
  /** Above the 8 kB of an address, so that a long one is told what is wrong (414). */
  maxHeaderSize: 32_768,
} as const

export type RunningServer = {
  readonly url: string
  /** Stops accepting, lets requests finish for at most `graceMs`, then cuts them off. */
  readonly close: (graceMs: number) => Promise<void>
}

/** Sees a request first; calls `next` for what it leaves to the application (Vite, in dev). */
export type RequestFilter = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/** What Node cannot parse never reaches the application; it gets the same headers all the same. */
const buildRawProblem = (code: GuardRefusal): string => {
  const body = JSON.stringify(getProblem(code))
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${getProblem(code).status} ${code}\r\n${lines.join('')}\r\n${body}`
}

const unparsable: Record<string, GuardRefusal> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

const refuseUnparsable = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  socket.end(buildRawProblem(unparsable[error.code ?? ''] ?? 'bad-request'))
  // Not only our half: a client that never reads would keep the other half, and the socket, for ever.
  socket.destroySoon()
}

const closeServer = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(cut)
      resolve()
    })
  })

/** Listens; rejects when the port cannot be had. Port 0 takes any free one. */
export const createNodeServer = (options: {
  fetch: (request: Request, env: object) => Response | Promise<Response>
  host: string
  port: number
  before?: RequestFilter
  limits?: Partial<Record<keyof typeof serverLimits, number>>
}): Promise<RunningServer> => {
  const listener = getRequestListener((request, env) => options.fetch(request, env), {
    hostname: options.host,
    errorHandler: () => buildProblemResponse('bad-request', securityHeaders),
  })
  const { before } = options
  const server = createServer({ ...serverLimits, ...options.limits }, (incoming, outgoing) =>
    before
      ? before(incoming, outgoing, () => void listener(incoming, outgoing))
      : void listener(incoming, outgoing),
  )
  server.on('clientError', refuseUnparsable)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      const { port } = server.address() as AddressInfo
      const host = options.host.includes(':') ? `[${options.host}]` : options.host
      resolve({ url: `http://${host}:${port}`, close: (graceMs) => closeServer(server, graceMs) })
    })
  })
}
