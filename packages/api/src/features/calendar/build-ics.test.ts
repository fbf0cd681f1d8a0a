import { expect, test } from 'vitest'
import { buildIcs, foldLine, getInstant } from './build-ics.ts'

const row = {
  meeting: 7,
  seq: 3,
  state: 'open',
  heldOn: '2026-12-10',
  startsAt: '14:30',
  zone: 'Asia/Almaty',
  changedAt: '2026-12-01T08:00:00.123Z',
} as const
const names = { host: 'waymark.example', title: 'Review meeting' }

test.each([
  ['Asia/Almaty', '2026-12-10', '14:30', '2026-12-10T09:30:00.000Z'],
  ['Europe/Brussels', '2026-07-01', '09:00', '2026-07-01T07:00:00.000Z'],
  ['Europe/Brussels', '2026-12-01', '09:00', '2026-12-01T08:00:00.000Z'],
  ['America/St_Johns', '2026-01-01', '00:15', '2026-01-01T03:45:00.000Z'],
  ['UTC', '2026-12-10', '23:59', '2026-12-10T23:59:00.000Z'],
  // The clock goes from 2:00 to 3:00 here.
  ['Europe/Brussels', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  // And from 3:00 to 2:00 here.
  ['Europe/Brussels', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Brussels', '2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
])('a clock in %s that shows %s %s does so at %s', (zone, day, time, instant) => {
  expect(getInstant(day, time, zone).toISOString()).toBe(instant)
})

test('a line is folded at 75 octets, between letters, and unfolds to what it was', () => {
  const line = `SUMMARY:${'Кеңес жиналысы '.repeat(20)}`
  const folded = foldLine(line)
  const parts = folded.split('\r\n')
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
  expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true)
  expect(folded).not.toContain('\uFFFD')
  expect(folded.replaceAll('\r\n ', '')).toBe(line)
})

test('a meeting without a time is there all day, a cancelled one is told as such, a draft as tentative', () => {
  const ics = buildIcs(
    [
      { ...row, startsAt: null },
      { ...row, meeting: 8, state: 'cancelled' },
      { ...row, meeting: 9, state: 'draft' },
    ],
    names,
  )
  expect(ics).toContain('DTSTART;VALUE=DATE:20261210\r\n')
  expect(ics.match(/STATUS:\w+/g)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED', 'STATUS:TENTATIVE'])
  expect(ics.match(/DURATION/g)).toHaveLength(2)
})
