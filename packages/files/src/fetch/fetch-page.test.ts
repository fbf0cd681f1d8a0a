import { networkInterfaces } from 'node:os'
import { expect, test } from 'vitest'
import { buildFakeNetwork, html, publicV4, publicV6, serveSite } from '../../test/fake-network.ts'
import { checkPage } from './check-page.ts'
import { fetchPage } from './fetch-page.ts'

const limits = { milliseconds: 5000, bytes: 1024 * 1024 }

const names = {
  'page.kz': [[publicV4]],
  'both.kz': [[publicV6, publicV4]],
  'mixed.kz': [[publicV4, '10.0.0.1']],
  'mixed6.kz': [[publicV4, 'fd00::1']],
  'mapped.kz': [['::ffff:93.184.216.34']],
  'rebinding.kz': [[publicV4], ['127.0.0.1']],
  'nowhere.kz': [[]],
  'garbage.kz': [['not an address']],
  'zone.kz': [['fe80::1%eth0']],
}

const open = () => buildFakeNetwork(serveSite, names)

const own = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .map(({ address }) => (address.includes(':') ? `[${address.replace(/%.*/, '')}]` : address))

/** Each names, in some way, what is not a page on the public internet. */
const hostile = [
  // The machine itself, in every way of writing it.
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '2130706433',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
  ],
  ...[
    '0x7f.1',
    '127.000.000.001',
    '0',
    '0.0.0.0',
    '0x0',
    '127.255.255.254',
    '①②⑦.⓪.⓪.①',
    '１２７.０.０.１',
    '127。0。0。1',
  ],
  ...[
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
  ],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'ⓛocalhost',
    'localhost.localdomain',
    'printer.local',
    'db',
    'db.internal',
  ],
  ...own,
  // Neighbours: private, shared, link-local, reserved, of several kinds of transition.
  ...[
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '100.127.255.255',
    '169.254.1.1',
    '192.0.0.1',
  ],
  ...[
    '192.0.2.1',
    '198.51.100.1',
    '203.0.113.1',
    '198.18.0.1',
    '192.88.99.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
  ],
  ...[
    '[fe80::1]',
    '[fc00::1]',
    '[fd00::1]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[3fff::1]',
    '[100::1]',
    '[fec0::1]',
    '[5f00::1]',
  ],
  ...[
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[::ffff:93.184.216.34]',
    '[4000::1]',
  ],
  // What gives a machine its keys.
  ...[
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '[fd00:ec2::254]',
    '100.100.100.200',
    '168.63.129.16',
    'metadata.google.internal',
  ],
  // Names that lead there.
  ...[
    'mixed.kz',
    'mixed6.kz',
    'mapped.kz',
    'garbage.kz',
    'zone.kz',
    'unknown.kz',
    'unknown.kz.',
    'xn--80ak6aa92e.com',
    'аpple.com',
  ],
].map((host) => `http://${host}/`)

const shapes = [
  'file:///etc/passwd',
  'gopher://page.kz/_x',
  'data:text/html,x',
  'ftp://page.kz/',
  'javascript:alert(1)',
  'blob:http://page.kz/1',
  'ws://page.kz/',
  '//page.kz/',
  'http:page.kz',
  'http:/page.kz',
  'http:///page.kz',
  'http:\\\\page.kz\\',
  'http://page.kz\\@127.0.0.1/',
  'http://user@page.kz/',
  'http://user:word@page.kz/',
  'http://@page.kz/',
  'http://page.kz@127.0.0.1/',
  'http://page.kz#@127.0.0.1:99999/ x',
  'http://page.kz:22/',
  'http://page.kz:8080/',
  'http://page.kz:0/',
  'http://page.kz:65536/',
  'http://page.kz/\r\nX-Injected: 1',
  'http://pa\tge.kz/',
  'http://page.kz /',
  ' http://page.kz/',
  'http://page.kz/\u0000',
  'http://pa\u200bge.kz/',
  'http://page\u202e.kz/',
  'http://[fe80::1%25eth0]/',
  'http://[fe80::1%eth0]/',
  'http://[::1/',
  'http://page.kz%00.evil.kz/',
  'http://page.kz%2f@127.0.0.1/',
  'http://1.2.3.4.5.6/',
  'http://999.1.1.1/',
  'http://.../',
  'http://.page/',
  `http://page.kz/${'a'.repeat(3000)}`,
  '',
]

test('no connection is made for any of the hostile addresses, and each is answered', async () => {
  await using fake = await open()
  expect(hostile.length + shapes.length).toBeGreaterThanOrEqual(80)
  for (const url of [...hostile, ...shapes]) {
    const { value, bytes } = await fetchPage(url, fake.network, limits)
    expect({ url, value, bytes }).toEqual({ url, value: { failure: 'address-not-public' }, bytes: null })
    expect(await checkPage(url, fake.network, 5000)).toBe('refused')
  }
  expect(fake.countReached()).toBe(0)
})

test('a redirect is looked at like an address that was typed', async () => {
  await using fake = await open()
  for (const to of [...hostile.slice(0, 30), ...shapes.filter((shape) => /^[a-z]+:\P{Cc}*$/u.test(shape))]) {
    const url = `http://page.kz/r?to=${encodeURIComponent(to)}`
    const { value } = await fetchPage(url, fake.network, limits)
    expect({ to, value }).toMatchObject({
      value: { failure: expect.stringMatching(/^(address-not-public|page-unreachable)$/) },
    })
  }
  expect(fake.countReached()).toBe(0)
})

test('a name that answers public first and private then leads nowhere else: it is asked once for each connection', async () => {
  await using fake = await open()
  const first = await fetchPage('http://rebinding.kz/page', fake.network, limits)
  expect(first.value).toMatchObject({ status: 200 })
  expect(fake.asked.get('rebinding.kz')).toBe(1)
  const second = await fetchPage('http://rebinding.kz/page', fake.network, limits)
  expect(second.value).toEqual({ failure: 'address-not-public' })
  expect(fake.countReached()).toBe(0)
})

test('an honest page is fetched as served, through redirects that are named, with harmless headers only', async () => {
  await using fake = await open()
  for (const path of ['page', 'packed']) {
    const to = encodeURIComponent(`http://both.kz/${path}`)
    const { value, bytes } = await fetchPage(`http://page.kz/r?to=${to}#part`, fake.network, limits)
    expect(value).toMatchObject({ url: `http://both.kz/${path}`, status: 200, tls: null })
    expect(value).toMatchObject({ chain: [{ url: `http://page.kz/r?to=${to}`, status: 302 }] })
    expect(Object.keys('headers' in value ? value.headers : {})).not.toContain('set-cookie')
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe(html)
  }
})

test('what is sent says nothing of who asks', async () => {
  await using fake = await open()
  const { bytes } = await fetchPage('http://page.kz/seen', fake.network, limits)
  const sent = JSON.parse(new TextDecoder().decode(bytes ?? undefined).slice(html.length)) as string[]
  const headers = sent.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
  expect(headers.toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'accept-language',
    'connection',
    'host',
    'user-agent',
  ])
  expect(sent.join(' ')).not.toMatch(/waymark|node|undici/i)
})

test.each([
  ['a body that inflates without end', '/bomb', 'file-too-large'],
  ['a body without end', '/endless', 'file-too-large'],
  ['a body that drips', '/drip', 'page-too-slow'],
  ['a site that takes the question and is silent', '/silent', 'page-too-slow'],
  ['headers without end', '/headers', 'page-unreachable'],
  ['a compressed body that is cut off', '/cut', 'page-unreachable'],
  ['redirects in a circle', '/loop', 'page-unreachable'],
  ['a program', '/program', 'file-type-refused'],
  ['a page that is not there', '/missing', 'page-answers-with-error'],
])('%s is refused within the time', async (_what, path, failure) => {
  await using fake = await open()
  const started = performance.now()
  const { value, bytes } = await fetchPage(`http://page.kz${path}`, fake.network, {
    ...limits,
    milliseconds: 2000,
  })
  expect({ ...value, bytes }).toMatchObject({ failure, bytes: null })
  expect(performance.now() - started).toBeLessThan(6000)
})

test('a resolver that never answers does not hold the fetcher', async () => {
  const network = {
    resolve: () => new Promise<string[]>(() => {}),
    dial: () => ({ host: '127.0.0.1', port: 1 }),
  }
  const { value } = await fetchPage('http://page.kz/', network, { ...limits, milliseconds: 300 })
  expect(value).toEqual({ failure: 'page-too-slow' })
  expect(await checkPage('http://page.kz/', network, 300)).toBe('unreachable')
})

test.each([
  ['/page', 'answers'],
  ['/head', 'answers'],
  ['/404', 'gone'],
  ['/410', 'gone'],
  ['/403', 'refused'],
  ['/429', 'refused'],
  ['/500', 'unreachable'],
  ['/loop', 'unreachable'],
])('a link to %s %s', async (path, state) => {
  await using fake = await open()
  expect(await checkPage(`http://page.kz${path}`, fake.network, 5000)).toBe(state)
})
