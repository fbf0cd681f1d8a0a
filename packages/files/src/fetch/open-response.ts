import type { Readable } from 'node:stream'
import { TLSSocket } from 'node:tls'
import { Agent, buildConnector, request } from 'undici'
import type { Network } from './network.ts'
import { parseWebAddress } from './parse-address.ts'
import { isPublicAddress } from './public-address.ts'
import { type CertificateFault, getCertificateFault, readChain, type TlsSeen } from './tls-seen.ts'

export type FetchFailure =
  | 'address-not-public'
  | 'page-unreachable'
  | 'page-too-slow'
  | 'page-certificate-refused'

export type OpenResponse = {
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly chain: readonly { readonly url: string; readonly status: number }[]
  readonly tls: TlsSeen | null
  readonly body: Readable
  close(): Promise<void>
}

const maxRedirects = 3

/** Says nothing of who asks or from which page; nothing is sent but this. */
const sent = {
  'user-agent': 'Mozilla/5.0 (compatible; archive)',
  accept: 'text/html,application/xhtml+xml,application/pdf,image/png,image/jpeg,image/webp;q=0.9',
  'accept-language': 'en,ru;q=0.9,kk;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
}

/**
 * Opens a page, through at most three redirects. At each step the name is resolved once, every address that it has must be
 * public, and the connection goes to one of exactly those: a name that answers otherwise the next time changes nothing.
 * Throws a `Refused`, or the network's error.
 */
export async function openResponse(
  text: string,
  method: 'GET' | 'HEAD',
  network: Network,
  signal: AbortSignal,
): Promise<OpenResponse> {
  const chain: { url: string; status: number }[] = []
  let next = text
  for (;;) {
    const url = parseWebAddress(next)
    if (url === null) throw new Refused('address-not-public')
    const step = await openStep(url, method, network, signal)
    const location = step.headers.location
    if (![301, 302, 303, 307, 308].includes(step.status) || location === undefined)
      return { ...step, url: url.href, chain }
    await step.close()
    chain.push({ url: url.href, status: step.status })
    if (chain.length > maxRedirects) throw new Refused('page-unreachable')
    next = readLocation(location, url)
  }
}

/** The address that a redirect names, with the same suspicion as one that was typed. */
function readLocation(location: string, from: URL): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location
  if (!URL.canParse(location, from.href)) throw new Refused('address-not-public')
  return new URL(location, from.href).href
}

export class Refused extends Error {
  readonly failure: FetchFailure
  /** Set for `page-certificate-refused`. */
  readonly fault: CertificateFault | null
  constructor(failure: FetchFailure, fault: CertificateFault | null = null) {
    super(failure)
    this.failure = failure
    this.fault = fault
  }
}

async function openStep(url: URL, method: 'GET' | 'HEAD', network: Network, signal: AbortSignal) {
  const address = await getPublicAddress(url.hostname, network)
  let tls: TlsSeen | null = null
  const connect = buildConnector({ timeout: 8000, allowH2: false, maxCachedSessions: 0 })
  const agent = new Agent({
    connect: (options, done) => {
      const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
      const { host, port: to } = network.dial(address, port)
      const name =
        url.protocol === 'https:' && !url.hostname.startsWith('[') ? { servername: url.hostname } : {}
      connect(
        { ...options, hostname: host, host: `${host}:${to}`, port: String(to), ...name },
        (...answer) => {
          if (answer[1] instanceof TLSSocket) tls = readChain(answer[1])
          done(...answer)
        },
      )
    },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    maxHeaderSize: 32 * 1024,
    pipelining: 0,
  })
  const close = () => agent.destroy().catch(() => {})
  try {
    const response = await request(url.href, { method, headers: sent, dispatcher: agent, signal })
    // An end that comes while nobody reads is reported to who reads.
    response.body.on('error', () => {})
    return {
      status: response.statusCode,
      headers: readHeaders(response.headers),
      tls,
      body: response.body,
      close,
    }
  } catch (error) {
    await close()
    const fault = getCertificateFault(error)
    throw fault === null ? error : new Refused('page-certificate-refused', fault)
  }
}

async function getPublicAddress(hostname: string, network: Network): Promise<string> {
  const literal = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname
  const isLiteral = hostname.startsWith('[') || /^[\d.]+$/.test(hostname)
  const addresses = isLiteral ? [literal] : await network.resolve(hostname)
  const [first] = addresses
  if (first === undefined) throw new Refused('page-unreachable')
  if (!addresses.every(isPublicAddress)) throw new Refused('address-not-public')
  return first
}

function readHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name.toLowerCase(), value.slice(0, 2000)]] : [],
    ),
  )
}
