/** Words of a briefing in Russian; see `en/briefing.ts`. */

import type { BriefingMessages } from '../en/briefing.ts'
import { accusative, genitive, number } from './inflect.ts'

export const briefingMessages: BriefingMessages = {
  kicker: (round, date) => `Записка к встрече · ${round}, ${date}`,
  audience: {
    internal: 'Для внутреннего пользования: не распространять.',
    partner: 'Для организаций-партнёров.',
    delegation: 'Для представительства ЕС.',
  },
  footer: (title, asOf, knownAt, method) =>
    `Waymark · ${title} · состояние на ${accusative(asOf)} · граница сведений: ${knownAt} · метод ${method}`,
  pageWords: ['Страница ', ' из ', ''],
  basis: (asOf, knownAt, method) =>
    `Метод ${method}; состояние на ${accusative(asOf)}; граница сведений: ${knownAt}.`,
  kept: 'Оставлено из прежнего чтения реестра.',
  ownFigures: (date) =>
    `Числа в этом абзаце приводят его авторы (текст от ${genitive(date)}); Waymark их не подсчитывает.`,
  figures: 'Состояние рекомендаций',
  counting: (n, standing) => `Учитывается рекомендаций: ${number(n)} (${standing}).`,
  countingNone: 'Рекомендаций для подсчёта в этот день нет.',
  assessed: (n, all) => `С действующим выводом: ${number(n)} из ${number(all)}.`,
  index: (low, high) =>
    low === high
      ? `Индекс: ${low} из 100.`
      : `Индекс: от ${low} до ${high} из 100; промежуток — то, что неизвестно.`,
  ask: 'Просьба: ',
  issued: (date) => `Дата: ${date}`,
  by: '; от кого: ',
  to: '; кому: ',
  paraphrase: 'Пересказ. ',
  implied: 'Выведено из обеспокоенности, о которой говорит источник. ',
  rounds: (n, names) =>
    n === 0
      ? 'Раунды диалога, на которых об этом просили: нет.'
      : `Раунды диалога, на которых об этом просили: ${number(n)} (${names}).`,
  line: (refs) => `Вся цепочка: ${refs}.`,
  uptake: 'Что сделано в ответ: ',
  uptakeNone: 'Что сделано в ответ: сведений нет.',
  finding: (standing) => `Вывод: ${standing}`,
  since: (date) => `, по состоянию на ${accusative(date)}`,
  evidence: 'Главные доказательства',
  factDate: (date) => ` (${date})`,
  claim: (date) => ` о собственном выполнении (${date}): `,
  claimLevel: (level) => ` Так это названо: ${level}.`,
  change: (round, date, from, to) => `С раунда «${round}», ${date}: ${from} → ${to}.`,
  unchanged: (round, date, standing) => `С раунда «${round}», ${date}: без изменений (${standing}).`,
  notThen: 'ещё не выдвигалось',
  gates: 'Что от этого зависит',
  gate: (required, state) => `${required}; ${state}`,
  passed: (date) => `пройден: ${date}`,
  ahead: (date) => `намечен на ${accusative(date)}`,
  aheadNoDate: 'впереди, даты нет',
  required: (level) => `требуется: ${level}`,
  noRequired: 'уровень не требуется',
  cases: 'Дела',
  noStatus: 'Сведений о положении нет.',
  statements: 'Что заявлял ЕС',
  milestones: 'Этапы впереди',
  conditions: (counts) => `Обязательные условия: ${counts}.`,
  counts: (met, unmet, unknown, waived) =>
    `выполнено ${number(met)}, не выполнено ${number(unmet)}, неизвестно ${number(unknown)}${waived > 0 ? `, снято ${number(waived)}` : ''}`,
  noCondition: 'Обязательных условий нет.',
  about: 'Об этой записке',
  aboutText: (asOf, knownAt, method) =>
    `Сведения реестра показаны по состоянию на ${accusative(asOf)}, как они были известны на ${knownAt}; подсчёт по методу ${method}. Неизвестное считается за ноль у нижней границы индекса и за полное выполнение у верхней.`,
  written: (version, date) => `Версия ${number(version)} от ${genitive(date)}.`,
  translated:
    'Тексты реестра, у которых есть перевод, приведены в переводе; значение имеет то, что сказано в оригинале.',
  notes: 'Примечания',
  back: (n) => `Назад к тексту примечания ${number(n)}`,
}
