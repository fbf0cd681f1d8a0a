import { expect, test } from 'vitest'
import { getLastFreshDay, getStaleFrom, isStale } from './staleness.ts'

test('a finding is stale on the day after its review interval has passed', () => {
  expect(getLastFreshDay('2012-11-27', 12)).toBe('2013-11-27')
  expect(getStaleFrom('2012-11-27', 12)).toBe('2013-11-28')
  expect(isStale('2012-11-27', 12, '2013-11-27')).toBe(false)
  expect(isStale('2012-11-27', 12, '2013-11-28')).toBe(true)
})

test('the interval runs from the last day that the date allows', () => {
  expect(getLastFreshDay('2012', 6)).toBe('2013-06-30')
  expect(getLastFreshDay('2012-02', 12)).toBe('2013-02-28')
})

test('31 August and six months is the last day of February', () => {
  expect(getLastFreshDay('2013-08-31', 6)).toBe('2014-02-28')
  expect(getLastFreshDay('2015-08-31', 6)).toBe('2016-02-29')
  expect(isStale('2013-08-31', 6, '2014-03-01')).toBe(true)
})

test('no interval given means twelve months', () => {
  expect(getStaleFrom('2012-11-27')).toBe('2013-11-28')
  expect(isStale('2012-11-27', null, '2013-11-28')).toBe(true)
  expect(isStale('2012-11-27', undefined, '2013-11-27')).toBe(false)
})
