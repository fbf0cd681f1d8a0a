import type { DetailedPeerCertificate, TLSSocket } from 'node:tls'

/** A certificate of a site's chain. Instants are ISO 8601, the fingerprint is SHA-256 in hex with colons. */
export type CertificateSeen = {
  readonly subject: string
  readonly issuer: string
  readonly fingerprint: string
  readonly validFrom: string
  readonly validTo: string
  /** The certificate itself (DER) in base64, so that somebody else can examine it. */
  readonly der: string
}

/** Who vouches for a site: its own certificate first, then each that vouches for the one before. */
export type TlsSeen = { readonly protocol: string | null; readonly certificates: readonly CertificateSeen[] }

const mostCertificates = 10
const mostBytes = 16 * 1024

/** The chain of a connection whose certificates were found good; null where there is none. */
export function readChain(socket: TLSSocket): TlsSeen | null {
  const certificates: CertificateSeen[] = []
  const seen = new Set<string>()
  let at: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  // A root names itself as its issuer.
  while (at?.raw !== undefined && !seen.has(at.fingerprint256) && certificates.length < mostCertificates) {
    seen.add(at.fingerprint256)
    certificates.push(readCertificate(at))
    at = at.issuerCertificate
  }
  return certificates.length === 0 ? null : { protocol: socket.getProtocol(), certificates }
}

const readCertificate = (one: DetailedPeerCertificate): CertificateSeen => ({
  subject: formatName(one.subject),
  issuer: formatName(one.issuer),
  fingerprint: one.fingerprint256,
  validFrom: new Date(one.valid_from).toISOString(),
  validTo: new Date(one.valid_to).toISOString(),
  der: one.raw.byteLength > mostBytes ? '' : one.raw.toString('base64'),
})

/** Organisation and common name. What stands in a certificate was written by strangers. */
const formatName = (name: Partial<Record<'O' | 'CN', string | string[]>> | undefined): string =>
  [name?.O, name?.CN]
    .flat()
    .filter((part) => part !== undefined)
    .join(', ')
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 200)

/** What is wrong with a certificate, in the words of the refusal `page-certificate-refused`. */
export type CertificateFault = 'expired' | 'other-name' | 'not-trusted'

const expired = /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/
const otherName = /^(ERR_TLS_CERT_ALTNAME_\w+|HOSTNAME_MISMATCH)$/
/** Codes of OpenSSL's verification (X509_V_ERR_…) as Node names them. */
const notTrusted =
  /^(CERT_\w+|ERR_TLS_CERT_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+|INVALID_(CA|PURPOSE)|PATH_LENGTH_EXCEEDED)$/

/** What is wrong with the site's certificate, when that is why no connection came about; null for any other error. */
export function getCertificateFault(error: unknown): CertificateFault | null {
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    code?: unknown
    cause?: unknown
  }
  if (typeof code === 'string') {
    if (expired.test(code)) return 'expired'
    if (otherName.test(code)) return 'other-name'
    if (notTrusted.test(code)) return 'not-trusted'
  }
  return cause === undefined ? null : getCertificateFault(cause)
}
