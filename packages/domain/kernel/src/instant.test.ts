import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatInstant, getUtcDay } from './instant.ts'
import { instant } from './partial-date.ts'

test.each([
  ['2013-11-27T09:00:00Z', '2013-11-27T09:00:00.000Z'],
  ['2013-11-27T09:00:00.000Z', '2013-11-27T09:00:00.000Z'],
  ['2013-11-27T09:00Z', '2013-11-27T09:00:00.000Z'],
  ['2013-11-27T02:00:00+05:00', '2013-11-26T21:00:00.000Z'],
  ['2013-12-31T20:00:00-08:00', '2014-01-01T04:00:00.000Z'],
  ['2012-03-01T01:30:00+14:00', '2012-02-29T11:30:00.000Z'],
  ['2013-11-27T09:00:00.1234567Z', '2013-11-27T09:00:00.123Z'],
  ['2013-11-27T09:00:00.5+00:30', '2013-11-27T08:30:00.500Z'],
])('%s is %s', (given, expected) => {
  expect(formatInstant(given)).toBe(expected)
})

test('says what the runtime says, for every instant that the schema lets through', () => {
  const offset = fc
    .tuple(fc.constantFrom('+', '-'), fc.nat(14), fc.nat(59))
    .map(([sign, h, m]) => `${sign}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)
  const date = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.oneof(fc.constant('Z'), offset), (when, zone) => {
      const text = when.toISOString().replace('Z', zone)
      expect(instant.safeParse(text).success).toBe(true)
      expect(formatInstant(text)).toBe(new Date(text).toISOString())
    }),
  )
})

test('normalising twice is normalising once', () => {
  expect(formatInstant(formatInstant('2013-11-27T02:00:00+05:00'))).toBe('2013-11-26T21:00:00.000Z')
})

test('stops at the edges of four-digit years', () => {
  expect(formatInstant('0000-01-01T00:00:00+05:00')).toBe('0000-01-01T00:00:00.000Z')
  expect(formatInstant('9999-12-31T23:00:00-05:00')).toBe('9999-12-31T23:59:59.999Z')
})

test('text that is no instant is a fault of the caller', () => {
  expect(() => formatInstant('2013-11-27')).toThrow(RangeError)
  expect(() => formatInstant('2013-11-27T09:00:00')).toThrow(RangeError)
})

test('the day of an instant is the one in UTC', () => {
  expect(getUtcDay('2013-11-27T02:00:00+05:00')).toBe('2013-11-26')
})
