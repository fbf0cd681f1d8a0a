import { networkInterfaces } from 'node:os'
import ipaddr from 'ipaddr.js'

/** Ranges that the library counts as ordinary and that do not lead to the public internet, or lead through it to elsewhere. */
const refusedRanges = [
  '192.0.0.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  // A hosting company's own service for its machines, at an address that is public by its number.
  '168.63.129.16/32',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '2620:4f:8000::/48',
  '3fff::/20',
].map((range) => ipaddr.parseCIDR(range))

const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Is this an address of the public internet that is not this machine? Only globally reachable unicast: nothing private, shared,
 * local, reserved or for documentation, and no IPv6 address that carries an IPv4 one inside, whichever it is.
 * `text` is an address as a resolver gives it, without brackets or zone.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text) && !(text.includes(':') && ipaddr.IPv6.isValid(text)))
    return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv6' && !address.match(globalUnicast)) return false
  if (refusedRanges.some((range) => range[0].kind() === address.kind() && address.match(range))) return false
  return !isOwn(address)
}

function isOwn(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const own = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return own.some((one) => ipaddr.parse(one.address.replace(/%.*$/, '')).toString() === address.toString())
}
