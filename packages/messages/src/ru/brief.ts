/** Words of the briefs in Russian; see `en/brief.ts`. */

import type { BriefMessages } from '../en/brief.ts'
import { accusative, genitive, number } from './inflect.ts'

export const briefMessages: BriefMessages = {
  country: 'Справка по стране',
  milestone: 'Справка по этапу',
  downloads: { pdf: 'справка для печати: размеченный PDF', docx: 'справка для правки: Word' },
  pageWords: ['Страница ', ' из ', ''],
  footer: (title, asOf, knownAt, method) =>
    `Waymark · ${title} · состояние на ${accusative(asOf)} · граница сведений: ${knownAt} · метод ${method}`,
  counting: (n, standing) => `Учитывается рекомендаций: ${number(n)} (${standing}).`,
  countingNone: 'Рекомендаций для подсчёта в этот день нет.',
  index: (low, high) =>
    low === high
      ? `Индекс: ${low} из 100.`
      : `Индекс: от ${low} до ${high} из 100; промежуток — то, что неизвестно.`,
  areas: 'По областям',
  areasCaption: 'Состояние рекомендаций по областям',
  area: 'Область',
  standing: 'Состояние',
  assessed: 'Оценено',
  indexHead: 'Индекс',
  direction: 'С раунда',
  outOf: (n, all) => `${number(n)} из ${number(all)}`,
  none: 'нет',
  movement: (advanced, regressed) => `продвижение ${number(advanced)}, ухудшение ${number(regressed)}`,
  moreAreas: (n) => `Другие области, в сводной оценке: ${number(n)}.`,
  moved: 'Что изменилось',
  movedSince: (title, date) => `Что изменилось с раунда: ${title}, ${date}`,
  noRound: 'До этого дня раундов диалога не было.',
  nothingMoved: 'Ничего не изменилось.',
  gatesMoved: (opened, closed) =>
    `Обязательные условия, выполненные теперь, но не тогда: ${number(opened)}. Выполненные тогда, но не теперь: ${number(closed)}.`,
  notCounted: 'не учитывается',
  moreChanges: (n) => `Другие изменения: ${number(n)}.`,
  ahead: 'Что впереди в соглашении',
  aheadCaption: 'Этапы впереди, обязательные условия которых открыты',
  aheadNone: 'Впереди нет этапов с открытыми условиями.',
  step: 'Этап',
  planned: 'Намечено',
  unmet: 'Не выполнено',
  unknown: 'Неизвестно',
  firstOpen: 'Первые из них',
  noDate: 'даты нет',
  overdue: (date) => `${date}, срок прошёл`,
  moreSteps: (n) => `Другие этапы: ${number(n)}.`,
  passage: 'Пройдено при невыполненном условии',
  passageNone: 'Ни один этап с обязательным условием не пройден.',
  passageText: (steps, unmet, at) =>
    unmet === 0
      ? `Пройдено этапов с обязательными условиями: ${number(steps)}. Невыполненных условий при прохождении не было.`
      : `Пройдено этапов с обязательными условиями: ${number(steps)}. Условий, не выполненных при прохождении: ${number(unmet)}; таких этапов: ${number(at)}.`,
  counts: (met, unmet, unknown, waived) =>
    `выполнено ${number(met)}, не выполнено ${number(unmet)}, неизвестно ${number(unknown)}${waived > 0 ? `, снято ${number(waived)}` : ''}`,
  uptake: 'Что поддержал ЕС',
  uptakeNone: 'К этому дню раундов диалога не было.',
  uptakeText: (title, date, { proposals, raised, texts, commitments }) =>
    `К последнему раунду диалога (${title}, ${date}) НПО предложили рекомендаций: ${number(proposals)}. Из них поднято на встрече: ${number(raised)}; заявлено публично или закреплено в документе ЕС: ${number(texts)}; стало обязательством страны-партнёра: ${number(commitments)}.`,
  euSide: (n, standing) => `Адресовано самому ЕС, считается отдельно: ${number(n)} (${standing}).`,
  euNone: 'К самому ЕС рекомендаций не обращено.',
  cases: 'Дела в открытом реестре',
  casesText: (n) => `Открытых дел: ${number(n)}.`,
  casesNone: 'В открытом реестре дел нет.',
  moreCases: (n) => `Другие дела: ${number(n)}.`,
  about: 'Об этой справке',
  aboutText: (asOf, knownAt, method) =>
    `Показано состояние на ${accusative(asOf)} по сведениям на ${knownAt}, подсчёт по методу ${method}. Неизвестное считается за ноль у нижней границы индекса и за полное выполнение у верхней.`,
  record: 'Все цифры и источники:',
  translated:
    'Тексты реестра, у которых есть перевод, приведены в переводе; значение имеет то, что сказано в оригинале.',
  words: 'Что значат слова',
  passed: (date) => `Пройден: ${date}.`,
  liesAhead: (date) => `Впереди, намечен на ${accusative(date)}.`,
  liesAheadNoDate: 'Впереди; дата не назначена.',
  cancelled: (date) => `Отменён: ${date}.`,
  required: (counts) => `Обязательные условия: ${counts}.`,
  noCondition: 'Обязательных условий у него нет.',
  movedTo: (date, to) => `Перенесён (решение от ${genitive(date)}) на ${accusative(to)}.`,
  gates: 'Его условия тогда и теперь',
  gatesCaption: 'Сначала обязательные условия, затем то, что перечислено и не учитывается',
  recommendation: 'Рекомендация',
  requiredHead: 'Требовалось',
  thenHead: (date) => `На ${accusative(date)}`,
  nowHead: 'Теперь',
  stateHead: 'Условие',
  moreGates: (n) => `Другие условия, на странице этапа: ${number(n)}.`,
  statements: 'Заявления, на которых основаны условия',
  statementsNone: 'В реестре нет заявления, на котором основано условие.',
  moreStatements: (n) => `Другие заявления: ${number(n)}.`,
  aboutMilestone: (asOf, knownAt) =>
    `Показано состояние на ${accusative(asOf)} по сведениям на ${knownAt}. Этап фиксирует свои условия в день, когда он пройден.`,
}
