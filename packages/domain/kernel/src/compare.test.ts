import { expect, test } from 'vitest'
import { compareText } from './compare.ts'

test('texts sort by code unit on every machine', () => {
  expect(['é', 'b', 'a', 'B', '2', '10'].sort(compareText)).toEqual(['10', '2', 'B', 'a', 'b', 'é'])
  expect(compareText('a', 'a')).toBe(0)
})
