/** Copy of what hung on what, in Russian: gates, matrix and list, leverage, consistency. Part of `publicMessages`; see there. */

import type { linkageMessages as English } from '../en/public-linkage.ts'
import { accusative, genitive, number, pick, some } from './inflect.ts'

const required = (n: number) =>
  some(n, 'обязательное условие', 'обязательных условия', 'обязательных условий')
const links = (n: number) => some(n, 'связь', 'связи', 'связей')
const steps = (n: number) => some(n, 'этап', 'этапа', 'этапов')
const stepsAt = (n: number) => some(n, 'этапе', 'этапах', 'этапах')
const withOpen = (n: number) => `${steps(n)} с открытыми условиями`

export const linkageMessages: typeof English = {
  gate: {
    required: (level) => `обязательно: ${level}`,
    expected: (level) => (level === null ? 'ожидается' : `ожидается: ${level}`),
    context: 'только контекст',
    notCounted: 'перечислено, не учитывается',
    at: (word) => `тогда: ${word}`,
    now: (word) => `сейчас: ${word}`,
    on: (word, date) => `на ${accusative(date)}: ${word}`,
    since: { improved: 'с тех пор лучше', unchanged: 'с тех пор без изменений', worsened: 'с тех пор хуже' },
    aheadNoDate: 'впереди, дата не назначена',
    cancelled: (date) => `отменено: ${date}`,
    foundOn: (date) => `оценка от ${genitive(date)}`,
    waivedFrom: (from, to) =>
      to === null
        ? `Снято с ${genitive(from)}:`
        : `Снято с ${genitive(from)}, снова действует с ${genitive(to)}:`,
    aheadPlanned: (date) => `впереди, намечено на ${accusative(date)}`,
    counts: (met, unmet, unknown, waived) =>
      `${required(met + unmet + unknown + waived)}: выполнено ${number(met)}, не выполнено ${number(unmet)}, неизвестно ${number(unknown)}${waived > 0 ? `, снято ${number(waived)}` : ''}`,
    countsPassed: (met, unmet, unknown, waived) =>
      `${required(met + unmet + unknown + waived)}: при прохождении выполнено ${number(met)}, пройдено при невыполненном ${number(unmet)}, пройдено при неизвестном ${number(unknown)}${waived > 0 ? `, снято ${number(waived)}` : ''}`,
    noCondition: 'без условий',
    listed: (n) => `перечислено, не учитывается: ${number(n)}`,
    listedMore: (n) => `ещё перечислено, не учитывается: ${number(n)}`,
  },
  linkage: {
    page: 'увязка',
    title: 'Увязка',
    over: (date) => `Увязка · что от чего зависело, на ${accusative(date)}`,
    h1: (passed, unmet, milestones, past) => {
      if (passed === 0)
        return past
          ? 'Ни один этап соглашения с условием ещё не был пройден.'
          : 'Ни один этап соглашения с условием ещё не пройден.'
      if (unmet === 0)
        return past
          ? 'Ни одно условие не было пройдено невыполненным.'
          : 'Ни одно условие не пройдено невыполненным.'
      return `${pick(unmet, 'Пройдено', 'Пройдены', 'Пройдено')} ${past ? 'к тому дню ' : ''}при невыполнении ${some(unmet, 'условие', 'условия', 'условий')} — на ${stepsAt(milestones)} соглашения.`
    },
    lead: (ahead, past) => {
      if (ahead === 0)
        return past
          ? 'Этапов с открытыми условиями впереди не было.'
          : 'Этапов с открытыми условиями впереди нет.'
      return `Впереди ${past ? `${pick(ahead, 'был', 'были', 'было')} ещё` : 'ещё'} ${withOpen(ahead)}: от чего можно воздержаться.`
    },
    leverage: 'На чём ещё можно настаивать',
    leverageHelp: 'Обязательно, не выполнено и связано с ещё не пройденным этапом. По датам.',
    leverageNone: (past) =>
      past
        ? 'Ни на чём: этапов с невыполненным условием впереди не было.'
        : 'Ни на чём: этапов с невыполненным условием впереди нет.',
    hasToReach: 'должно достичь уровня',
    legend: 'Обозначения',
    list: 'Условия и этапы',
    listHelp:
      'Этап соглашения фиксирует свои условия в день, когда он пройден; что произошло потом, сказано отдельно. Каждая клетка открывает своё условие: чего надо было достичь, на чьи слова оно опирается и по какой оценке определено.',
    forms: 'Вид',
    matrix: 'Матрица',
    asList: 'Список',
    matrixCaption: (from, to, total, count) =>
      `Рекомендации ${number(from)}–${number(to)} из ${number(total)} по этапам соглашения; всего ${links(count)}. Пустая клетка: связи нет.`,
    listCaption: (from, to, total) => `Связи ${number(from)}–${number(to)} из ${number(total)}`,
    recommendationHead: 'Рекомендация',
    foot: 'Обязательные условия',
    footNone: 'без условий',
    shortStates: {
      met: 'выполнено',
      unmet: 'не выполнено',
      unknown: 'неизвестно',
      waived: 'снято',
      'met-at-passage': 'выполнено',
      'passed-while-unmet': 'не выполнено',
      'passed-while-unknown': 'неизвестно',
    },
    sinceSigns: { improved: '↑', unchanged: '=', worsened: '↓' },
    sinceLegend: 'с тех пор лучше, без изменений, хуже',
    dotLegend: 'ожидается или контекст, не учитывается',
    cell: (state, level, standing, since) =>
      `${state}. ${level === null ? '' : `Требовалось: ${level}; `}${level === null ? 'Было' : 'было'}: ${standing}${since === null ? '' : `; ${since}`}`,
    cellAhead: (state, level, standing) =>
      `${state}. ${level === null ? '' : `Требуется: ${level}; `}${level === null ? 'Сейчас' : 'сейчас'}: ${standing}`,
    cellListed: (role, standing) => `${role}; ${standing}. Перечислено, не учитывается`,
    h1Filtered: (n, date, past) => {
      const on = `На ${accusative(date)}`
      if (n === 0) return `${on} ни одна связь не ${past ? 'отвечала' : 'отвечает'} условиям отбора.`
      return `${on} условиям отбора ${past ? pick(n, 'отвечала', 'отвечали', 'отвечало') : pick(n, 'отвечает', 'отвечают', 'отвечает')} ${links(n)}.`
    },
    h1Gate: (title, state) => `${title}: ${state}.`,
    overGate: (step, date) => `Увязка · одно условие · ${step}, на ${accusative(date)}`,
    only: 'Только',
    onlyWords: {
      milestone: (title) => `на этапе «${title}»`,
      recommendation: (ref) => `по рекомендации ${ref}`,
      commitment: (actor, date) => `по заявлению: ${actor}, ${date}`,
      actor: (name) => `по заявлениям: ${name}`,
      rests: 'без заявления, сделанного к этому дню',
      side: {
        partner: 'адресованные стране-партнёру',
        eu: 'адресованные ЕС',
        other: 'адресованные другим',
      },
    },
    onlyRemove: 'убрать',
    all: 'Все связи',
    leverageFirst: (shown, total) =>
      total > shown ? `Показаны первые ${number(shown)} из ${number(total)} этапов.` : '',
    leverageAll: 'Весь список рычагов',
    consistencyAll: 'Что каждый институт ЕС связал с соглашением и было ли это соблюдено',
    gateTitle: 'Условие',
    gateRecommendation: 'Рекомендация',
    gateStep: 'Этап',
    gateRole: 'Требовалось',
    gateState: 'Условие',
    gateAt: 'Определено на',
    gateAtPassed: (date) => `${date}, день этапа: зафиксировано`,
    gateAtShown: (date) => `${date}, показанный день`,
    gateStanding: 'Действовало в тот день',
    gateStandingLink: 'Рекомендация, как она стояла в тот день',
    gateNow: 'С тех пор',
    gateNowIs: (word, date, since) => `${word} на ${accusative(date)}${since === null ? '' : `: ${since}`}`,
    gateWaivers: 'Снятие условия',
    gateNote: 'Примечание',
    gateRests: 'Основание',
    gateRestsNone: 'В реестре нет заявления, на котором основана эта связь.',
    track: 'Соглашение',
    anyTrack: 'Все',
    filters: 'Отбор',
    area: 'Область',
    anyArea: 'Все области',
    group: 'Группировка',
    groups: { milestone: 'Этап', area: 'Область' },
    role: 'Роль',
    anyRole: 'Любая',
    state: 'Условие',
    anyState: 'Любое',
    none: 'Ни одна связь не отвечает условиям отбора.',
    linkNone: (past) =>
      past
        ? 'Связей между рекомендациями и этапами соглашения в реестре не было.'
        : 'Связей между рекомендациями и этапами соглашения в реестре нет.',
    statements: 'На чём основаны связи',
    statementsHelp:
      'Заявления ЕС, которые связывают отношения с реформами. У каждой связи указаны те, на которых она основана.',
    who: 'Кто',
    statement: 'Заявление',
  },
  leverage: {
    page: 'список рычагов',
    over: (date) => `Рычаги · на чём и когда можно было настаивать, на ${accusative(date)}`,
    overNow: 'Рычаги · на чём и когда можно настаивать',
    h1: (open, date, past) => {
      const on = `На ${accusative(date)}`
      if (open === 0)
        return past
          ? `${on} этапов соглашения с открытым условием впереди не было.`
          : `${on} этапов соглашения с открытым условием впереди нет.`
      return past
        ? `${on} впереди ${pick(open, 'был', 'были', 'было')} ${withOpen(open)}.`
        : `${on} впереди ${withOpen(open)}.`
    },
    lead: (past) =>
      past
        ? 'На невыполненном условии можно было настаивать, пока этап не пройден; потом это уже история. Условие без актуальной оценки надо было сначала оценить.'
        : 'На невыполненном условии можно настаивать, пока этап не пройден; потом это уже история. Условие без актуальной оценки надо сначала оценить.',
    withOpen: 'Этапы с открытыми условиями',
    withOpenHelp:
      'По намеченной дате; этапы без даты — в конце. Сначала невыполненные условия, затем неизвестные.',
    none: (past) => (past ? 'Таких впереди не было.' : 'Таких впереди нет.'),
    others: 'Впереди, без открытых условий',
    othersHelp:
      'Ни одно обязательное условие на стороне страны-партнёра не является невыполненным или неизвестным.',
    overdue: 'просрочено: намеченная дата прошла, а о прохождении этапа сведений нет',
    open: (unmet, unknown) => `не выполнено ${number(unmet)}, неизвестно ${number(unknown)}`,
    unmet: (n) => `Все невыполненные: ${number(n)}`,
    unknown: (n) => `Все неизвестные: ${number(n)}`,
    more: (n) => `Здесь не показано ещё ${number(n)}:`,
  },
  consistency: {
    page: 'последовательность ЕС',
    over: (date) =>
      `Последовательность ЕС · что было связано с соглашением и соблюдено ли это, на ${accusative(date)}`,
    h1: (conditions, unmet, unknown, past) => {
      if (conditions === 0)
        return past
          ? 'Ни одно заявление ЕС в реестре не ставило условий.'
          : 'Ни одно заявление ЕС в реестре не ставит условий.'
      const held =
        unmet + unknown === 0
          ? 'Ни одно не пройдено, пока не было известно, что оно выполнено.'
          : `Пройдено при невыполнении: ${number(unmet)}, при неизвестном состоянии: ${number(unknown)}.`
      return `Заявления ЕС ${past ? 'поставили к тому дню' : 'поставили'} ${some(conditions, 'условие', 'условия', 'условий')}. ${held}`
    },
    lead: 'Условие — это обязательная связь между рекомендацией и этапом соглашения, основанная на словах института. Каждое число открывает условия, которые за ним стоят. Общей оценки нет.',
    statement: 'Заявление',
    conditions: 'Поставлено условий',
    ahead: 'Ещё впереди',
    passed: 'При прохождении',
    metAtPassage: 'Выполнено при прохождении',
    unmet: 'Пройдено при невыполненном',
    unknown: 'Пройдено при неизвестном',
    waived: 'Снято',
    aheadStates: {
      met: (n) => `выполнено: ${number(n)}`,
      unmet: (n) => `не выполнено: ${number(n)}`,
      unknown: (n) => `неизвестно: ${number(n)}`,
    },
    nothing: 'нет',
    shared: (n, all) => {
      if (n === all)
        return n === 1
          ? 'Оно основано также на другом заявлении и учтено под каждым.'
          : 'Все они основаны также на другом заявлении и учтены под каждым.'
      return `Из них ${number(n)} ${pick(n, 'основано', 'основаны', 'основано')} также на другом заявлении и ${pick(n, 'учтено', 'учтены', 'учтено')} под каждым.`
    },
    total: 'Все заявления института, каждое условие один раз',
    caption: (actor) => `Заявления и основанные на них условия: ${actor}`,
    unattributed: 'Без заявления',
    unattributedHelp: 'Условия, которые не основаны ни на одном заявлении, сделанном к этому дню.',
    none: (past) =>
      past
        ? 'К этому дню не было заявлений ЕС, которые связывают отношения с реформами.'
        : 'К этому дню нет заявлений ЕС, которые связывают отношения с реформами.',
    opens: (figure, what) => `${figure}: ${what}`,
  },
}
