import { expect, test } from 'vitest'
import { formatInstant, formatPartialDate } from './dates.ts'

test.each([
  ['2013', '2013', '2013', '2013'],
  ['2013-11', 'November 2013', 'ноябрь 2013', '2013 жылғы қараша'],
  ['2013-11-27', '27 November 2013', '27 ноября 2013', '2013 жылғы 27 қараша'],
  ['2012-03-05', '5 March 2012', '5 марта 2012', '2012 жылғы 5 наурыз'],
  ['2020-12-31', '31 December 2020', '31 декабря 2020', '2020 жылғы 31 желтоқсан'],
])('the partial date %s is written no more precisely than it is', (date, en, ru, kk) => {
  expect(formatPartialDate(date, 'en')).toBe(en)
  expect(formatPartialDate(date, 'ru')).toBe(ru)
  expect(formatPartialDate(date, 'kk')).toBe(kk)
})

test('every month has its name', () => {
  const names = (language: 'en' | 'ru' | 'kk') =>
    Array.from({ length: 12 }, (_, i) =>
      formatPartialDate(`2020-${String(i + 1).padStart(2, '0')}-01`, language),
    )
  expect(names('ru').map((s) => s.split(' ')[1])).toEqual([
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ])
  for (const language of ['en', 'ru', 'kk'] as const) {
    expect(new Set(names(language)).size).toBe(12)
    expect(names(language).join()).not.toContain('undefined')
  }
})

test('an instant is written in UTC, whatever offset it came with', () => {
  expect(formatInstant('2026-11-24T03:33:59.999Z', 'en')).toBe('24 November 2026, 03:33 UTC')
  expect(formatInstant('2013-11-27T02:00:00+05:00', 'ru')).toBe('26 ноября 2013, 21:00 UTC')
  expect(formatInstant('2013-12-31T23:30:00-01:00', 'kk')).toBe('2014 жылғы 1 қаңтар, 00:30 UTC')
  expect(() => formatInstant('yesterday', 'en')).toThrow(RangeError)
})
