import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** Certificates (X.509, RFC 5280) as a test needs them, made on the spot: nothing that expires lies in the repository. */

const wrap = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const length = content.byteLength
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), content])
  const bytes = length < 256 ? Buffer.of(0x81, length) : Buffer.of(0x82, length >> 8, length & 255)
  return Buffer.concat([Buffer.of(tag), bytes, content])
}

const sequence = (...parts: readonly Uint8Array[]) => wrap(0x30, ...parts)
const octets = (...parts: readonly Uint8Array[]) => wrap(0x04, ...parts)
const bits = (bytes: Uint8Array) => wrap(0x03, Buffer.of(0), bytes)
const text = (value: string) => wrap(0x0c, Buffer.from(value))
const yes = Buffer.of(0x01, 0x01, 0xff)
const oid = (hex: string) => wrap(0x06, Buffer.from(hex, 'hex'))
const time = (date: Date) =>
  wrap(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`))

const name = (commonName: string) => sequence(wrap(0x31, sequence(oid('550403'), text(commonName))))
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))

export type Authority = { readonly name: string; readonly key: KeyObject; readonly pem: string }
type Made = Authority & { readonly keyPem: string }

let made = 0

/** A certificate that `by` signs; without `by` it signs itself. `host`: of a site of that name, else of an authority. */
export function makeCertificate(given: {
  readonly name: string
  readonly by?: Authority
  readonly host?: string
  readonly from?: Date
  readonly to?: Date
}): Made {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { by = { name: given.name, key: privateKey }, host } = given
  const day = 86_400_000
  const extension = (id: string, critical: boolean, value: Uint8Array) =>
    sequence(oid(id), ...(critical ? [yes] : []), octets(value))
  const extensions =
    host === undefined
      ? [
          extension('551d13', true, sequence(yes)),
          // May sign certificates and lists of those that were revoked.
          extension('551d0f', true, Buffer.of(0x03, 0x02, 0x01, 0x06)),
        ]
      : [extension('551d11', false, sequence(wrap(0x82, Buffer.from(host))))]
  made += 1
  const content = sequence(
    wrap(0xa0, Buffer.of(0x02, 0x01, 0x02)),
    wrap(0x02, Buffer.of(made)),
    ecdsaWithSha256,
    name(by.name),
    sequence(
      time(given.from ?? new Date(Date.now() - day)),
      time(given.to ?? new Date(Date.now() + 30 * day)),
    ),
    name(given.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    wrap(0xa3, sequence(...extensions)),
  )
  const der = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, by.key)))
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
  const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return { name: given.name, key: privateKey, pem, keyPem }
}
