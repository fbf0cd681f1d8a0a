import { expect, test } from 'vitest'
import { isWaived, isWithin } from './waiver.ts'

test.each([
  ['2014-04-29', false],
  ['2014-04-30', true],
  ['2014-12-30', true],
  ['2014-12-31', false],
])('a waiver from April 2014 that ended in 2014 holds on %s: %s', (day, holds) => {
  expect(isWithin({ effective: '2014-04', ended: '2014' }, day)).toBe(holds)
})

test('a waiver that ended on the day on which it began never held', () => {
  expect(isWithin({ effective: '2014-04-30', ended: '2014-04' }, '2014-04-30')).toBe(false)
})

test('a link is waived while one of its waivers holds', () => {
  const waivers = [
    { effective: '2010', ended: '2011' },
    { effective: '2014', ended: null },
  ]
  expect(isWaived(waivers, '2011-06-01')).toBe(true)
  expect(isWaived(waivers, '2011-12-31')).toBe(false)
  expect(isWaived(waivers, '2014-12-31')).toBe(true)
  expect(isWaived([], '2014-12-31')).toBe(false)
})
