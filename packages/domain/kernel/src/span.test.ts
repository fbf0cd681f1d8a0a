import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildSpan,
  countMonths,
  getBucketEnd,
  getLast,
  getMoved,
  getWhole,
  getZoomedIn,
  getZoomedOut,
  parseMonths,
} from './span.ts'

const whole = { from: '1999-01', to: '2026-12' }
const months = fc
  .tuple(fc.integer({ min: 1999 * 12, max: 2026 * 12 }), fc.integer({ min: 1, max: 200 }))
  .map(([from, length]) => {
    const format = (n: number) => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
    return { from: format(from), to: format(Math.min(from + length - 1, 2026 * 12 + 11)) }
  })

test('a year is asked for from its first month, and up to its last; what is left out is the end of the whole', () => {
  expect(parseMonths({ from: '2013', to: '2014-03' }, whole)).toEqual({ from: '2013-01', to: '2014-03' })
  expect(parseMonths({ from: '2013-11', to: '2014' }, whole)).toEqual({ from: '2013-11', to: '2014-12' })
  expect(parseMonths({}, whole)).toEqual(whole)
  expect(parseMonths({ from: '2030' }, whole)).toEqual({ from: '2030-01', to: '2030-01' })
  expect(parseMonths({ from: '2015', to: '2014' }, whole)).toBeNull()
})

test('the whole begins with the first dated thing and ends with what is planned, at most five years ahead', () => {
  expect(getWhole('1999-07-01', null, '2013-11-27')).toEqual({ from: '1999-01', to: '2013-12' })
  expect(getWhole('1999-07-01', '2015-01-01', '2013-11-27').to).toBe('2015-12')
  expect(getWhole(null, '2090-01-01', '2013-11-27')).toEqual({ from: '2013-01', to: '2018-12' })
})

test('short spans are counted by month, longer ones by quarter, then by year', () => {
  const unit = (from: string, to: string) => buildSpan({ from, to }).unit
  expect([unit('2013-01', '2015-06'), unit('2013-01', '2015-07'), unit('2013-01', '2021-01')]).toEqual([
    'month',
    'quarter',
    'year',
  ])
  expect([getBucketEnd('2012-02-01', 'month'), getBucketEnd('2012-10-01', 'quarter')]).toEqual([
    '2012-02-29',
    '2012-12-31',
  ])
})

test('zooming in and out and moving give spans that exist: smaller, larger, of the same length', () => {
  fc.assert(
    fc.property(months, (span) => {
      const [near, far] = [getZoomedIn(span), getZoomedOut(span, whole)]
      if (near !== null) {
        expect(countMonths(near)).toBeLessThan(countMonths(span))
        expect(near.from >= span.from && near.to <= span.to).toBe(true)
      } else expect(countMonths(span)).toBe(1)
      if (far !== null) {
        expect(countMonths(far)).toBeGreaterThan(countMonths(span))
        expect(far.from <= span.from && far.to >= span.to).toBe(true)
        expect(far.from >= whole.from && far.to <= whole.to).toBe(true)
      } else expect(span).toEqual(whole)
      for (const direction of [-1, 1] as const) {
        const moved = getMoved(span, whole, direction)
        if (moved !== null) expect(countMonths(moved)).toBe(countMonths(span))
      }
      const last = getLast(whole, '2013-11-27', countMonths(span))
      expect(last.to).toBe('2013-11')
      expect(last.from >= whole.from).toBe(true)
    }),
  )
})
