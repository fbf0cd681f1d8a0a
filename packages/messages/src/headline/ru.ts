import { formatPartialDate } from '../dates.ts'
import type { Findings, Headline } from '../headline.ts'
import { ru } from '../vocabulary/ru.ts'

const rules = new Intl.PluralRules('ru')

/** The form that goes with a number: 1 and 21, 2 to 4 and 22, 5 and the rest. */
function pick(n: number, one: string, few: string, many: string): string {
  const category = rules.select(n)
  return category === 'one' ? one : category === 'few' ? few : many
}

const genitive = (n: number) => `${n} ${pick(n, 'рекомендации', 'рекомендаций', 'рекомендаций')}`
const dative = (n: number) => `${n} ${pick(n, 'рекомендации', 'рекомендациям', 'рекомендациям')}`
const nominative = (n: number) => `${n} ${pick(n, 'рекомендация', 'рекомендации', 'рекомендаций')}`

export function buildRussian(findings: Findings): Headline {
  const { asOf, isPast, applicable, contrary, unknown } = findings
  const on = `На ${formatPartialDate(asOf, 'ru')} года`
  const no = isPast ? 'не было' : 'нет'
  if (applicable === 0) return { headline: `${on} рекомендаций для подсчёта ${no}.`, lead: '' }
  if (unknown === applicable) {
    const any = applicable === 1 ? 'по единственной рекомендации' : `ни по одной из ${genitive(applicable)}`
    return { headline: `${on} актуальной оценки ${no} ${any}.`, lead: '' }
  }
  const steps = isPast ? 'делались' : 'делаются'
  const backwards =
    contrary === 0 ? `Шаги назад не ${steps} ни по одной.` : `По ${dative(contrary)} ${steps} шаги назад.`
  const known =
    unknown === 0 ? 'По всем есть актуальная оценка.' : `По ${dative(unknown)} нет актуальной оценки.`
  return {
    headline: `${on} ${formatFull(findings)} ${backwards}`,
    lead: [known, formatFurthest(findings)].filter((s) => s !== '').join(' '),
  }
}

function formatFull({ full, applicable, isPast }: Findings): string {
  const was = (feminine: string) => (isPast ? `${feminine} ` : '')
  if (applicable === 1) {
    if (full === 1) return `единственная рекомендация ${was('была')}полностью выполнена.`
    return isPast
      ? 'единственная рекомендация не была полностью выполнена.'
      : 'единственная рекомендация полностью не выполнена.'
  }
  if (full === 0) {
    const none = `ни одна из ${genitive(applicable)}`
    return isPast ? `${none} не была полностью выполнена.` : `${none} полностью не выполнена.`
  }
  if (full === applicable) return `все ${nominative(full)} ${was('были')}полностью выполнены.`
  const done = pick(
    full,
    `${was('была')}полностью выполнена`,
    `${was('были')}полностью выполнены`,
    `${was('было')}полностью выполнено`,
  )
  return `${done} ${full} из ${genitive(applicable)}.`
}

function formatFurthest({ furthest, isPast }: Findings): string {
  if (furthest === null) return ''
  if (furthest.level === 'none') return `Прогресса ${isPast ? 'не было' : 'нет'} ни по одной.`
  const label = ru.levels[furthest.level].label.toLowerCase()
  return `Наибольший достигнутый результат — ${label}: ${furthest.count}.`
}
