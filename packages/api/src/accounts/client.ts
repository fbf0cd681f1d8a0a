/** Who asks: the browser as the server sees it. */
export type Client = {
  /** The Cookie header, '' when there is none. */
  readonly cookie: string
  /** The browser's address, found by the server (never read from a header that the browser may send). */
  readonly address: string
  readonly userAgent: string
}

/** Set by {@link buildHeaders} alone; requests from outside never reach better-auth with their own headers. */
export const addressHeader = 'x-waymark-address'

/** The few headers that better-auth is shown. */
export function buildHeaders({ cookie, address, userAgent }: Client): Headers {
  const headers = new Headers({ [addressHeader]: address, 'user-agent': userAgent.slice(0, 300) })
  if (cookie !== '') headers.set('cookie', cookie)
  return headers
}

/** The client of a request. */
export const getClient = (request: Request, address: string): Client => ({
  cookie: request.headers.get('cookie') ?? '',
  address,
  userAgent: request.headers.get('user-agent') ?? '',
})

/** The cookies of a Cookie header whose names end in `suffix`, as a Cookie header. */
export const getCookies = (cookie: string, suffix: string): string =>
  cookie
    .split(/;\s*/)
    .filter((pair) => pair.slice(0, pair.indexOf('=')).endsWith(suffix))
    .join('; ')

/** The part of an address that one subscriber holds: an IPv6 network of 64 bits, an IPv4 address. */
export function getNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1] ?? address
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
