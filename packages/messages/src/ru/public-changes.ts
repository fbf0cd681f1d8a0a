/** Copy of the page on what changed, and of the index by each method over time, in Russian. Part of `publicMessages`; see there. */

import type { changeMessages as English } from '../en/public-changes.ts'
import { accusative, genitive, list, number, of, recommendations } from './inflect.ts'

type Counts = Readonly<Partial<Record<string, number>>>
type Named = readonly (readonly [kind: string, word: string])[]

const levels: Named = [
  ['advanced', 'продвижение'],
  ['regressed', 'ухудшение'],
  ['contrary', 'начало шагов назад'],
]

const others: Named = [
  ['newly-assessed', 'появилась оценка'],
  ['refreshed', 'оценено заново'],
  ['gone-stale', 'оценка устарела'],
  ['no-longer-assessed', 'оценки больше нет'],
  ['added', 'добавлено'],
  ['withdrawn', 'больше не учитывается'],
  ['moved', 'перенесено в другую область'],
]

const name = (counts: Counts, words: Named) =>
  words.flatMap(([kind, word]) => {
    const n = counts[kind] ?? 0
    return n === 0 ? [] : [`${word} — ${number(n)}`]
  })

/** The first part says what is counted. */
const move = (counts: Counts) =>
  levels
    .flatMap(([kind, word]) => {
      const n = counts[kind] ?? 0
      return n === 0 ? [] : [{ n, word }]
    })
    .map(({ n, word }, i) => `${word} — ${i === 0 ? recommendations(n) : number(n)}`)

export const changeMessages: typeof English = {
  changes: {
    page: 'изменения',
    title: 'Изменения',
    over: { effective: 'Изменения · между двумя днями', recorded: 'Изменения · в реестре' },
    h1: (from, to, counts) => {
      const parts = move(counts)
      const between = `С ${genitive(from)} по ${accusative(to)}`
      return parts.length === 0
        ? `${between} изменений уровня ни по одной рекомендации не известно.`
        : `${between}: ${list(parts)}.`
    },
    h1Recorded: (asOf, from, to, n) =>
      n === 0
        ? `Сведения о положении на ${accusative(asOf)} за период с ${genitive(from)} по ${accusative(to)} не изменились.`
        : `С ${genitive(from)} по ${accusative(to)} изменились сведения о положении на ${accusative(asOf)}: ${recommendations(n)}.`,
    lead: (counts) => {
      const parts = name(counts, others)
      return parts.length === 0 ? '' : `Кроме того: ${list(parts)}.`
    },
    leadRecorded: (counts) => {
      const parts = name(counts, [...levels, ...others])
      return `Здесь сравниваются два состояния реестра об одном дне, а не два дня${parts.length === 0 ? '' : `: ${list(parts)}`}.`
    },
    compare: 'Что сравнивается',
    compareHelp: {
      effective: 'Два дня по сведениям на один момент.',
      recorded: 'Один день по сведениям на два момента.',
    },
    from: 'С',
    to: 'по',
    show: 'Сравнить',
    pick: 'или со дня события',
    pickTo: 'по день события',
    since: 'Готовые сравнения',
    sinceRound: (title, date) => `С последнего раунда диалога: ${title}, ${date}`,
    sinceMilestone: (title, date) => `С последнего этапа соглашения: ${title}, ${date}`,
    sinceYear: (date) => `С конца предыдущего года: ${date}`,
    other: 'Другая шкала времени',
    toRecorded: 'Сравнить сведения на два момента',
    toEffective: 'Сравнить два дня',
    recordedHint: (begins) =>
      `День вида 2026-11-24 (его конец, UTC) или момент вида 2026-11-24T09:00:00Z. Реестр ведётся с ${genitive(begins)}.`,
    asOf: 'о дне',
    known: (date) => `По сведениям на ${accusative(date)}.`,
    knownNow: 'По нынешним сведениям.',
    knownReset: 'Учесть всё внесённое до сих пор',
    index: 'Из чего сложилось изменение индекса',
    indexHelp:
      'В каждой строке верхняя полоса — верхняя граница, нижняя — нижняя. Строка начинается там, где закончилась предыдущая. Продвижение или его утрата — это только изменение уровней.',
    caption: (from, to, part) => {
      if (part !== null) return `Индекс изменился с ${from} до ${to}, больше всего по строке «${part}».`
      return from === to ? `Индекс остался прежним: ${from}.` : `Индекс изменился с ${from} до ${to}.`
    },
    indexAt: (date, method) => `Индекс на ${accusative(date)}, метод ${method}`,
    part: 'Составляющая',
    axis: 'Индекс от 0 до 100',
    low: 'Нижняя граница',
    high: 'Верхняя граница',
    parts: {
      method: 'способ подсчёта',
      composition: 'что учитывается',
      freshness: 'что известно',
      real: 'изменившиеся уровни',
    },
    partNotes: {
      method: 'В первый день один метод, во второй — другой.',
      composition: 'Добавлено, больше не учитывается, перенесено в другую область.',
      freshness: 'Оценено впервые, оценка устарела, оценка снова актуальна.',
      real: 'По рекомендациям, уровень которых был известен в оба дня.',
    },
    rounding:
      'Каждое число округлено отдельно, поэтому кажется, что сумма не сходится. Без округления она сходится до последнего знака: возьмите JSON.',
    noIndex: 'На один из двух моментов ничего не учитывалось: сравнивать индекс не с чем.',
    items: 'Рекомендации',
    itemsHelp:
      'То, что адресовано стране-партнёру: это и учитывает индекс. Не изменившееся не перечисляется.',
    itemsNone: 'Ничего не изменилось.',
    itemsNoneFiltered: 'Ничто из изменившегося не отвечает условиям отбора.',
    kind: 'Изменение',
    anyKind: 'Любое',
    kinds: {
      advanced: 'Продвижение',
      regressed: 'Ухудшение',
      contrary: 'Начались шаги назад',
      'newly-assessed': 'Появилась оценка',
      refreshed: 'Оценено заново',
      'gone-stale': 'Оценка устарела',
      'no-longer-assessed': 'Оценки больше нет',
      added: 'Добавлено',
      withdrawn: 'Больше не учитывается',
      moved: 'Перенесено в другую область',
    },
    kindHelp: {
      advanced: 'Уровень выше прежнего.',
      regressed: 'Уровень ниже прежнего.',
      contrary: 'Теперь меры противоречат рекомендации, а раньше не противоречили.',
      'newly-assessed': 'Оценки не было, а теперь уровень есть. Это не продвижение: это стало известно.',
      refreshed: 'Оценка была устаревшей и снова актуальна, или подтверждена ещё раз.',
      'gone-stale': 'Оценка старше срока пересмотра и считается неизвестной.',
      'no-longer-assessed': 'Уровень был; ни одна действующая оценка его больше не содержит.',
      added: 'Вынесена или учитывается снова.',
      withdrawn: 'Заменена, отозвана или признана неприменимой.',
      moved: 'Учитывается в другой области.',
    },
    group: (kind, n) => `${kind}: ${number(n)}`,
    recommendation: 'Рекомендация',
    before: 'Было',
    after: 'Стало',
    at: (date) => `на ${accusative(date)}`,
    notInForce: 'не действует',
    movedFrom: (area) => `ранее: ${area}`,
    passed: 'Пройденные этапы соглашения',
    passedHelp: 'С их обязательными условиями, какими они были в день этапа.',
    passedNone: 'За это время ни один этап не пройден.',
    gates: 'Условия, которые открылись или закрылись',
    gatesHelp:
      'Обязательные условия на стороне страны-партнёра. Открылось: теперь условие выполнено, а раньше не было. Закрылось: было выполнено, а теперь нет.',
    gatesNone: 'Ни одно не открылось и не закрылось.',
    gatesLead: (opened, closed) => `Открылось: ${number(opened)}, закрылось: ${number(closed)}.`,
    gatesMore: (shown, total) => `Показано первых ${number(shown)} из ${number(total)}; все — в JSON.`,
    opened: 'Открылось',
    closed: 'Закрылось',
    milestone: 'Этап',
    methodChanged: (from, to) =>
      `Первый день посчитан методом ${from}, второй — методом ${to}. О том, что произошло с рекомендацией, в оба дня говорит метод ${to}.`,
    filter: 'Отбор',
    beforeRecord: 'На первый из двух моментов реестра ещё не было: всё считается добавленным.',
    state: (from, to) => `с ${genitive(from)} по ${accusative(to)}`,
    see: 'Что изменилось с тех пор',
    seeArea: (area) => `Что изменилось в области «${area}»`,
  },
  series: {
    title: 'Индекс во времени',
    help: 'На каждый раунд диалога и на конец каждого года, каждым методом по одному и тому же реестру.',
    chart: (from, to) => `Индекс с ${genitive(from)} по ${accusative(to)} по каждому методу`,
    description: (parts) => `${parts.join(' ')} Все числа приведены в таблице ниже.`,
    wentFrom: (method, from, to) => `По методу ${method} индекс изменился с ${from} до ${to}.`,
    region: 'График; на узких экранах прокручивается вбок',
    panel: (id, title) => `${id}: ${title}`,
    break: (id) => `введён ${id}; ранее посчитано задним числом`,
    caption:
      'Штриховка: между нижней и верхней границей, где и лежит истина. Сплошная линия: нижняя граница, где всё неизвестное считается невыполненным. Кружки: раунды диалога. Пунктир: день, с которого существует метод. Между двумя отметками полоса их только соединяет.',
    table: 'То же в виде таблицы',
    tableCaption: 'Индекс по каждому методу во времени',
    date: 'Дата',
    occasion: 'Повод',
    yearEnd: 'конец года',
    shown: 'показанный день',
    index: (id) => `${id}: индекс`,
    coverage: (id) => `${id}: оценено`,
    none: 'К этому дню стране-партнёру рекомендаций ещё не выносили.',
    noIndex: 'применимых нет',
  },
  areaSeries: {
    page: 'области во времени',
    title: 'Области во времени',
    over: 'Области · индекс каждой во времени',
    h1: (from, to, { rose = 0, fell = 0, open = 0 }) => {
      const all = rose + fell + open
      const span = `С ${genitive(from)} по ${accusative(to)}`
      const total = `из ${of(all, 'области', 'областей')}`
      if (rose + fell === 0)
        return `${span}: ни в одной ${total} рост или снижение индекса достоверно не установлены.`
      const parts = [
        ...(rose > 0 ? [`вырос в ${number(rose)}`] : []),
        ...(fell > 0 ? [`снизился в ${number(fell)}`] : []),
      ]
      return `${span} индекс ${list(parts)} ${total}.${open > 0 ? ` Известного недостаточно для вывода: ${number(open)}.` : ''}`
    },
    lead: 'Изменение засчитано только там, где наименьшее возможное значение одного дня выше наибольшего другого.',
    none: 'К этому дню стране-партнёру рекомендаций ещё не выносили.',
    charts: 'По графику на область',
    chartsHelp:
      'У всех графиков одни и те же оси. Штриховка: между нижней и верхней границей, где и лежит истина. Сплошная линия: нижняя граница. Внизу: какая часть применимого оценена; кружки — раунды диалога, треугольники — вехи. Между двумя днями полоса их только соединяет.',
    broken: (id, date) =>
      `Пунктир — ${date}: с этого дня существует метод ${id}, более ранние числа посчитаны задним числом.`,
    whole: (id, date) =>
      `Все дни посчитаны методом ${id}, который существует с ${genitive(date)}: разрывов нет.`,
    wentFrom: (from, fromDay, to, toDay) =>
      `Индекс ${from} на ${accusative(fromDay)}, ${to} на ${accusative(toDay)}.`,
    moves: { rose: 'Вырос', fell: 'Снизился', open: 'Неясно' },
    never: 'Ни в один из этих дней применимых рекомендаций не было.',
    point: (date, index, assessed) => `${date}: ${index}, оценено ${assessed}`,
    assessed: 'Оценено',
    asPicture: 'картинкой',
    table: 'То же в виде таблицы',
    tableHelp: 'Индекс и сколько из применимых рекомендаций оценено.',
    tableCaption: 'Индекс каждой области во времени',
    link: 'Каждая область во времени',
  },
  methods: {
    by: (id) => `Эти показатели посчитаны методом ${id}.`,
    other: (id) => `Посчитать методом ${id}`,
    table: 'Тот же день по каждому методу',
    caption: 'Индекс и охват на один день по каждому методу',
    method: 'Метод',
    here: 'эти показатели',
    help: 'Метод никогда не меняется. Рядом указано, что о том же реестре говорит другой.',
  },
}
