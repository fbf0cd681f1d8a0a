import { expect, test } from 'vitest'
import { formatMinuteInZone } from './edition-zone.ts'

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
