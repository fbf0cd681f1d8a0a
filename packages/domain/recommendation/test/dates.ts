import { type Day, daysInMonth, type PartialDate } from '@waymark/kernel/partial-date'
import fc from 'fast-check'

const pad = (n: number) => String(n).padStart(2, '0')

/** An existing day of a few years, so that dates often meet. */
export const days = (): fc.Arbitrary<Day> =>
  fc
    .tuple(
      fc.integer({ min: 2011, max: 2014 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => `${year}-${pad(month)}-${pad(Math.min(day, daysInMonth(year, month)))}`)

/** A date as sources give it: a day, a month or a year. */
export const partialDates = (): fc.Arbitrary<PartialDate> =>
  fc.tuple(days(), fc.constantFrom(4, 7, 10, 10)).map(([day, length]) => day.slice(0, length))
