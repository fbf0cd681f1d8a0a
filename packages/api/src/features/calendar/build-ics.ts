import type { CalendarRow } from '@waymark/db/queries/calendar.query'

/** Octets that a line may have, its end apart (RFC 5545, 3.1). */
const widest = 75
/** A meeting without an end has one after this long, in minutes. */
const usualMinutes = 60

const stamp = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
const plain = (day: string): string => day.replaceAll('-', '')

/** A line as it is sent: folded, no octet of a letter parted from the others. */
export function foldLine(line: string): string {
  let [folded, room] = ['', widest]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (size > room) {
      folded += '\r\n '
      room = widest - 1
    }
    folded += letter
    room -= size
  }
  return folded
}

const escapeText = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n')

const dayMs = 86_400_000

/**
 * The instant at which a clock of a zone shows a time on a day. One that it shows twice is the first; one that it skips is counted by the
 * clock as it went before (RFC 5545, 3.3.5).
 */
export function getInstant(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const guesses = [wall - dayMs, wall + dayMs].map((near) => wall - getOffset(new Date(near), zone))
  const shown = guesses.filter((at) => at + getOffset(new Date(at), zone) === wall)
  return new Date(shown.length > 0 ? Math.min(...shown) : Math.max(...guesses))
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function getOffset(at: Date, zone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

const statuses = { draft: 'TENTATIVE', cancelled: 'CANCELLED' } as const
const getStatus = (state: CalendarRow['state']): string =>
  state === 'draft' || state === 'cancelled' ? statuses[state] : 'CONFIRMED'

/**
 * Meetings as a calendar (RFC 5545) that says when and nothing else: no title, no place, nobody's name, no dossier. Times stand in
 * UTC, converted from the clock of the room, so that no rules of zones need to go along.
 *
 * @param host names the installation in the ids of events
 */
export function buildIcs(
  rows: readonly CalendarRow[],
  { host, title }: { host: string; title: string },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waymark//Review meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...rows.flatMap((row) => buildEvent(row, host, title)),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}

function buildEvent(
  { meeting, seq, state, heldOn, startsAt, zone, changedAt }: CalendarRow,
  host: string,
  title: string,
): string[] {
  const at = startsAt === null ? null : getInstant(heldOn, startsAt, zone)
  return [
    'BEGIN:VEVENT',
    `UID:meeting-${meeting}@${host}`,
    `DTSTAMP:${stamp(changedAt)}`,
    `LAST-MODIFIED:${stamp(changedAt)}`,
    `SEQUENCE:${seq}`,
    ...(at === null
      ? [`DTSTART;VALUE=DATE:${plain(heldOn)}`]
      : [`DTSTART:${stamp(at.toISOString())}`, `DURATION:PT${usualMinutes}M`]),
    `SUMMARY:${escapeText(title)}`,
    `STATUS:${getStatus(state)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}
