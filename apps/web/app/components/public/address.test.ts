import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildHref, buildPlace } from './address.ts'

test('every link of a page keeps the cut that the reader chose', () => {
  const asked = { asOf: '2013-11-27', knownAt: '2026-11-24T03:33:00Z', method: 'm1' }
  expect(buildPlace('utopia', asked, 'linkage', { area: 'courts' })).toBe(
    '/utopia/linkage?area=courts&asOf=2013-11-27&knownAt=2026-11-24T03:33:00Z&method=m1',
  )
})

test('a cut that was not chosen stays out of the address, so that it goes on meaning today', () => {
  expect(buildPlace('utopia', {})).toBe('/utopia')
})

test('any parameter comes back from the address as it went in', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }).filter((s) => s.isWellFormed()),
      (q) => {
        const url = new URL(buildHref('/utopia', { q }), 'https://example.org')
        expect(url.searchParams.get('q')).toBe(q)
      },
    ),
  )
})
