import { X509Certificate } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { html, publicV4, serveSite } from '../../test/fake-network.ts'
import { makeCertificate } from '../../test/made-certificates.ts'
import { checkPage } from './check-page.ts'
import { fetchPage } from './fetch-page.ts'

const limits = { milliseconds: 5000, bytes: 1024 * 1024 }
const root = makeCertificate({ name: 'Invented Root' })
const middle = makeCertificate({ name: 'Invented Authority, Астана', by: root })
const stranger = makeCertificate({ name: 'Somebody' })
const day = 86_400_000

const trusted = getCACertificates('default')
afterEach(() => setDefaultCACertificates(trusted))
/** Whom this process trusts is set for the process, here in the test: the fetcher has no setting for it. */
const trustRoot = () => setDefaultCACertificates([...trusted, root.pem])

/** A site over TLS at a public address, under the name `page.kz`. */
async function open(certificate: { readonly pem: string; readonly keyPem: string }, rest = middle.pem) {
  const server = createServer({ key: certificate.keyPem, cert: certificate.pem + rest }, serveSite)
  let asked = 0
  server.on('request', () => {
    asked += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    network: { resolve: async () => [publicV4], dial: () => ({ host: '127.0.0.1', port }) },
    countAsked: () => asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const good = makeCertificate({ name: 'page.kz', by: middle, host: 'page.kz' })

test('a page over https is kept with the whole chain of who vouches for the site', async () => {
  trustRoot()
  await using site = await open(good)
  const { value, bytes } = await fetchPage('https://page.kz/page', site.network, limits)
  expect(new TextDecoder().decode(bytes ?? undefined)).toBe(html)
  expect(value).toMatchObject({ url: 'https://page.kz/page', status: 200, tls: { protocol: 'TLSv1.3' } })
  const seen = 'tls' in value ? (value.tls?.certificates ?? []) : []
  expect(seen.map(({ subject, issuer }) => [subject, issuer])).toEqual([
    ['page.kz', middle.name],
    [middle.name, root.name],
    [root.name, root.name],
  ])
  const kept = seen.map(({ der }) => new X509Certificate(Buffer.from(der, 'base64')))
  expect(kept.map(({ fingerprint256 }) => fingerprint256)).toEqual(seen.map(({ fingerprint }) => fingerprint))
  expect(kept.map(({ raw }) => raw)).toEqual(
    [good, middle, root].map(({ pem }) => new X509Certificate(pem).raw),
  )
  expect(kept.map(({ validToDate }) => validToDate.toISOString())).toEqual(seen.map(({ validTo }) => validTo))
})

test.each([
  ['nobody vouches for', makeCertificate({ name: 'page.kz', host: 'page.kz' }), '', 'not-trusted'],
  [
    'somebody unknown vouches for',
    makeCertificate({ name: 'page.kz', by: stranger, host: 'page.kz' }),
    stranger.pem,
    'not-trusted',
  ],
  ['comes without those between', good, '', 'not-trusted'],
  [
    'is of another name',
    makeCertificate({ name: 'page.kz', by: middle, host: 'other.kz' }),
    middle.pem,
    'other-name',
  ],
  [
    'is out of date',
    makeCertificate({
      name: 'page.kz',
      by: middle,
      host: 'page.kz',
      from: new Date(Date.now() - 9 * day),
      to: new Date(Date.now() - day),
    }),
    middle.pem,
    'expired',
  ],
  [
    'is not valid yet',
    makeCertificate({ name: 'page.kz', by: middle, host: 'page.kz', from: new Date(Date.now() + day) }),
    middle.pem,
    'expired',
  ],
  [
    'a site signed for, which may not',
    makeCertificate({ name: 'page.kz', by: good, host: 'page.kz' }),
    good.pem + middle.pem,
    'not-trusted',
  ],
])('a site whose certificate %s is asked for nothing', async (_what, certificate, rest, fault) => {
  trustRoot()
  await using site = await open(certificate, rest)
  const { value, bytes } = await fetchPage('https://page.kz/page', site.network, limits)
  expect({ value, bytes }).toEqual({ value: { failure: 'page-certificate-refused', fault }, bytes: null })
  expect(await checkPage('https://page.kz/page', site.network, 5000)).toBe('unreachable')
  expect(site.countAsked()).toBe(0)
})

test('only those whom the machine trusts may vouch for a site', async () => {
  await using site = await open(good)
  const { value } = await fetchPage('https://page.kz/page', site.network, limits)
  expect(value).toEqual({ failure: 'page-certificate-refused', fault: 'not-trusted' })
  expect(site.countAsked()).toBe(0)
})

test('a redirect to a site that cannot prove its name is refused too', async () => {
  trustRoot()
  await using site = await open(good)
  const to = encodeURIComponent('https://other.kz/page')
  const { value } = await fetchPage(`https://page.kz/r?to=${to}`, site.network, limits)
  expect(value).toEqual({ failure: 'page-certificate-refused', fault: 'other-name' })
  expect(site.countAsked()).toBe(1)
})
