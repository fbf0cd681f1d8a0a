/** Words of the briefs in Kazakh; see `en/brief.ts`. */

import type { BriefMessages } from '../en/brief.ts'
import { number } from './inflect.ts'

export const briefMessages: BriefMessages = {
  country: 'Ел бойынша анықтама',
  milestone: 'Кезең бойынша анықтама',
  downloads: {
    pdf: 'басып шығаруға арналған анықтама: белгіленген PDF',
    docx: 'өңдеуге арналған анықтама: Word',
  },
  pageWords: ['Бет: ', ' / ', ''],
  footer: (title, asOf, knownAt, method) =>
    `Waymark · ${title} · ${asOf} күнгі жағдай · мәлімет шегі: ${knownAt} · әдіс: ${method}`,
  counting: (n, standing) => `Есепке алынатын ұсыныстар: ${number(n)} (${standing}).`,
  countingNone: 'Бұл күні есепке алынатын ұсыныс жоқ.',
  index: (low, high) =>
    low === high
      ? `Индекс: 100 балдан ${low}.`
      : `Индекс: 100 балдан ${low}–${high} аралығында; аралық — белгісіз болып отырғаны.`,
  areas: 'Салалар бойынша',
  areasCaption: 'Ұсыныстардың салалар бойынша жай-күйі',
  area: 'Сала',
  standing: 'Жай-күйі',
  assessed: 'Бағаланған',
  indexHead: 'Индекс',
  direction: 'Раундтан бері',
  outOf: (n, all) => `${number(n)} / ${number(all)}`,
  none: 'жоқ',
  movement: (advanced, regressed) => `ілгеріледі ${number(advanced)}, нашарлады ${number(regressed)}`,
  moreAreas: (n) => `Жиынтық бағадағы басқа салалар: ${number(n)}.`,
  moved: 'Не өзгерді',
  movedSince: (title, date) => `Раундтан бері не өзгерді: ${title}, ${date}`,
  noRound: 'Бұл күнге дейін диалог раунды болған жоқ.',
  nothingMoved: 'Ештеңе өзгерген жоқ.',
  gatesMoved: (opened, closed) =>
    `Қазір орындалған, ол кезде орындалмаған міндетті шарттар: ${number(opened)}. Ол кезде орындалған, қазір орындалмағандары: ${number(closed)}.`,
  notCounted: 'есепке алынбайды',
  moreChanges: (n) => `Басқа өзгерістер: ${number(n)}.`,
  ahead: 'Келісімде алда не тұр',
  aheadCaption: 'Алдағы кезеңдер, міндетті шарттары ашық тұрғандары',
  aheadNone: 'Алда ашық шарты бар кезең жоқ.',
  step: 'Кезең',
  planned: 'Жоспарланған күні',
  unmet: 'Орындалмаған',
  unknown: 'Белгісіз',
  firstOpen: 'Алғашқылары',
  noDate: 'күні жоқ',
  overdue: (date) => `${date}, мерзімі өткен`,
  moreSteps: (n) => `Басқа кезеңдер: ${number(n)}.`,
  passage: 'Шарт орындалмаған күйде өткен',
  passageNone: 'Міндетті шарты бар бірде-бір кезең өткен жоқ.',
  passageText: (steps, unmet, at) =>
    unmet === 0
      ? `Міндетті шарты бар өткен кезеңдер: ${number(steps)}. Өткен кезде орындалмаған шарт болған жоқ.`
      : `Міндетті шарты бар өткен кезеңдер: ${number(steps)}. Өткен кезде орындалмаған шарттар: ${number(unmet)}, ондай кезеңдер: ${number(at)}.`,
  counts: (met, unmet, unknown, waived) =>
    `орындалған ${number(met)}, орындалмаған ${number(unmet)}, белгісіз ${number(unknown)}${waived > 0 ? `, алынып тасталған ${number(waived)}` : ''}`,
  uptake: 'ЕО нені қолдады',
  uptakeNone: 'Бұл күнге дейін диалог раунды болған жоқ.',
  uptakeText: (title, date, { proposals, raised, texts, commitments }) =>
    `Соңғы диалог раундына (${title}, ${date}) дейін ҮЕҰ ұсынған ұсыныстар: ${number(proposals)}. Солардың кездесуде көтерілгені: ${number(raised)}; көпшілік алдында мәлімделгені немесе ЕО құжатында бекітілгені: ${number(texts)}; серіктес елдің міндеттемесіне айналғаны: ${number(commitments)}.`,
  euSide: (n, standing) => `ЕО-ның өзіне арналғаны, бөлек есептеледі: ${number(n)} (${standing}).`,
  euNone: 'ЕО-ның өзіне ұсыныс берілген жоқ.',
  cases: 'Ашық тізілімдегі істер',
  casesText: (n) => `Ашық істер: ${number(n)}.`,
  casesNone: 'Ашық тізілімде іс жоқ.',
  moreCases: (n) => `Басқа істер: ${number(n)}.`,
  about: 'Осы анықтама туралы',
  aboutText: (asOf, knownAt, method) =>
    `${asOf} күнгі жағдай көрсетілген, мәлімет шегі: ${knownAt}, есептеу әдісі: ${method}. Белгісіз нәрсе индекстің төменгі шегінде нөл, жоғарғы шегінде толық орындалу деп саналады.`,
  record: 'Барлық сан мен дереккөз:',
  translated: 'Тізілімнің аудармасы бар мәтіндері аудармада берілген; түпнұсқада айтылғаны негізге алынады.',
  words: 'Сөздердің мағынасы',
  passed: (date) => `Өткен күні: ${date}.`,
  liesAhead: (date) => `Алда, жоспарланған күні: ${date}.`,
  liesAheadNoDate: 'Алда; күні белгіленбеген.',
  cancelled: (date) => `Тоқтатылған күні: ${date}.`,
  required: (counts) => `Міндетті шарттар: ${counts}.`,
  noCondition: 'Міндетті шарты жоқ.',
  movedTo: (date, to) => `Ауыстырылды (шешім күні: ${date}), жаңа күні: ${to}.`,
  gates: 'Оның шарттары сол кезде және қазір',
  gatesCaption: 'Алдымен міндетті шарттар, кейін тізілгені, есепке алынбайтыны',
  recommendation: 'Ұсыныс',
  requiredHead: 'Талап',
  thenHead: (date) => `${date} күні`,
  nowHead: 'Қазір',
  stateHead: 'Шарт',
  moreGates: (n) => `Кезеңнің бетіндегі басқа шарттар: ${number(n)}.`,
  statements: 'Шарттар негізделген мәлімдемелер',
  statementsNone: 'Тізілімде шарт негізделген мәлімдеме жоқ.',
  moreStatements: (n) => `Басқа мәлімдемелер: ${number(n)}.`,
  aboutMilestone: (asOf, knownAt) =>
    `${asOf} күнгі жағдай көрсетілген, мәлімет шегі: ${knownAt}. Кезең өзі өткен күні шарттарын бекітіп қалдырады.`,
}
