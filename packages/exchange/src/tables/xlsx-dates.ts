/** What the number of a cell is shown as: a day, a month, a year; null where it is no date. */
export type DateForm = 'day' | 'month' | 'year' | null

const dayNumbers = new Set([14, 15, 16, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 56, 57, 58])
const monthNumbers = new Set([17, 55])

/** What a number format shows (ISO/IEC 29500-1, 18.8.30), from its number, or its code where it has one. */
export function getDateForm(number: number, code: string | undefined): DateForm {
  if (code === undefined) return dayNumbers.has(number) ? 'day' : monthNumbers.has(number) ? 'month' : null
  const plain = code
    .split(';', 1)[0]
    ?.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
    .toLowerCase()
  if (plain === undefined || !/[ydg]|mmm/.test(plain) || /general/.test(plain)) return null
  if (!/y/.test(plain)) return /d/.test(plain) && /m/.test(plain) ? 'day' : null
  return /d/.test(plain) ? 'day' : /m/.test(plain) ? 'month' : 'year'
}

const millisecondsOfDay = 86_400_000
/** Day 0 of the 1900 system as Excel counts: it has a 29 February 1900, which makes all later days right. */
const zero1900 = Date.UTC(1899, 11, 30)
const zero1904 = Date.UTC(1904, 0, 1)

/** The serial number of a day as the partial date that its cell shows; null where it is no day of our calendar. */
export function formatSerial(serial: number, form: Exclude<DateForm, null>, is1904: boolean): string | null {
  const days = Math.floor(serial)
  if (days < 0 || days > 2_958_465) return null
  const date = new Date((is1904 ? zero1904 : zero1900) + days * millisecondsOfDay).toISOString()
  return date.slice(0, { day: 10, month: 7, year: 4 }[form])
}
