import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDay,
  daysInMonth,
  firstDay,
  instant,
  isDay,
  isPartialDate,
  lastDay,
  nextDay,
  partialDate,
  previousDay,
} from './partial-date.ts'

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 9900 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([y, m, d]) => `${y}-${pad(m)}-${pad(Math.min(d, daysInMonth(y, m)))}`)
const partial = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([d, length]) => d.slice(0, length))

describe('what a partial date is', () => {
  test.each(['2013', '2013-11', '2013-11-27', '2012-02-29', '2000-02-29', '1000', '9999-12-31'])(
    '%s exists',
    (s) => {
      expect(isPartialDate(s)).toBe(true)
      expect(partialDate.safeParse(s).success).toBe(true)
    },
  )

  test.each([
    '',
    '13',
    '0999',
    '2013-',
    '2013-1',
    '2013-00',
    '2013-13',
    '2013-11-00',
    '2013-11-31',
    '2013-02-29',
    '1900-02-29',
    '2013-11-27T00:00',
    ' 2013',
    '2013 ',
    '2013\n',
    '+2013',
    '-2013',
    '2013/11',
    '20131127',
    '٢٠١٣',
    '2013-11-27-01',
  ])('%j does not', (s) => {
    expect(isPartialDate(s)).toBe(false)
    expect(partialDate.safeParse(s).success).toBe(false)
  })

  test('a day is a whole date and nothing less', () => {
    expect(isDay('2013-11-27')).toBe(true)
    expect(isDay('2013-11')).toBe(false)
    expect(calendarDay.safeParse('2013-11').success).toBe(false)
    expect(calendarDay.safeParse('2013-11-31').success).toBe(false)
  })

  test('an instant says its offset', () => {
    expect(instant.safeParse('2013-11-27T09:00:00Z').success).toBe(true)
    expect(instant.safeParse('2013-11-27T09:00:00+05:00').success).toBe(true)
    expect(instant.safeParse('2013-11-27T09:00:00').success).toBe(false)
    expect(instant.safeParse('2013-11-27').success).toBe(false)
  })
})

describe('the days that a partial date allows', () => {
  test('a year runs from 1 January to 31 December', () => {
    expect([firstDay('2011'), lastDay('2011')]).toEqual(['2011-01-01', '2011-12-31'])
  })
  test('a month runs to its own last day', () => {
    expect([firstDay('2013-10'), lastDay('2013-10')]).toEqual(['2013-10-01', '2013-10-31'])
    expect(lastDay('2012-02')).toBe('2012-02-29')
    expect(lastDay('1900-02')).toBe('1900-02-28')
    expect(lastDay('2013-04')).toBe('2013-04-30')
  })
  test('a day is its own first and last', () => {
    expect([firstDay('2013-11-27'), lastDay('2013-11-27')]).toEqual(['2013-11-27', '2013-11-27'])
  })
  test('every partial date allows existing days only, first before last, within what is written', () => {
    fc.assert(
      fc.property(partial, (date) => {
        const [first, last] = [firstDay(date), lastDay(date)]
        expect(isDay(first) && isDay(last)).toBe(true)
        expect(first <= last).toBe(true)
        expect(first.startsWith(date) && last.startsWith(date)).toBe(true)
        expect(nextDay(last).startsWith(date)).toBe(false)
      }),
    )
  })
  test('ordering by last day puts the vaguer of two dates that begin alike last', () => {
    const dates = ['2013', '2013-11', '2013-11-27', '2013-10', '2012']
    expect(dates.sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))).toEqual([
      '2012',
      '2013-10',
      '2013-11-27',
      '2013-11',
      '2013',
    ])
  })
})

describe('adding months', () => {
  test('31 August and six months is the last day of February', () => {
    expect(addMonths('2013-08-31', 6)).toBe('2014-02-28')
    expect(addMonths('2015-08-31', 6)).toBe('2016-02-29')
  })
  test('a year after 29 February is 28 February, four years after it is 29 February', () => {
    expect(addMonths('2012-02-29', 12)).toBe('2013-02-28')
    expect(addMonths('2012-02-29', 48)).toBe('2016-02-29')
  })
  test('December is followed by January of the next year', () => {
    expect(addMonths('2013-12-15', 1)).toBe('2014-01-15')
    expect(addMonths('2013-11-30', 1)).toBe('2013-12-30')
    expect(addMonths('2013-11-27', 12)).toBe('2014-11-27')
  })
  test('the clamp never carries over: adding in two steps may only be earlier than in one', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (from, a, b) => {
        const [once, twice] = [addMonths(from, a + b), addMonths(addMonths(from, a), b)]
        expect(isDay(once)).toBe(true)
        expect(twice.slice(0, 7)).toBe(once.slice(0, 7))
        expect(twice <= once).toBe(true)
      }),
    )
  })
  test('the month is the one counted to, and the day is kept where that month has it', () => {
    fc.assert(
      fc.property(day, fc.nat(240), (from, months) => {
        const to = addMonths(from, months)
        const index = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
        expect(index(to) - index(from)).toBe(months)
        const last = Number(lastDay(to.slice(0, 7)).slice(8))
        expect(Number(to.slice(8))).toBe(Math.min(Number(from.slice(8)), last))
      }),
    )
  })
  test('a later day never comes to an earlier one', () => {
    fc.assert(fc.property(day, day, fc.nat(240), (a, b, n) => a > b || addMonths(a, n) <= addMonths(b, n)))
  })
  test('sums stop at the last day that four digits can write', () => {
    expect(addMonths('9999-12-01', 1)).toBe('9999-12-31')
    expect(addMonths('9999-11-30', 1)).toBe('9999-12-30')
  })
})

describe('the day after and the day before', () => {
  test('months, leap days and years end where they end', () => {
    expect(nextDay('2012-02-28')).toBe('2012-02-29')
    expect(nextDay('2013-02-28')).toBe('2013-03-01')
    expect(nextDay('2013-12-31')).toBe('2014-01-01')
    expect(previousDay('2014-01-01')).toBe('2013-12-31')
    expect(previousDay('2012-03-01')).toBe('2012-02-29')
    expect(nextDay('9999-12-31')).toBe('9999-12-31')
    expect(previousDay('0000-01-01')).toBe('0000-01-01')
  })
  test('each undoes the other, and they agree with the calendar of the runtime', () => {
    fc.assert(
      fc.property(day, (d) => {
        expect(previousDay(nextDay(d))).toBe(d)
        expect(nextDay(d)).toBe(
          new Date(Date.parse(`${d}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10),
        )
      }),
    )
  })
})

describe('so many days later', () => {
  test('is as many steps to the day after', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, days) => {
        let expected = from
        for (let i = 0; i < days; i += 1) expected = nextDay(expected)
        expect(addDays(from, days)).toBe(expected)
      }),
    )
  })

  test('stops at the last day that can be written', () => {
    expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
    expect(addDays('9999-12-30', 90)).toBe('9999-12-31')
  })
})
