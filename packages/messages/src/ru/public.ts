/** Page copy of the public face, in Russian. The contract is the type of the English copy; see there. */

import type { PublicMessages } from '../en/public.ts'
import { accusative, genitive, number, pick, recommendations, some } from './inflect.ts'
import { changeMessages } from './public-changes.ts'
import { editionMessages } from './public-edition.ts'
import { recordMessages } from './public-record.ts'
import { scaleMessages } from './public-scales.ts'
import { timeMessages } from './public-time.ts'
import { sitePages } from './site-pages.ts'

export const publicMessages: PublicMessages = {
  brand: 'Waymark',
  language: 'Язык',
  independent: 'Независимый реестр. Не является сайтом Европейского союза или какого-либо правительства.',
  nav: {
    label: 'Досье',
    scorecard: 'Сводная оценка',
    recommendations: 'Рекомендации',
    linkage: 'Увязка',
    leverage: 'Рычаги',
    consistency: 'Последовательность ЕС',
    milestones: 'Этапы',
    timeline: 'Хронология',
    changes: 'Изменения',
    cases: 'Дела',
    rounds: 'Раунды',
    sources: 'Источники',
    method: 'Метод',
    editions: 'Выпуски',
  },
  noteTitle: 'Об этом досье',
  date: {
    title: 'Дата и состояние реестра',
    asOf: 'Показать состояние на',
    show: 'Показать',
    pick: 'или на день события',
    go: 'Перейти',
    today: (date) => `Сегодня, ${date}`,
    chosen: (date) => `${date}, показанный день`,
    moment: (date, title) => `${date}: ${title}`,
    knownNow: 'Всё внесённое до сих пор · изменить границу сведений',
    knownThen: (date) => `По сведениям на ${accusative(date)} · изменить границу сведений`,
    knownAt: 'Показать только то, что было внесено в реестр к моменту',
    knownHint:
      'День вида 2026-11-24 (его конец, UTC) или момент вида 2026-11-24T09:00:00Z. Внесённое позже не учитывается. Оставьте поле пустым, чтобы учесть всё внесённое до сих пор.',
    knownReset: 'Показать всё внесённое до сих пор',
    rail: 'Раунды диалога и этапы на линии времени',
    round: 'раунд диалога',
    milestone: 'этап',
    hint: 'Каждая отметка ведёт к состоянию на этот день.',
    begins: (date) => `Реестр ведётся с ${genitive(date)}.`,
  },
  before: {
    title: (date) => `На ${accusative(date)} в реестре ничего не было.`,
    text: (begins) =>
      `Реестр ведётся с ${genitive(begins)}. Сведения о более ранних днях вносились начиная с этой даты, поэтому более ранняя граница сведений не показывает ничего: не ноль, а отсутствие записей.`,
    link: 'Показать эту страницу со всем внесённым до сих пор',
  },
  translated: {
    marker: 'перевод',
    outdated: 'перевод, устарел',
    title: 'Оригиналы',
    help: 'Эти тексты показаны на странице в переводе. Значение имеет то, что сказано в оригинале.',
    since: (date: string) => `Перевод устарел: оригинал был изменён ${genitive(date)}.`,
  },
  footer: {
    read: 'Как читать эту страницу',
    shows: 'Показано',
    showsWorld: (date) => `положение дел на ${accusative(date)}`,
    known: 'По сведениям на',
    knownCutoff: (instant) => `${instant} (граница сведений)`,
    method: 'Метод',
    scale: 'Шкала',
    cite: 'Ссылка на эту страницу',
    citation: (title, page, state, record, method) =>
      `Waymark, «${title}: ${page}», состояние на ${accusative(state)}, реестр на ${accusative(record)}, метод ${method}.`,
    permalink: 'Ссылка именно на этот вид',
    data: 'Получить данные',
    csv: 'UTF-8, одна строка на запись',
    xlsx: 'то же для электронных таблиц, с пояснительным листом',
    json: 'с полной точностью',
  },
  marking: {
    implied: 'выведено',
    paraphrase: 'пересказ',
    impliedLong:
      'Выведено: редакция так понимает обеспокоенность, высказанную в источнике; такими словами требование не выражено.',
    paraphraseLong: 'Пересказ: слова редакции, а не исходный текст.',
  },
  dossiers: {
    title: 'Досье',
    h1: 'О чём просили, что было сделано и что от этого зависело.',
    lead: 'Рекомендации по правам человека, диалог, в котором их обсуждают, и связанное с ними соглашение: единый реестр на любую дату.',
    count: recommendations,
    none: 'Открытых досье пока нет.',
  },
  scorecard: {
    page: 'сводная оценка',
    title: 'Сводная оценка',
    over: (past) =>
      `Сводная оценка · о чём просили страну-партнёра и что ${past ? 'стало с этим к тому дню' : 'с этим стало'}`,
    areas: 'По областям',
    areasHelp:
      'Один квадрат — одна рекомендация. Слева от черты: меры, направленные против неё. Справа: насколько она выполнена, по высоте заливки. Штриховка: неизвестно. Индекс сначала считает неизвестное невыполненным, затем выполненным; истина лежит между двумя отметками.',
    caption: 'Состояние рекомендаций по областям',
    area: 'Область',
    standing: 'Состояние, один квадрат на рекомендацию',
    assessed: 'Оценено',
    index: 'Индекс',
    direction: 'Динамика',
    directionSince: (date) => `С ${genitive(date)}`,
    notApplicable: 'применимых нет',
    indexLabel: (low, high) => (low === high ? `Индекс ${low} из 100` : `Индекс от ${low} до ${high} из 100`),
    coverage: (assessed, applicable) => `${number(assessed)} из ${number(applicable)}`,
    all: (n) => (n === 1 ? 'Единственная область' : `Всего ${some(n, 'область', 'области', 'областей')}`),
    overall: {
      'mean-of-areas': (pooled) => `среднее по областям; среднее по рекомендациям — ${pooled}`,
      'mean-of-items': () => 'среднее по рекомендациям независимо от области',
    },
    outside: (n) =>
      `${recommendations(n)} ${pick(n, 'неприменима и не учитывается', 'неприменимы и не учитываются', 'неприменимы и не учитываются')}.`,
    sinceRound: (title, date) => `Динамика — по сравнению с предыдущим раундом диалога: ${title}, ${date}.`,
    noRound: 'Более раннего раунда диалога для сравнения нет.',
    nothing: 'сравнить не с чем',
    advanced: (n) => `продвижение: ${number(n)}`,
    regressed: (n) => `ухудшение: ${number(n)}`,
    first: (n) => some(n, 'первая оценка', 'первые оценки', 'первых оценок'),
    unchanged: (n) => `без изменений: ${number(n)}`,
    ahead: (past) => (past ? 'На чём ЕС ещё мог настаивать' : 'На чём ЕС ещё может настаивать'),
    aheadHelp: (past) =>
      past
        ? 'Этапы, которые тогда были впереди, и связанные с ними условия. Одного невыполненного условия достаточно, чтобы этап оставался закрытым.'
        : 'Этапы, которые ещё впереди, и связанные с ними условия. Одного невыполненного условия достаточно, чтобы этап оставался закрытым.',
    aheadNone: (past) => (past ? 'Впереди не было этапов с условиями.' : 'Впереди нет этапов с условиями.'),
    aheadElse: 'Как обстояло дело с условиями уже пройденных этапов',
    open: 'Открыт.',
    closed: 'Закрыт.',
    eu: 'Что адресовано ЕС',
    euHelp: 'Считается отдельно и никогда не входит в показатели выше.',
    euNone: (past) => (past ? 'К ЕС рекомендаций обращено не было.' : 'К ЕС рекомендаций не обращено.'),
    counted: (n, word) => `${word} — ${number(n)}`,
    asks: recommendations,
    see: 'Посмотреть их',
    record: 'Реестр, на котором основана эта страница',
    recordHelp: 'Каждая оценка ведёт к своей фразе в источнике.',
    recordCases: 'Дела: люди, издания и события, о которых идёт речь',
    recordRounds: 'Раунды диалога по правам человека и то, что на каждом обсуждалось',
    recordStatements: 'Заявления ЕС, которые связывают отношения с реформами, дословно',
    recordMilestones: 'Этапы: ход соглашения',
    recordSources: 'Источники и всё, что на каждом основано',
    recordMethod: 'Метод: шкалы, правила и что значит «неизвестно»',
  },
  recommendations: {
    page: 'рекомендации',
    title: 'Рекомендации',
    over: 'Рекомендации · о чём просят, каково состояние, кто поддержал',
    h1: (total, date, filtered, past) => {
      const on = `На ${accusative(date)}`
      if (total === 0)
        return filtered
          ? `${on} ни одна рекомендация не отвечает условиям отбора.`
          : `${on} рекомендаций ${past ? 'ещё не было' : 'ещё нет'}.`
      return filtered
        ? `${on} условиям отбора ${pick(total, 'отвечает', 'отвечают', 'отвечают')} ${recommendations(total)}.`
        : `${on} в реестре ${past ? pick(total, 'была', 'были', 'было') : 'есть'} ${recommendations(total)}.`
    },
    filters: 'Отбор и порядок',
    q: 'Слова',
    qHint: 'в обозначении, названии или тексте',
    area: 'Область',
    anyArea: 'Все области',
    side: 'Кому адресовано',
    anySide: 'Кому угодно',
    sides: { partner: 'стране-партнёру', eu: 'ЕС', other: 'другим' },
    standing: 'Состояние',
    anyStanding: 'Любое',
    outside: 'Неприменимо или отозвано',
    sort: 'Порядок',
    sorts: {
      ref: 'По обозначению',
      '-ref': 'По обозначению, с конца',
      title: 'По названию, от А до Я',
      '-title': 'По названию, от Я до А',
      standing: 'По состоянию, сначала низшее',
      '-standing': 'По состоянию, сначала высшее',
      effective: 'По оценке, сначала ранние',
      '-effective': 'По оценке, сначала поздние',
      issued: 'По дате, сначала ранние',
      '-issued': 'По дате, сначала поздние',
    },
    apply: 'Применить',
    reset: 'Показать все',
    caption: (from, to, total) => `${number(from)}–${number(to)} из ${number(total)}`,
    recommendation: 'Рекомендация',
    finding: 'Состояние',
    uptake: 'Поддержка ЕС',
    gates: 'Обязательные условия',
    since: (date) => `с ${genitive(date)}`,
    last: (word, date) => `последняя оценка от ${genitive(date)}: ${word}`,
    evidence: (n) => some(n, 'материал', 'материала', 'материалов'),
    left: 'заменена более поздней; нигде не учитывается',
    notTakenUp: 'сведений нет',
    noGates: 'нет',
    passedUnmet: (n) => `пройдено при невыполненном условии: ${number(n)}`,
    gateCounts: (met, unmet, unknown, waived) =>
      (
        [
          [met, 'выполнено'],
          [unmet, 'не выполнено'],
          [unknown, 'неизвестно'],
          [waived, 'снято'],
        ] as const
      )
        .filter(([n]) => n !== 0)
        .map(([n, word]) => `${word}: ${number(n)}`)
        .join(', '),
  },
  pager: {
    label: 'Страницы',
    page: 'Страница',
    previous: 'Назад',
    next: 'Вперёд',
    summary: (page, pages) => `страница ${number(page)} из ${number(pages)}`,
  },
  embed: {
    recommendation: 'Рекомендация',
    state: (asOf, known, method) =>
      `состояние на ${accusative(asOf)}, реестр на ${accusative(known)}, метод ${method}`,
    title: 'Показать на другом сайте',
    help: 'Рамка для вашей страницы, без скриптов. С датой в адресе она не меняется, без неё показывает самое новое.',
    pictureHelp:
      'Или картинка вместо рамки, которая ведёт сюда. Что она показывает, сказано в её замещающем тексте.',
    picture: 'Картинка',
  },
  ...scaleMessages,
  ...recordMessages,
  ...changeMessages,
  ...timeMessages,
  editions: editionMessages,
  site: sitePages,
}
