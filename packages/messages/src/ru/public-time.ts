/** Copy about time on the public pages, in Russian: the timeline, uptake, lines of asks. Part of `publicMessages`; see there. */

import type { timeMessages as English } from '../en/public-time.ts'
import { accusative, genitive, number, of, recommendations, some, span } from './inflect.ts'

const rounds = (n: number) => some(n, 'раунд', 'раунда', 'раундов')
const times = (n: number) => some(n, 'раз', 'раза', 'раз')
const begin = (since: 'proposed' | 'issued') =>
  since === 'proposed' ? 'первого предложения' : 'даты рекомендации'

export const timeMessages: typeof English = {
  uptakeProgress: {
    title: 'Насколько её поддержали',
    furthest: (stage, date) => `Дальше всего: ${stage}, ${date}.`,
    nothing: (past) =>
      past
        ? 'Сведений о том, что её кто-либо поддержал, не было.'
        : 'Сведений о том, что её кто-либо поддержал, нет.',
    gap: (time, since, date) => `На это ушло: ${time}, считая от ${begin(since)} (${date}).`,
    before: 'Её поддержали раньше, чем она была предложена по сведениям реестра.',
    waiting: (time, since, date, past) =>
      `Не ${past ? 'была поднята к тому дню' : 'поднята'}: ${time}, считая от ${begin(since)} (${date}).`,
    span,
    gapShort: (time) => `через ${time}`,
    waitingShort: (time) => `не поднята: ${time}`,
  },
  line: {
    title: 'Линия, в которой она стоит',
    help: 'К чему она восходит и что восходит к ней, через любое число связей.',
    none: (past) =>
      past
        ? 'Связанных с ней более ранних или более поздних рекомендаций не было.'
        : 'Связанных с ней более ранних или более поздних рекомендаций нет.',
    asked: (n, since) =>
      n === 0
        ? `С ${genitive(since)} не поднималась ни на одном раунде диалога, известном реестру.`
        : `С ${genitive(since)} поднималась на раундах (${number(n)}):`,
    caption: (n) => `${recommendations(n)} в порядке появления`,
    issued: 'Дата',
    ask: 'Рекомендация',
    link: 'Связь',
    here: 'эта рекомендация',
    first: 'здесь линия начинается',
    left: 'больше не учитывается',
  },
  byLine: {
    label: 'Считать по',
    choices: { '': 'Рекомендациям', line: 'Линиям рекомендаций' },
    h1: (n, lines) => `${recommendations(n)} в ${some(lines, 'линии', 'линиях', 'линиях')}`,
    help: 'Линия объединяет рекомендации, которые продолжают, сужают, объединяют или заменяют одна другую. Её представляет последняя действующая.',
    asks: (n) => `в её линии ${recommendations(n)}`,
  },
  flow: {
    title: 'Что стало с предложениями',
    stages: {
      proposals: 'Предложено, действует',
      raised: 'Поднято',
      texts: 'Вошло в текст',
      commitments: 'Стало обязательством',
    },
    help: 'Предложения — это рекомендации, которые ко дню раунда были предложены и в этот день действовали. К раунду относится то, что его называет или не называет никакого и приходится на его день или позже, но до следующего раунда. Текст — это публичное заявление или принятый документ ЕС. Прошедшее дальше считается и на более ранних ступенях, поэтому поток нигде не растёт.',
    finding: (counts, round) =>
      `${round}: из ${of(counts.proposals, 'действовавшего предложения', 'действовавших предложений')} поднято ${number(counts.raised)}, вошло в текст ${number(counts.texts)}, стало обязательством ${number(counts.commitments)}.`,
    none: (past) =>
      past
        ? 'До раундов диалога, известных реестру, ничего предложено не было.'
        : 'До раундов диалога, известных реестру, ничего не предложено.',
    all: (n, raised, most, texts, commitments) =>
      raised === 0
        ? `Ни на одном из ${of(n, 'раунда', 'раундов')} действовавшие предложения не поднимались.`
        : `Больше всего действовавших предложений поднято на одном раунде (${most}): ${number(raised)}; за ${rounds(n)} вошло в текст ${number(texts)}, стало обязательством ${number(commitments)}, по счёту каждого раунда.`,
    caption: 'Предложения, действовавшие на каждом раунде диалога, и что с ними стало',
    round: 'Раунд',
    region: 'Поток предложений по раундам; на узких экранах прокручивается вбок',
    more: (n) => `и ещё ${number(n)}, в данных этой страницы`,
  },
  timeline: {
    page: 'хронология',
    title: 'Хронология',
    over: 'Хронология · диалог, соглашение, что было сказано и что изменилось',
    h1: (from, to) => {
      const whole = (date: string) => date.replace(/^(\d{4})$/, '$1 год')
      return from === to
        ? `Что происходило: ${whole(from)}.`
        : `Что происходило с ${genitive(from)} по ${accusative(to)}.`
    },
    lead: (n, past) => {
      if (n.advanced + n.regressed + n.contrary === 0)
        return past
          ? 'Изменений состояния за это время в реестре не было.'
          : 'Изменений состояния за это время в реестре нет.'
      return `Состояние улучшалось ${times(n.advanced)}, ухудшалось ${times(n.regressed)}, переходило в шаги назад ${times(n.contrary)}.`
    },
    picture: 'Общая картина',
    region: 'Хронология; на узких экранах прокручивается вбок',
    zoom: 'Промежуток времени',
    spans: {
      whole: 'Всё',
      ten: 'Последние десять лет',
      three: 'Последние три года',
      one: 'Последний год',
    },
    in: 'Приблизить',
    out: 'Отдалить',
    earlier: 'Раньше',
    later: 'Позже',
    from: 'С',
    to: 'По',
    hint: 'год или месяц, например 2013 или 2013-11',
    show: 'Показать',
    rows: {
      rounds: 'Раунды диалога',
      commitments: 'Связывающие заявления',
      uptake: 'Рекомендации в словах ЕС',
      changes: 'Изменения состояния',
    },
    kinds: { stated: 'публичные заявления', adopted: 'документы ЕС' },
    kindTitles: { stated: 'Заявлено публично', adopted: 'Закреплено в документе ЕС' },
    planned: 'намечено',
    plannedFor: (date) => `намечено на ${accusative(date)}`,
    cancelled: 'отменено',
    group: (n, period) => `${some(n, 'отметка', 'отметки', 'отметок')}, ${period}: посмотреть ближе`,
    uptakeGroup: (n, kind) => `${recommendations(n)}: ${kind}`,
    changesOf: (n, period) =>
      `${period}: ${[
        n.advanced > 0 ? `продвижение — ${number(n.advanced)}` : '',
        n.regressed > 0 ? `ухудшение — ${number(n.regressed)}` : '',
        n.contrary > 0 ? `начало шагов назад — ${number(n.contrary)}` : '',
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    periods: {
      year: (from) => `${from.slice(0, 4)} год`,
      quarter: (from) => `${Math.ceil(Number(from.slice(5, 7)) / 3)}-й квартал ${from.slice(0, 4)} года`,
    },
    advanced: 'продвижение (вверх)',
    regressed: 'ухудшение (вниз)',
    contrary: 'начались шаги назад (вниз)',
    caption:
      'Изменения сравнивают каждую оценку на стороне страны-партнёра с предыдущей, по дню, с которого она верна; первая оценка — не изменение. Этапы впереди стоят там, где они намечены; этапы без даты — на странице этапов.',
    list: 'То же в виде списка',
    listHelp: 'В порядке времени. Каждая запись ведёт на свою страницу.',
    date: 'Дата',
    kind: 'Что',
    entry: 'Запись',
    none: 'За этот промежуток в реестре ничего нет.',
    round: 'Раунд диалога',
    milestone: 'Этап',
    commitment: 'Заявление, связывающее отношения с реформами',
    changes: 'Изменения состояния',
    asOf: (date) => `показано: ${date}`,
  },
}
