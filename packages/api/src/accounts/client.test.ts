import { expect, test } from 'vitest'
import { addressHeader, buildHeaders, getCookies, getNetwork } from './client.ts'

test('an IPv6 subscriber is one network, however the address is written', () => {
  const network = '2001:db8:0:1::/64'
  for (const address of [
    '2001:db8:0:1::5',
    '2001:0DB8:0000:0001:ffff:ffff:ffff:ffff',
    '2001:db8:0:1:0:0:0:1%eth0',
  ]) {
    expect(getNetwork(address)).toBe(network)
  }
  expect(getNetwork('2001:db8:0:2::5')).not.toBe(network)
  expect(getNetwork('::1')).toBe('0:0:0:0::/64')
  expect(getNetwork('192.0.2.7')).toBe('192.0.2.7')
  expect(getNetwork('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

test('better-auth is shown the address that the server found, and no other header of the browser', () => {
  const headers = buildHeaders({ cookie: 'a=1', address: '192.0.2.7', userAgent: 'x'.repeat(1000) })
  expect([...headers.keys()].sort()).toEqual(['cookie', 'user-agent', addressHeader])
  expect(headers.get('user-agent')).toHaveLength(300)
})

test('only the cookies asked for are passed on', () => {
  const cookie = 'theme=dark; __Host-waymark.session_token=abc; x=waymark.session_token'
  expect(getCookies(cookie, 'waymark.session_token')).toBe('__Host-waymark.session_token=abc')
  expect(getCookies('', 'waymark.session_token')).toBe('')
})
