import { expect, test } from 'vitest'
import { getCancelled, getPlanned, hasOccurred } from './milestone.ts'

test('a milestone has occurred once the last day of its date is not after the day asked about', () => {
  expect(hasOccurred('2015-12-21', '2015-12-20')).toBe(false)
  expect(hasOccurred('2015-12-21', '2015-12-21')).toBe(true)
  expect(hasOccurred('2015-01', '2015-01-30')).toBe(false)
  expect(hasOccurred('2015', '2015-12-31')).toBe(true)
})

test('what has only been planned has not occurred', () => {
  expect(hasOccurred(null, '2030-01-01')).toBe(false)
})

const moved = (id: number, effective: string, planned: string) =>
  ({ id, kind: 'moved', effective, planned }) as const

test('the planned date of a day is that of the latest move by then', () => {
  const events = [moved(3, '2014-06', '2015-06'), moved(2, '2014-03', '2014-12')]
  expect(getPlanned('2014-06', events, '2014-03-30')).toBe('2014-06')
  expect(getPlanned('2014-06', events, '2014-03-31')).toBe('2014-12')
  expect(getPlanned('2014-06', events, '2014-06-30')).toBe('2015-06')
  expect(getPlanned(null, events, '2014-03-01')).toBe(null)
  expect(getPlanned(null, [...events, moved(4, '2014-06-30', '2016')], '2014-06-30')).toBe('2016')
})

test('a milestone is cancelled from the day of its cancellation on', () => {
  const events = [{ id: 5, kind: 'cancelled', effective: '2014-06', planned: null } as const]
  expect(getCancelled(events, '2014-06-29')).toBe(null)
  expect(getCancelled(events, '2014-06-30')).toBe('2014-06')
  expect(getPlanned('2015', events, '2014-07-01')).toBe('2015')
})
