/** How Russian bends what comes in: nouns after numbers, dates in the genitive. */

const rules = new Intl.PluralRules('ru')
const numbers = new Intl.NumberFormat('ru')

/** A number as it is written: `1 234`, `1,5`. */
export const number = (n: number): string => numbers.format(n)

/** The form that goes with a number: one for 1 and 21; few for 2 to 4, 22 and fractions; many for 0, 5, 11 and the rest. */
export function pick(n: number, one: string, few: string, many: string): string {
  const category = rules.select(n)
  if (category === 'one') return one
  return category === 'many' ? many : few
}

/** A number with its noun: `2 рекомендации`. */
export const some = (n: number, one: string, few: string, many: string): string =>
  `${number(n)} ${pick(n, one, few, many)}`

/** The same in the genitive: «из 21 рекомендации», «из 5 рекомендаций». */
export const of = (n: number, one: string, many: string): string => `${number(n)} ${pick(n, one, many, many)}`

export const recommendations = (n: number): string => some(n, 'рекомендация', 'рекомендации', 'рекомендаций')

const months: Readonly<Record<string, string>> = {
  январь: 'января',
  февраль: 'февраля',
  март: 'марта',
  апрель: 'апреля',
  май: 'мая',
  июнь: 'июня',
  июль: 'июля',
  август: 'августа',
  сентябрь: 'сентября',
  октябрь: 'октября',
  ноябрь: 'ноября',
  декабрь: 'декабря',
}

const getEnd = (date: string, year: string) => date.replace(/(\d{4})(?=$|,)/, `$1 ${year}`)

/** A date after «с», «до», «от»: `27 ноября 2013 года`, `ноября 2013 года`, `2013 года`. */
export const genitive = (date: string): string =>
  getEnd(
    date.replace(/^\p{L}+/u, (month) => months[month] ?? month),
    'года',
  )

/** A date after «на»: `27 ноября 2013 года`, `ноябрь 2013 года`, `2013 год`. */
export const accusative = (date: string): string => getEnd(date, /^\d{4}$/.test(date) ? 'год' : 'года')

/** "a, b и c". */
export const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} и ${parts.at(-1)}`

/** A span of months and days: "2 года 3 месяца", "5 месяцев", "12 дней". */
export function span({ months: all, days }: { months: number; days: number }, exact: boolean): string {
  const years = Math.floor(all / 12)
  const rest = all % 12
  const parts = [
    years > 0 ? some(years, 'год', 'года', 'лет') : '',
    rest > 0 ? some(rest, 'месяц', 'месяца', 'месяцев') : '',
    all === 0 ? some(days, 'день', 'дня', 'дней') : '',
  ].filter((part) => part !== '')
  return `${exact ? '' : 'примерно '}${parts.join(' ')}`
}
