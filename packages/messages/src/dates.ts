import { formatInstant as formatUtc } from '@waymark/kernel/instant'
import type { PartialDate } from '@waymark/kernel/partial-date'
import type { Language } from './language.ts'

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const russianMonths = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]
const russianMonthsGenitive = [
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
]
const kazakhMonths = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
]

type Words = {
  month: (month: number, year: string) => string
  day: (day: string, month: number, year: string) => string
}

const words: Record<Language, Words> = {
  en: {
    month: (month, year) => `${englishMonths[month]} ${year}`,
    day: (day, month, year) => `${day} ${englishMonths[month]} ${year}`,
  },
  ru: {
    month: (month, year) => `${russianMonths[month]} ${year}`,
    day: (day, month, year) => `${day} ${russianMonthsGenitive[month]} ${year}`,
  },
  kk: {
    month: (month, year) => `${year} жылғы ${kazakhMonths[month]}`,
    day: (day, month, year) => `${year} жылғы ${day} ${kazakhMonths[month]}`,
  },
}

/**
 * A partial date as people write it, no more precise than it is: `27 November 2013`, `November 2013`, `2013`.
 * No Date object takes part, so no time zone can shift a day.
 */
export function formatPartialDate(date: PartialDate, language: Language): string {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const index = Number(month) - 1
  return day === undefined
    ? words[language].month(index, year)
    : words[language].day(String(Number(day)), index, year)
}

/**
 * An instant in UTC, to the minute: `24 November 2026, 03:33 UTC`.
 *
 * @throws RangeError for text that is not an instant with its offset
 */
export function formatInstant(instant: string, language: Language): string {
  const utc = formatUtc(instant)
  return `${formatPartialDate(utc.slice(0, 10), language)}, ${utc.slice(11, 16)} UTC`
}

const months: Readonly<Record<Language, readonly string[]>> = {
  en: englishMonths,
  ru: russianMonths,
  kk: kazakhMonths,
}

/** The first letters of a month's name, for the axis of a chart: `Nov`, `ноя`, `қар`. Months count from 1. */
export const formatMonthShort = (month: number, language: Language): string =>
  (months[language][month - 1] ?? '').slice(0, 3)
