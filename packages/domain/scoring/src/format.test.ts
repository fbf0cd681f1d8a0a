import { expect, test } from 'vitest'
import { formatIndex, formatWhole } from './format.ts'

test('figures are rounded half up, and only when shown', () => {
  expect(['37.5', '62.5', '0', '100', '37.49', '0.5', '99.5'].map(Number).map(formatWhole)).toEqual([
    '38',
    '63',
    '0',
    '100',
    '37',
    '1',
    '100',
  ])
})

test('a half that binary fractions cannot hold is still a half', () => {
  // (100/3 + 50/3 + 62.5) / 3 is 37.5 on paper.
  expect((100 / 3 + 50 / 3 + 62.5) / 3).toBeCloseTo(37.5, 9)
  expect(formatWhole(37.499999999999993)).toBe('38')
  expect(formatWhole(37.4999)).toBe('37')
})

test('an index shows both ends, or one number when they show as the same', () => {
  expect(formatIndex({ low: 37.5, high: 62.5 })).toBe('38–63')
  expect(formatIndex({ low: 0, high: 100 })).toBe('0–100')
  expect(formatIndex({ low: 50, high: 50.4 })).toBe('50')
})
