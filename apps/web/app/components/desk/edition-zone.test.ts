import { expect, test } from 'vitest'
import { formatMinuteInZone, getMinuteInZone } from './edition-zone.ts'

test.each([
  ['2026-12-01T09:00', 'UTC', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T09:00', 'Asia/Almaty', '2026-12-01T04:00:00.000Z'],
  // Almaty was six hours ahead until March 2024.
  ['2023-12-01T09:00', 'Asia/Almaty', '2023-12-01T03:00:00.000Z'],
  ['2026-07-01 09:00', 'Europe/Brussels', '2026-07-01T07:00:00.000Z'],
  ['2026-12-01T09:00', 'Europe/Brussels', '2026-12-01T08:00:00.000Z'],
  // The hour that comes twice: the first of the two.
  ['2026-10-25T02:30', 'Europe/Brussels', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00', 'Europe/Brussels', '2026-10-25T02:00:00.000Z'],
])('%s in %s is %s', (local, zone, instant) => {
  expect(formatMinuteInZone(local, zone)).toBe(instant)
})

test.each([
  ['soon', 'UTC'],
  ['2026-02-30T09:00', 'UTC'],
  ['2026-12-01T24:30', 'UTC'],
  ['2026-12-01T09:00', 'Nowhere/Else'],
])('%s in %s is left as it is, for the schema to refuse', (local, zone) => {
  expect(formatMinuteInZone(local, zone)).toBe(local)
})

test('an instant is told as the day and the time of a zone', () => {
  expect(getMinuteInZone('2026-11-30T20:30:15.250Z', 'Asia/Almaty')).toEqual({
    day: '2026-12-01',
    time: '01:30',
  })
  expect(getMinuteInZone('2026-07-01T22:05:00Z', 'Europe/Brussels')).toEqual({
    day: '2026-07-02',
    time: '00:05',
  })
})
