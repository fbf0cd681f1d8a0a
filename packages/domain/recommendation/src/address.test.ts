import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddress, getSite, isAddress } from './address.ts'

test.each([
  'http://example.org/report',
  'https://www.example.org/report/',
  'https://EXAMPLE.org/report#page=4',
  'https://example.org:443/report?utm_source=letter&fbclid=1',
])('%s is the page example.org/report', (address) => {
  expect(formatAddress(address)).toBe('example.org/report')
})

test('what tells pages apart stays: path, case of the path, parameters, port', () => {
  const pages = [
    'https://example.org/a',
    'https://example.org/A',
    'https://example.org/a?id=1',
    'https://example.org:8080/a',
  ]
  expect(new Set(pages.map(formatAddress)).size).toBe(pages.length)
})

test('written once or twice, an address comes out the same; what is none is left alone', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
      const once = formatAddress(address)
      expect(formatAddress(`https://${once}`)).toBe(once)
    }),
  )
  expect(formatAddress('Invented report (Invented press, 2013)')).toBe(
    'Invented report (Invented press, 2013)',
  )
})

test('only http and https are addresses, and a site has no www', () => {
  for (const text of ['javascript:alert(1)', 'ftp://example.org/', 'example.org', 'https://', ''])
    expect(isAddress(text)).toBe(false)
  expect(getSite('https://www.example.org/a')).toBe('example.org')
  expect(getSite('Invented')).toBe('')
})
