import { expect, test } from 'vitest'
import { hasOccurred } from './milestone.ts'

test('a milestone has occurred once the last day of its date is not after the day asked about', () => {
  expect(hasOccurred('2015-12-21', '2015-12-20')).toBe(false)
  expect(hasOccurred('2015-12-21', '2015-12-21')).toBe(true)
  expect(hasOccurred('2015-01', '2015-01-30')).toBe(false)
  expect(hasOccurred('2015', '2015-12-31')).toBe(true)
})

test('what has only been planned has not occurred', () => {
  expect(hasOccurred(null, '2030-01-01')).toBe(false)
})
