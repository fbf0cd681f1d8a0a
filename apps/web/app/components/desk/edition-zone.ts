/** Zones that are always offered, by the organisations' places; the reader's own is added where script runs. */
export const offeredZones = ['UTC', 'Asia/Almaty', 'Europe/Brussels'] as const

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function getOffset(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant
}

/**
 * The instant of a wall-clock minute (`2026-12-01T09:00`) in a zone, in UTC. Of an hour that comes twice the first is taken; one
 * that is skipped is read as if the clock had not been put forward. What cannot be read is given back as it is, for the schema
 * to refuse.
 */
export function formatMinuteInZone(local: string, zone: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/.exec(local.trim())
  if (!match || !isZone(zone)) return local
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  if (new Date(wall).toISOString().slice(0, 16) !== local.trim().replace(' ', 'T')) return local
  // The offset of the day before and of the day after: where the clock is put, one of the two holds.
  const [early, late] = [-1, 1].map((side) => wall - getOffset(wall + side * 86_400_000, zone)) as [
    number,
    number,
  ]
  const first = early + getOffset(early, zone) === wall ? early : late
  return new Date(first).toISOString()
}

/** Day (`2026-12-01`) and time (`09:00`) of an instant in a zone, to be written by the words of the page. */
export function getMinuteInZone(
  instant: string,
  zone: string,
): { readonly day: string; readonly time: string } {
  const at = Date.parse(instant)
  const wall = new Date(at + getOffset(at, zone)).toISOString()
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
}
