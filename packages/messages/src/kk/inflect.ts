/**
 * How Kazakh takes what comes in. A noun stays singular after a number; suffixes harmonise with the last syllable, so sentences are
 * built to need none on a number or a name, and dates take theirs on “күн”, “ай” or “жыл”.
 */

// Grouped as in Russian. Browsers that do not know Kazakh would fall back to their own language, and differ from the server.
const numbers = new Intl.NumberFormat('ru')

/** A number as it is written: `1 234`, `1,5`. */
export const number = (n: number): string => numbers.format(n)

export const recommendations = (n: number): string => `${number(n)} ұсыныс`

type Precision = 'day' | 'month' | 'year'

const getPrecision = (date: string): Precision => {
  if (/^\d{4}$/.test(date)) return 'year'
  return /жылғы \d/.test(date) ? 'day' : 'month'
}

const ends: Readonly<Record<'on' | 'since' | 'until', Readonly<Record<Precision, string>>>> = {
  on: { day: 'күні', month: 'айында', year: 'жылы' },
  since: { day: 'күнінен бастап', month: 'айынан бастап', year: 'жылдан бастап' },
  until: { day: 'күніне дейін', month: 'айына дейін', year: 'жылға дейін' },
}

/** “2013 жылғы 27 қараша күні”, “2013 жылғы қараша айында”, “2013 жылы”. */
export const on = (date: string): string => `${date} ${ends.on[getPrecision(date)]}`

/** From a date on. */
export const since = (date: string): string => `${date} ${ends.since[getPrecision(date)]}`

/** Up to a date. */
export const until = (date: string): string => `${date} ${ends.until[getPrecision(date)]}`

/** As things stood on a day. */
export const asOf = (date: string): string => `${date} күнгі жағдай бойынша`

/** "a, b және c". */
export const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} және ${parts.at(-1)}`

/** A span of months and days: "2 жыл 3 ай", "5 ай", "12 күн". */
export function span({ months, days }: { months: number; days: number }, exact: boolean): string {
  const years = Math.floor(months / 12)
  const rest = months % 12
  const parts = [
    years > 0 ? `${number(years)} жыл` : '',
    rest > 0 ? `${number(rest)} ай` : '',
    months === 0 ? `${number(days)} күн` : '',
  ].filter((part) => part !== '')
  return `${exact ? '' : 'шамамен '}${parts.join(' ')}`
}
